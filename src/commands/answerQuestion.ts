import { createHash, randomUUID } from 'node:crypto'
import type { Bot } from '../../payload-types'
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
}

/**
 * Answers one question for a bot and records everything before it returns: the receipt, and with it the gap event or
 * the hand-over, in one transaction. The same idempotency key and request get the same receipt.
 * @throws {IdempotencyConflict} when the key came with another request; and whatever the database throws when the
 *   receipt cannot be stored, because an answer without a receipt is not given.
 */
export const answerQuestion = async (deps: Deps, asked: Asked): Promise<AnswerResponse> => {
  const receiptId = randomUUID()
  const requestHash = hash(JSON.stringify(asked.request))
  const idempotencyHash = hash(`${asked.bot.id}:${asked.idempotencyKey ?? receiptId}`)
  const known = asked.idempotencyKey ? await storedAnswer(deps, idempotencyHash, requestHash) : null
  if (known) return known
  const turn = turnOf(asked)
  const bot = askingBot(asked.bot)
  const { resolution, versions } = await decideTurn(deps, { turn, bot, present: !asked.request.asOf })
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
})

/** A request as one turn; what it leaves out is the bot's first locale, and now. */
export const turnOf = ({ request, bot }: Pick<Asked, 'request' | 'bot'>): Turn => ({
  question: request.question,
  messages: request.messages,
  locale: request.locale ?? bot.locales?.[0] ?? 'en-GB',
  channel: request.channel ?? null,
  conversationId: request.conversationId ?? null,
  customer: request.customer ?? null,
  at: request.asOf ? Date.parse(request.asOf) : Date.now(),
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
