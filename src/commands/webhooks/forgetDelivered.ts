import type { Payload } from 'payload'

const DAYS = 30

/** Deletes messages that were taken more than 30 days ago; those that wait or are dead stay, however old. */
export const forgetDelivered = async (payload: Payload): Promise<void> => {
  const before = new Date(Date.now() - DAYS * 24 * 60 * 60_000).toISOString()
  await payload.db.deleteMany({
    collection: 'webhook-deliveries',
    where: { and: [{ state: { equals: 'delivered' } }, { deliveredAt: { less_than: before } }] },
    req: {},
  })
}
