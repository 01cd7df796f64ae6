import type { Payload } from 'payload'
import { InstantRefused } from '../commands/askedInstant'
import { replayAnswer, type Replay } from '../commands/replay/replayAnswer'
import { tellReplay } from '../commands/replay/tellReplay'
import { tellReceipt } from '../commands/tellReceipt'
import type { Answer, Bot } from '../../payload-types'
import { authenticateEither, onlyReader } from './authenticate'
import { forbidden, notFound } from './problem'
import { route } from './route'

/** A receipt as the API shows it to the bot that asked. */
export const presentReceipt = async (payload: Payload, row: Answer, bot: Bot) => ({
  id: row.id,
  question: row.question,
  redacted: Boolean(row.redacted),
  erasedAt: row.erasedAt ?? null,
  messages: row.messages ?? [],
  outcome: row.outcome,
  audiences: row.audiences ?? null,
  conversationId: row.conversationId ?? null,
  channel: row.channel ?? null,
  customer: row.customer ?? null,
  locale: row.locale,
  asOf: row.asOf,
  askedAt: row.createdAt,
  requestId: row.requestId,
  traceparent: row.traceparent ?? null,
  degraded: row.degraded,
  versions: row.versions,
  supersedes: row.supersedes ?? null,
  gapId: row.gap ?? null,
  handoverId: row.handover ?? null,
  ...(await tellReceipt(payload, row, bot)),
})

/** A bot's receipt by its id; null where there is none: another bot's is one that does not exist. */
export async function findReceipt(payload: Payload, bot: Bot, id: string): Promise<Answer | null> {
  const { docs } = await payload.find({
    collection: 'answers',
    where: { and: [{ id: { equals: id } }, { bot: { equals: bot.id } }] },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

/** The same where it must be there. @throws {HttpProblem} 404 */
export async function findReceiptOf(payload: Payload, bot: Bot, id: string): Promise<Answer> {
  const row = await findReceipt(payload, bot, id)
  if (!row) throw notFound(`There is no receipt ${id}.`)
  return row
}

/** A bot replays its own receipts; a person who is signed in, everyone's. */
export const replay = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, user, headers } = await authenticateEither(deps.payload, request, 'read:receipts')
  if (user) onlyReader(user, 'Agents read hand-overs, not receipts.')
  const replayed: Replay = await replayAnswer(deps, { receiptId: params.id, bot }).catch((error: unknown) => {
    throw error instanceof InstantRefused ? forbidden(error.message) : error
  })
  return Response.json(bot ? await tellReplay(deps.payload, replayed, bot) : replayed, { headers })
})
