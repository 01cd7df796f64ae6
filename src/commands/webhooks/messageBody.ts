import type { Payload } from 'payload'
import type { Handover, Webhook, WebhookDelivery } from '../../../payload-types'
import { SHAPES } from '../../outbound/shapes/registry'
import type { Told } from '../../outbound/shapes/types'
import { parseHandover } from '../parseHandover'

interface Message {
  delivery: WebhookDelivery
  webhook: Pick<Webhook, 'shape' | 'withPackage' | 'ticketType' | 'contact'>
  /** Where people open the admin. */
  publicUrl: string
}

/** What is sent, in the shape that the receiver takes, and what its shape has to say in headers. */
export async function messageBody(
  payload: Payload,
  message: Message,
): Promise<{ body: string; headers: Record<string, string> }> {
  const { shape, ticketType, contact } = message.webhook
  const shaped = SHAPES[shape ?? 'vouch'](await toldOf(payload, message), { ticketType, contact })
  return { body: JSON.stringify(shaped.body), headers: shaped.headers }
}

/**
 * The message before it is shaped. The package of a hand-over is read when it is sent, so that what customers wrote is stored in
 * one place, and is the same at every try: a package never changes.
 */
async function toldOf(payload: Payload, { delivery, webhook, publicUrl }: Message): Promise<Told> {
  const data = delivery.data as Record<string, unknown>
  const id = typeof data['id'] === 'string' ? data['id'] : null
  const context =
    id && delivery.event === 'handover.created' && webhook.withPackage === true
      ? await readPackage(payload, id)
      : undefined
  return {
    id: delivery.messageId,
    type: delivery.event,
    timestamp: new Date(delivery.happenedAt).toISOString(),
    data,
    package: context === undefined ? null : parseHandover(context),
    rawPackage: context,
    link: id && delivery.event.startsWith('handover.') ? pageOf(publicUrl, id) : null,
  }
}

const pageOf = (publicUrl: string, id: string): string =>
  `${publicUrl}/admin/collections/handovers/${encodeURIComponent(id)}`

async function readPackage(payload: Payload, id: string): Promise<unknown> {
  const handover = await payload.db.findOne<Handover>({
    collection: 'handovers',
    where: { id: { equals: id } },
    select: { package: true },
    req: {},
  })
  return handover?.package
}
