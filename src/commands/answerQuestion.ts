import { randomUUID } from 'node:crypto'
import { askedLocale } from '../answer/askedLocale'
import type { AnswerRequest, AnswerResponse } from '../answer/schema'
import type { Turn } from '../answer/types'
import { withinTime } from '../answer/withinTime'
import { REQUEST_HASH_MARK } from '../database/retireBareHashes'
import type { Deps } from '../deps'
import { assertMayAskAbout } from './askedInstant'
import { askingBot } from './askingBot'
import { decideTurn } from './decideTurn'
import { countMisses } from './earlierMisses'
import { keptIdentity } from './personal'
import { recordAnswer } from './recordAnswer'
import { prepareGapEvent } from './recordGapEvent'
import { keyHashes, storedAnswer, type KeyedRequest } from './storedAnswer'
import type { Asked } from './asked'

/**
 * Answers one question for a bot and records everything before it returns: the receipt, and with it the gap event or
 * the hand-over, in one transaction. The same idempotency key and request get the same answer for a day, as long as all
 * of it may still be told; else it is decided anew under the same receipt's id.
 * How long it may take is the setting VOUCH_ANSWER_TIME_MS; what is not there by then is gone without.
 * @throws {InstantRefused} when the bot may not ask about the instant; {IdempotencyConflict} when the key came with
 *   another request; and whatever the database throws when the receipt cannot be stored, because an answer without a
 *   receipt is not given.
 */
export const answerQuestion = async (deps: Deps, asked: Asked): Promise<AnswerResponse> => {
  assertMayAskAbout(asked.bot, asked.request.asOf)
  const keyed = keyedRequestOf(deps, asked)
  const known = keyed && (await storedAnswer(deps, keyed))
  if (known?.response) return known.response
  try {
    return await decideAndRecord(deps, asked, { keyed, supersedes: known?.receiptId ?? null })
  } catch (error) {
    // Two requests with one key at the same moment: the one that was stored is the answer.
    const stored = keyed && (await storedAnswer(deps, keyed))
    if (stored?.response) return stored.response
    throw error
  }
}

/** The request with what it is found by when its key comes again; null without a key. */
const keyedRequestOf = (deps: Deps, { bot, request, idempotencyKey }: Asked): KeyedRequest | null =>
  idempotencyKey
    ? {
        bot,
        hashes: keyHashes(deps, { bot, key: idempotencyKey }),
        requestHash: askedRequestHash(deps, request),
        at: request.asOf ? Date.parse(request.asOf) : Date.now(),
      }
    : null

const decideAndRecord = async (
  deps: Deps,
  asked: Asked,
  { keyed, supersedes }: { keyed: KeyedRequest | null; supersedes: string | null },
): Promise<AnswerResponse> => {
  const receiptId = randomUUID()
  const [asTurn, misses] = await Promise.all([turnOf(asked), missesOf(deps, asked)])
  const turn = { ...asTurn, misses }
  const { signal } = asked
  const { resolution, versions } = await decideTurn(deps, { turn, bot: askingBot(asked.bot), signal })
  signal?.throwIfAborted()
  const gapEvent = await prepareGapEvent(deps, { turn, resolution })
  return recordAnswer(deps, {
    asked,
    turn,
    resolution,
    gapEvent,
    receiptId,
    supersedes,
    requestHash: keyed?.requestHash ?? askedRequestHash(deps, asked.request),
    // What was decided anew is found by the receipt that it supersedes.
    idempotencyHash: keyed && !supersedes ? keyed.hashes[0] : receiptId,
    versions,
  })
}

/** Too late to be known is none: the answer does not wait for it. */
const MISSES_MS = 500

const missesOf = ({ payload, keyedHash }: Deps, { bot, request, requestId }: Asked): Promise<number> => {
  const { conversationId } = keptIdentity(request, requestId, keyedHash)
  return withinTime(() => countMisses(payload, { bot: bot.id, conversationId }), MISSES_MS).catch(() => 0)
}

/** Tells two requests apart and nothing of what is in them. */
export const askedRequestHash = ({ keyedHash }: Deps, request: AnswerRequest): string =>
  REQUEST_HASH_MARK + keyedHash('request', JSON.stringify(request))

/** A request as one turn; what it leaves out is the language of its words, or the bot's first, and now. */
export const turnOf = async ({
  request,
  bot,
}: Pick<Asked, 'request'> & { bot: { locales?: readonly string[] | null } }): Promise<Turn> => ({
  question: request.question,
  messages: request.messages,
  locale: request.locale ?? (await askedLocale({ ...request, locales: bot.locales ?? [] })),
  channel: request.channel ?? null,
  conversationId: request.conversationId ?? null,
  customer: request.customer ?? null,
  at: request.asOf ? Date.parse(request.asOf) : Date.now(),
})
