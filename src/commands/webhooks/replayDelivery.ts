import type { Payload } from 'payload'
import { recordAudit } from '../../records/recordAudit'
import { queueJob } from '../../../ingestion/queue'
import type { User, WebhookDelivery } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { NotFoundError } from '../governedDocument'

/** Sends a message again, whatever came of it, under its own id and with all its tries. @throws {NotFoundError} */
export const replayDelivery = (
  { payload, user }: { payload: Payload; user: Pick<User, 'id' | 'name'> },
  deliveryId: string,
): Promise<WebhookDelivery> =>
  inTransaction({ payload }, async (req) => {
    const replayed = await payload.db.updateOne({
      collection: 'webhook-deliveries',
      where: { id: { equals: deliveryId } },
      data: { state: 'waiting', attempts: 0, nextTryAt: null, deliveredAt: null },
      req,
    })
    if (!replayed) throw new NotFoundError(`There is no webhook message ${deliveryId}.`)
    const delivery = replayed as unknown as WebhookDelivery
    await queueJob(req, 'deliverWebhook', { deliveryId })
    await recordAudit(req, {
      action: 'webhook.replayed',
      actor: user,
      subject: { collection: 'webhook-deliveries', id: deliveryId, title: delivery.event },
      detail: { messageId: delivery.messageId },
    })
    return delivery
  })
