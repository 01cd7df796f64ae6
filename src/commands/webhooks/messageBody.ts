import type { Payload } from 'payload'
import type { Handover, WebhookDelivery } from '../../../payload-types'

/**
 * What is sent: `{ type, timestamp, data }`. The package of a hand-over is read when it is sent, so that what customers
 * wrote is stored in one place, and is the same at every try: a package never changes.
 */
export async function messageBody(
  payload: Payload,
  { delivery, withPackage }: { delivery: WebhookDelivery; withPackage: boolean },
): Promise<string> {
  const data = delivery.data as Record<string, unknown>
  const handover = delivery.event === 'handover.created' && withPackage ? String(data['id']) : null
  const context = handover ? await readPackage(payload, handover) : undefined
  return JSON.stringify({
    type: delivery.event,
    timestamp: new Date(delivery.happenedAt).toISOString(),
    data: { ...data, ...(context !== undefined && { package: context }) },
  })
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
