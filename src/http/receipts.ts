import type { Payload } from 'payload'
import { replayAnswer, type Replay } from '../commands/replay/replayAnswer'
import type { Answer } from '../../payload-types'
import { authenticateBot, authenticateUser } from './authenticate'
import { route } from './route'

/** A receipt as the API shows it. */
export const presentReceipt = (row: Answer) => ({
  id: row.id,
  question: row.question,
  redacted: Boolean(row.redacted),
  messages: row.messages ?? [],
  outcome: row.outcome,
  reason: row.reason ?? null,
  because: row.because ?? null,
  confidence: row.confidence ?? null,
  audiences: row.audiences ?? null,
  conversationId: row.conversationId ?? null,
  channel: row.channel ?? null,
  customer: row.customer ?? null,
  locale: row.locale,
  asOf: row.asOf,
  askedAt: row.createdAt,
  requestId: row.requestId,
  response: row.response,
  considered: row.considered,
  searched: row.searched ?? null,
  features: row.features ?? {},
  degraded: row.degraded,
  timings: row.timings,
  versions: row.versions,
  gapId: row.gap ?? null,
  handoverId: row.handover ?? null,
})

/** A bot replays its own receipts; a person who is signed in, everyone's. */
export const replay = route<{ id: string }>(async ({ request, params, deps }) => {
  const { onlyOf, headers } = await readerOf(deps.payload, request)
  const found: Replay = await replayAnswer(deps, { receiptId: params.id, ...(onlyOf && { onlyOf }) })
  return Response.json(found, { headers })
})

const readerOf = async (
  payload: Payload,
  request: Request,
): Promise<{ onlyOf: string | null; headers: Record<string, string> }> => {
  if (!request.headers.get('authorization')?.startsWith('Bearer ')) {
    await authenticateUser(payload, request)
    return { onlyOf: null, headers: {} }
  }
  const { bot, rateLimitHeaders } = await authenticateBot(payload, request, 'read:receipts')
  return { onlyOf: bot.id, headers: rateLimitHeaders }
}
