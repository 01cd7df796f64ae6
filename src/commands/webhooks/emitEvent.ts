import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { queueJob } from '../../../ingestion/queue'
import type { Webhook } from '../../../payload-types'
import { traceparentNow } from '../../tracing/step'
import type { WebhookEvent } from '../../vocabulary'

/** What happened, for whoever asked to be told. */
export interface HappenedEvent {
  type: WebhookEvent
  /** The one webhook that is told, whatever it listens to; every one that listens unless given. */
  to?: string
  /** Ids and words of ours; what customers wrote is added when it is sent, for endpoints that get it. */
  data: Record<string, unknown>
}

/**
 * Has every endpoint told that asked for such events, after the transaction of `req` commits: a message and its job are
 * stored in it for each, and nothing is sent here.
 */
export async function emitEvent(req: PayloadRequest, ...events: readonly HappenedEvent[]): Promise<void> {
  if (!events.length) return
  const { docs } = await req.payload.db.find<Webhook>({
    collection: 'webhooks',
    where: { enabled: { equals: true } },
    limit: 0,
    pagination: false,
    req,
  })
  for (const event of events) await storeMessages(req, event, docs)
}

async function storeMessages(
  req: PayloadRequest,
  { type, data, to }: HappenedEvent,
  webhooks: readonly Webhook[],
): Promise<void> {
  const listening = webhooks.filter(({ id, events }) => (to ? id === to : events.includes(type)))
  const messageId = `msg_${randomUUID()}`
  for (const { id: webhook } of listening) {
    const deliveryId = randomUUID()
    await req.payload.db.create({
      collection: 'webhook-deliveries',
      data: {
        id: deliveryId,
        webhook,
        messageId,
        event: type,
        happenedAt: new Date().toISOString(),
        data,
        traceparent: traceparentNow(),
        state: 'waiting',
        attempts: 0,
      },
      req,
      returning: false,
    })
    await queueJob(req, 'deliverWebhook', { deliveryId })
  }
}
