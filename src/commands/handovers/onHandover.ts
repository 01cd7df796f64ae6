import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { idOf } from '../../records/content'
import { recordAudit } from '../../records/recordAudit'
import type { Handover, HandoverAct as StoredAct } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { redact } from '../../handover/redact'
import type { HandoverAct } from '../../vocabulary'
import { NotFoundError } from '../governedDocument'
import { sealReply } from './sealedReply'
import { HandoverRefused, standingOf, type HandoverContext } from './types'

/** Names acts by the keys that they came with. */
const ACT_NAMESPACE = '1f0f7f5e-52a1-4f0c-8a25-5d3f6c0f4f9b'

/** A hand-over in the transaction in which something is done to it. */
export interface Open {
  req: PayloadRequest
  handover: Handover
  /** What the colleague wrote, without secrets. */
  text: string | null
}

interface Done {
  act: HandoverAct
  text?: string | undefined
}

/**
 * Does something to a hand-over, in one transaction with the record of it: the act, an audit row, and what `change` does.
 * One that came before under the same key is not done again.
 * @param change says what changes of the row, null when it is so already; it throws where nothing may. @throws {HandoverRefused} @throws {NotFoundError}
 */
export const onHandover = (
  context: HandoverContext,
  { id, act, text }: Done & { id: string },
  change: (open: Open) => Promise<Partial<Handover> | null>,
): Promise<Handover> =>
  inTransaction({ payload: context.payload }, async (req) => {
    const handover = await findHandover(req.payload, { id, bot: context.colleague.bot, req })
    const done = { act, text: text === undefined ? null : redact(text).text }
    if (await wasDone(req, context, handover, done)) return handover
    const changed = await change({ req, handover, text: done.text })
    if (!changed) return handover
    const sealing = act === 'replied' ? { handover, written: text ?? '', kept: done.text } : null
    const sealed = sealing && sealReply(req.payload, sealing)
    const changes = sealed ? { ...changed, vaultKey: sealed.vaultKey } : changed
    if (Object.keys(changes).length)
      await req.payload.db.updateOne({ collection: 'handovers', id, data: changes, req })
    await keepAct(req, context, handover, { ...done, sealed: sealed?.sealed ?? null })
    return { ...handover, ...changes }
  })

/**
 * A hand-over; to a bot another one's does not exist.
 * @param bot null: a person asks. @throws {NotFoundError}
 */
export async function findHandover(
  payload: Payload,
  { id, bot, req = {} }: { id: string; bot: string | null; req?: Partial<PayloadRequest> },
): Promise<Handover> {
  const handover = await payload.db.findOne<Handover>({
    collection: 'handovers',
    where: { id: { equals: id } },
    req,
  })
  if (!handover || (bot && idOf(handover.bot) !== bot))
    throw new NotFoundError(`There is no hand-over ${id}.`)
  return handover
}

interface StoredText {
  act: HandoverAct
  text: string | null
  /** A reply as it was written. */
  sealed?: string | null
}

const actIdOf = ({ idempotencyKey, colleague }: HandoverContext, { id }: Handover, act: HandoverAct) =>
  idempotencyKey ? uuidv5(JSON.stringify([id, colleague.key, act, idempotencyKey]), ACT_NAMESPACE) : null

async function wasDone(
  req: PayloadRequest,
  context: HandoverContext,
  handover: Handover,
  { act, text }: StoredText,
): Promise<boolean> {
  const actId = actIdOf(context, handover, act)
  if (!actId) return false
  const before = await req.payload.db.findOne<StoredAct>({
    collection: 'handover-acts',
    where: { id: { equals: actId } },
    req,
  })
  if (before && (before.text ?? null) !== text)
    throw new HandoverRefused(
      'This Idempotency-Key came before with another text. Send a new key with each new text.',
      standingOf(handover),
    )
  return before !== null
}

async function keepAct(
  req: PayloadRequest,
  context: HandoverContext,
  handover: Handover,
  { act, text, sealed = null }: StoredText,
): Promise<void> {
  const { colleague } = context
  const actId = actIdOf(context, handover, act)
  await req.payload.db.create({
    collection: 'handover-acts',
    data: {
      id: actId ?? randomUUID(),
      handover: handover.id,
      act,
      by: colleague.key,
      byName: colleague.name,
      text,
      sealed,
    },
    req,
  })
  await recordAudit(req, {
    action: `handover.${act}`,
    actor: colleague.actor,
    // What customers write is not kept in the audit log: it could not be erased there.
    subject: { collection: 'handovers', id: handover.id, title: `a hand-over in ${handover.queue}` },
    detail: { queue: handover.queue, reason: handover.reason, urgency: handover.urgency },
  })
}
