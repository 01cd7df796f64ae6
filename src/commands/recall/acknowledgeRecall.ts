import type { Payload } from 'payload'
import type { Bot, RecallNotice } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { recordAudit } from '../../records/recordAudit'
import { NotFoundError } from '../governedDocument'

/**
 * A bot says that it has acted on a recall; its keys work again. Said twice, the first counts.
 * @throws {NotFoundError} when this bot was told of no such recall.
 */
export const acknowledgeRecall = (
  deps: Pick<Deps, 'payload'>,
  { bot, recallId }: { bot: Bot; recallId: string },
): Promise<{ acknowledgedAt: string }> =>
  inTransaction(deps, async (req) => {
    const notice = await req.payload.db.findOne<RecallNotice>({
      collection: 'recall-notices',
      where: { and: [{ recall: { equals: recallId } }, { bot: { equals: bot.id } }] },
      req,
    })
    if (!notice) throw new NotFoundError('This bot was told of no such recall.')
    if (notice.acknowledgedAt) return { acknowledgedAt: notice.acknowledgedAt }
    const acknowledgedAt = new Date().toISOString()
    await req.payload.db.updateOne({
      collection: 'recall-notices',
      id: notice.id,
      data: { acknowledgedAt },
      req,
    })
    await recordAudit(req, {
      action: 'recall.acknowledged',
      actor: { id: bot.id, name: bot.name },
      subject: { collection: 'recalls', id: recallId, title: bot.name },
      detail: { deadline: notice.deadline },
    })
    return { acknowledgedAt }
  })

/** The first recall that a bot should have acknowledged by now; null where it owes none, or has no webhook to be told by. */
export async function overdueRecall(
  payload: Payload,
  bot: Pick<Bot, 'id' | 'recallWebhook'>,
): Promise<RecallNotice | null> {
  if (!bot.recallWebhook) return null
  const { docs } = await payload.db.find<RecallNotice>({
    collection: 'recall-notices',
    where: {
      and: [
        { bot: { equals: bot.id } },
        { acknowledgedAt: { exists: false } },
        { deadline: { less_than: new Date().toISOString() } },
      ],
    },
    sort: 'deadline',
    limit: 1,
    pagination: false,
    req: {},
  })
  return docs[0] ?? null
}
