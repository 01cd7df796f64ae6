import type { Payload } from 'payload'
import type { Handover, Webhook, WebhookDelivery } from '../../../payload-types'
import { shaped } from './shapes/shaped'

/**
 * What is sent: `{ type, timestamp, data }`, or that in the shape of the system that gets it. The package of a hand-over is read when it is sent, so that what customers
 * wrote is stored in one place, and is the same at every try: a package never changes.
 */
export async function messageBody(
  payload: Payload,
  { delivery, webhook }: { delivery: WebhookDelivery; webhook: Pick<Webhook, 'withPackage' | 'shape'> },
): Promise<string> {
  const data = delivery.data as Record<string, unknown>
  const handover = delivery.event === 'handover.created' && webhook.withPackage ? String(data['id']) : null
  const context = handover ? await readPackage(payload, handover) : undefined
  const message = {
    type: delivery.event,
    timestamp: new Date(delivery.happenedAt).toISOString(),
    data: { ...data, ...(context !== undefined && { package: context }) },
  }
  const publicUrl = String(payload.config.custom?.['publicUrl'] ?? '')
  return JSON.stringify(shaped(message, { shape: webhook.shape ?? 'vouch', publicUrl }))
}

async function readPackage(payload: Payload, id: string): Promise<unknown> {
  const handover = await payload.db.findOne<Handover>({
    collection: 'handovers',
    where: { id: { equals: id } },
    select: { package: true },
    req: {},
  })
  return handover?.package
}
