import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Handover } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { CONTACT_KINDS, type ContactDetail } from '../../handover/contact'
import { recordAudit, type AuditEntry } from '../../records/recordAudit'
import { vaultOf } from '../../records/vaultOf'
import { findHandover } from './onHandover'
import type { HandoverContext } from './types'

/** What is kept of how a customer is reached: nothing that can be read in the database. */
export type SealedContact = Pick<Handover, 'contact' | 'vaultKey'>

/** How a customer is reached, or why that cannot be told. */
export interface Contact {
  /** `none`: they gave nothing. `erased`: they did, and it was erased. `unreadable`: it was sealed with another secret. */
  state: 'none' | 'open' | 'erased' | 'unreadable'
  details: ContactDetail[]
}

const keyOf = ({ id, vaultKey }: Pick<Handover, 'id' | 'vaultKey'>) => ({
  key: vaultKey ?? '',
  of: `handovers:${id}`,
})

/** Seals what a customer gave with the key of their hand-over: the one that it has, else a new one. */
export function sealContact(
  payload: Pick<Payload, 'config'>,
  { handover, details }: { handover: Pick<Handover, 'id' | 'vaultKey'>; details: readonly ContactDetail[] },
): SealedContact {
  if (details.length === 0) return { contact: null, vaultKey: handover.vaultKey ?? null }
  const vault = vaultOf(payload)
  const vaultKey = handover.vaultKey ?? vault.newKey(keyOf(handover).of)
  return { contact: vault.seal(keyOf({ ...handover, vaultKey }), JSON.stringify(details)), vaultKey }
}

const DetailsSchema = z.array(
  z.object({ kind: z.enum(CONTACT_KINDS), text: z.string(), turn: z.number().nullable() }),
)

/** Opens what was sealed. For what works hand-overs alone; whoever shows it to somebody records that in the audit log. */
export function openContact(
  payload: Pick<Payload, 'config'>,
  handover: Pick<Handover, 'id' | 'package'> & SealedContact,
): Contact {
  const kept = (handover.package ?? {}) as { erased?: unknown; contact?: unknown }
  const given = Array.isArray(kept.contact) && kept.contact.length > 0
  if (!handover.contact) return { state: given && kept.erased ? 'erased' : 'none', details: [] }
  const text = vaultOf(payload).open(keyOf(handover), handover.contact)
  const details = text === null ? null : DetailsSchema.safeParse(JSON.parse(text)).data
  return details ? { state: 'open', details } : { state: 'unreadable', details: [] }
}

/** Shows a colleague how the customer of a hand-over is reached, and records that they read it. @throws {NotFoundError} */
export const readContact = (
  { payload, colleague }: Pick<HandoverContext, 'payload' | 'colleague'>,
  id: string,
): Promise<Contact> =>
  inTransaction({ payload }, async (req) => {
    const handover = await findHandover(payload, { id, bot: colleague.bot, req })
    const contact = openContact(payload, handover)
    if (contact.state === 'open')
      await recordContact(req, { action: 'handover.contact_read', actor: colleague.actor, handover, contact })
    return contact
  })

/** Keeps that a contact was given out: to whom, and which kinds, never what. */
export const recordContact = (
  req: PayloadRequest,
  {
    action,
    actor,
    handover,
    contact,
    to,
  }: Pick<AuditEntry, 'action' | 'actor'> & {
    handover: Pick<Handover, 'id' | 'queue'>
    contact: Contact
    /** The webhook that it goes to. */
    to?: string
  },
): Promise<void> =>
  recordAudit(req, {
    action,
    actor,
    subject: { collection: 'handovers', id: handover.id, title: `a hand-over in ${handover.queue}` },
    detail: { kinds: [...new Set(contact.details.map(({ kind }) => kind))], ...(to && { to }) },
  })
