import { createHash, randomUUID } from 'node:crypto'
import type { Bot } from '../../payload-types'
import { askedLocale } from '../answer/askedLocale'
import type { AnswerRequest, AnswerResponse } from '../answer/schema'
import type { AskingBot, Turn } from '../answer/types'
import type { Deps } from '../deps'
import type { Audience } from '../vocabulary'
import { decideTurn } from './decideTurn'
import { recordAnswer } from './recordAnswer'
import { prepareGapEvent } from './recordGapEvent'
import { storedAnswer } from './storedAnswer'

export interface Asked {
  bot: Bot
  request: AnswerRequest
  requestId: string
  idempotencyKey?: string | null
  /** Nobody waits any more: then nothing is answered, and nothing recorded. */
  signal?: AbortSignal
}

/**
 * Answers one question for a bot and records everything before it returns: the receipt, and with it the gap event or
 * the hand-over, in one transaction. The same idempotency key and request get the same receipt.
 * How long it may take is the setting VOUCH_ANSWER_TIME_MS; what is not there by then is gone without.
 * @throws {IdempotencyConflict} when the key came with another request; and whatever the database throws when the
 *   receipt cannot be stored, because an answer without a receipt is not given.
 */
export const answerQuestion = async (deps: Deps, asked: Asked): Promise<AnswerResponse> => {
  const receiptId = randomUUID()
  const requestHash = hash(JSON.stringify(asked.request))
  const idempotencyHash = hash(`${asked.bot.id}:${asked.idempotencyKey ?? receiptId}`)
  const known = asked.idempotencyKey ? await storedAnswer(deps, idempotencyHash, requestHash) : null
  if (known) return known
  const turn = await turnOf(asked)
  const bot = askingBot(asked.bot)
  const { signal } = asked
  const { resolution, versions } = await decideTurn(deps, {
    turn,
    bot,
    present: !asked.request.asOf,
    signal,
  })
  signal?.throwIfAborted()
  const gapEvent = await prepareGapEvent(deps, { turn, resolution })
  try {
    return await recordAnswer(deps, {
      asked,
      turn,
      resolution,
      gapEvent,
      receiptId,
      requestHash,
      idempotencyHash,
      versions,
    })
  } catch (error) {
    // Two requests with one key at the same moment: the one that was stored is the answer.
    const stored = asked.idempotencyKey ? await storedAnswer(deps, idempotencyHash, requestHash) : null
    if (stored) return stored
    throw error
  }
}

export const askingBot = (bot: Bot): AskingBot => ({
  id: bot.id,
  name: bot.name,
  audiences: bot.audiences as Audience[],
  locales: bot.locales ?? [],
  answerMode: bot.answerMode ?? 'quoted',
  tone: bot.tone ?? null,
})

/** A request as one turn; what it leaves out is the language of its words, or the bot's first, and now. */
export const turnOf = async ({ request, bot }: Pick<Asked, 'request' | 'bot'>): Promise<Turn> => ({
  question: request.question,
  messages: request.messages,
  locale: request.locale ?? (await askedLocale({ ...request, locales: bot.locales ?? [] })),
  channel: request.channel ?? null,
  conversationId: request.conversationId ?? null,
  customer: request.customer ?? null,
  at: request.asOf ? Date.parse(request.asOf) : Date.now(),
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
