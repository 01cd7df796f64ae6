import type { Payload, PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import type { Bot, Recall, RecalledAnswer } from '../../../payload-types'
import { pagesOf, rowsById } from '../../database/pages'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { deadlineOf } from '../../governance/recall'
import { groupBy } from '../../groupBy'
import { idOf } from '../../records/content'
import { emitEvent } from '../webhooks/emitEvent'
import { citingAnswers, type CitingAnswer } from './citingAnswers'

const ANSWER_NAMESPACE = '0c0f4a6d-7a5f-4b61-a7f0-2a6f4d2f7b19'

/** Of one recall and one receipt: listing them again finds what is there. */
const rowIdOf = (recall: string, receipt: string): string => uuidv5(`${recall}:${receipt}`, ANSWER_NAMESPACE)

/**
 * The worker's part of a recall: lists every answer that cited the release, opens a follow-up for each conversation, and tells
 * the bots that gave them. A run that was cut off is run again and adds what is missing; what is there stays as it is.
 */
export async function listRecall(deps: Pick<Deps, 'payload'>, recallId: string): Promise<void> {
  const { payload } = deps
  const recall = await payload.db.findOne<Recall>({
    collection: 'recalls',
    where: { id: { equals: recallId } },
    req: {},
  })
  if (!recall) return
  for await (const page of citingAnswers(payload, recall)) await addAnswers(deps, recall, page)
  const told = await readListed(payload, recallId)
  await inTransaction(deps, async (req) => {
    const conversations = [...groupBy(told, conversationOf).values()]
    await openFollowUps(req, conversations)
    await tellBots(req, recall, told)
    await req.payload.db.updateOne({
      collection: 'recalls',
      id: recallId,
      data: {
        ...(recall.state === 'listing' && { state: told.length > 0 ? 'open' : 'done' }),
        answers: told.length,
        conversations: conversations.length,
      },
      req,
    })
  })
}

const addAnswers = (
  deps: Pick<Deps, 'payload'>,
  { id }: Recall,
  page: readonly CitingAnswer[],
): Promise<void> =>
  inTransaction(deps, async (req) => {
    const ids = page.map(({ receiptId }) => rowIdOf(id, receiptId))
    const known = await rowsById(req.payload, { collection: 'recalled-answers', ids, select: {} })
    for (const { receiptId, bot, conversationId, answeredAt } of page) {
      const rowId = rowIdOf(id, receiptId)
      if (known.has(rowId)) continue
      await req.payload.db.create({
        collection: 'recalled-answers',
        data: { id: rowId, recall: id, receipt: receiptId, bot, conversationId, answeredAt },
        req,
        returning: false,
      })
    }
  })

/** Everything that a recall lists. */
export async function readListed(payload: Payload, recall: string): Promise<RecalledAnswer[]> {
  const rows: RecalledAnswer[] = []
  const pages = pagesOf<RecalledAnswer>(payload, {
    collection: 'recalled-answers',
    where: { recall: { equals: recall } },
  })
  for await (const page of pages) rows.push(...page)
  return rows
}

/** Whoever was told it twice is written to once: where the conversation was last told. */
async function openFollowUps(
  req: PayloadRequest,
  conversations: readonly (readonly RecalledAnswer[])[],
): Promise<void> {
  for (const rows of conversations) {
    if (rows.some(({ followUp }) => followUp)) continue
    const last = rows.reduce((a, b) => (String(b.answeredAt) > String(a.answeredAt) ? b : a))
    await req.payload.db.updateOne({
      collection: 'recalled-answers',
      id: last.id,
      data: { followUp: 'open' },
      req,
      returning: false,
    })
  }
}

const conversationOf = ({ bot, conversationId, id }: RecalledAnswer): string =>
  conversationId ? `${idOf(bot)} ${conversationId}` : id

/** Once each: a bot that has a webhook for recalls must acknowledge within its tier's time. */
async function tellBots(req: PayloadRequest, recall: Recall, rows: readonly RecalledAnswer[]): Promise<void> {
  const byBot = groupBy(rows, ({ bot }) => idOf(bot) ?? '')
  const bots = await rowsById<Bot>(req.payload, { collection: 'bots', ids: [...byBot.keys()] })
  for (const bot of bots.values()) {
    const webhook = idOf(bot.recallWebhook)
    const id = rowIdOf(recall.id, bot.id)
    if (!webhook || (await isTold(req, id))) continue
    const deadline = deadlineOf(recall.riskTier, Date.now())
    const answers = byBot.get(bot.id)?.length ?? 0
    await req.payload.db.create({
      collection: 'recall-notices',
      data: { id, recall: recall.id, bot: bot.id, webhook, answers, deadline },
      req,
      returning: false,
    })
    await emitEvent(req, {
      type: 'release.recalled',
      to: webhook,
      data: toldOf({ recall, bot, answers, deadline }),
    })
  }
}

const isTold = async (req: PayloadRequest, id: string): Promise<boolean> =>
  (await req.payload.db.findOne({ collection: 'recall-notices', where: { id: { equals: id } }, req })) !==
  null

const toldOf = (o: {
  recall: Recall
  bot: Bot
  answers: number
  deadline: string
}): Record<string, unknown> => ({
  id: o.recall.id,
  releaseId: idOf(o.recall.release),
  document: { collection: o.recall.documentCollection, id: o.recall.documentId, title: o.recall.title },
  version: o.recall.version,
  cause: o.recall.cause,
  bot: { id: o.bot.id, name: o.bot.name },
  answers: o.answers,
  acknowledgeBy: o.deadline,
})
