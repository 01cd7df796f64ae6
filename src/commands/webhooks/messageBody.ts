import type { Payload } from 'payload'
import type { Handover, Webhook, WebhookDelivery } from '../../../payload-types'
import { SHAPES } from '../../outbound/shapes/registry'
import type { Told } from '../../outbound/shapes/types'
import { TELLS_CONTACT, withContact } from '../../outbound/shapes/withContact'
import { openContact, type Contact } from '../handovers/contactDetails'
import { parseHandover } from '../parseHandover'

interface Message {
  delivery: WebhookDelivery
  webhook: Pick<Webhook, 'shape' | 'withPackage' | 'ticketType' | 'contact'>
  /** Where people open the admin. */
  publicUrl: string
}

/** What is sent, in the shape that the receiver takes, with what its shape has to say in headers. */
export interface MessageBody {
  body: string
  headers: Record<string, string>
  /** The hand-over whose customer's contact is in it, which is recorded when it is sent; null where none is. */
  discloses: { handover: PackagedHandover; contact: Contact } | null
}

/** Puts a message of the outbox into the shape of its receiver. */
export async function messageBody(payload: Payload, message: Message): Promise<MessageBody> {
  const { shape, ticketType, contact } = message.webhook
  const packaged = await packagedHandover(payload, message)
  const discloses = packaged?.contact.state === 'open' && TELLS_CONTACT[shape ?? 'vouch'] ? packaged : null
  const shaped = SHAPES[shape ?? 'vouch'](toldOf(message, packaged), { ticketType, contact })
  return { body: JSON.stringify(shaped.body), headers: shaped.headers, discloses }
}

/**
 * The message before it is shaped. The package of a hand-over is read when it is sent, so that what customers wrote is stored in
 * one place, and is the same at every try: a package never changes.
 */
function toldOf({ delivery, webhook, publicUrl }: Message, packaged: Packaged | null): Told {
  const data = delivery.data as Record<string, unknown>
  const id = typeof data['id'] === 'string' ? data['id'] : null
  const stored = (packaged?.handover.package ?? {}) as Record<string, unknown>
  const contact = packaged?.contact.details ?? []
  const shown = packaged && withContact(stored, { contact, shape: webhook.shape ?? 'vouch' })
  return {
    id: delivery.messageId,
    type: delivery.event,
    timestamp: new Date(delivery.happenedAt).toISOString(),
    data,
    package: shown && parseHandover(shown),
    rawPackage: shown ?? undefined,
    link: id && delivery.event.startsWith('handover.') ? pageOf(publicUrl, id) : null,
  }
}

const pageOf = (publicUrl: string, id: string): string =>
  `${publicUrl}/admin/collections/handovers/${encodeURIComponent(id)}`

type PackagedHandover = Pick<Handover, 'id' | 'queue' | 'package' | 'contact' | 'vaultKey'>

interface Packaged {
  handover: PackagedHandover
  contact: Contact
}

/** The hand-over that a message tells of, where the receiver gets all of it. */
async function packagedHandover(payload: Payload, { delivery, webhook }: Message): Promise<Packaged | null> {
  const { id } = delivery.data as { id?: unknown }
  if (typeof id !== 'string' || delivery.event !== 'handover.created' || webhook.withPackage !== true)
    return null
  const handover = await payload.db.findOne<Handover>({
    collection: 'handovers',
    where: { id: { equals: id } },
    select: { package: true, queue: true, contact: true, vaultKey: true },
    req: {},
  })
  return handover && { handover, contact: openContact(payload, handover) }
}
