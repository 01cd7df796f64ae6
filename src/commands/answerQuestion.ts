import { createHash, randomUUID } from 'node:crypto'
import type { Bot } from '../../payload-types'
import { askedLocale } from '../answer/askedLocale'
import { defaultCalibration } from '../answer/calibration'
import { findPassages, type ResolvePorts } from '../answer/find'
import { CONSIDERED, resolve } from '../answer/resolve'
import { retrievalQuestion } from '../answer/rewrite'
import type { AnswerRequest, AnswerResponse } from '../answer/schema'
import type { AskingBot, Resolution, Turn } from '../answer/types'
import { startBudget } from '../answer/withinTime'
import type { Deps } from '../deps'
import type { Audience } from '../vocabulary'
import { answerPorts } from './answerPorts'
import { recordAnswer } from './recordAnswer'
import { prepareGapEvent } from './recordGapEvent'
import { storedAnswer } from './storedAnswer'

/** How long looking up texts for a person who takes over may take, in ms. */
const CONTEXT_BUDGET_MS = 1_500

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
  const { ports, version } = answerPorts(deps, { present: !asked.request.asOf })
  const bot = askingBot(asked.bot)
  const decided = await resolve({
    turn,
    bot,
    ports,
    calibration: defaultCalibration,
    budgetMs: deps.env.VOUCH_ANSWER_TIME_MS,
    models: deps.languageModels,
    signal: asked.signal,
  })
  asked.signal?.throwIfAborted()
  const resolution = await withKnowledge({ resolution: decided, turn, bot, ports })
  const gapEvent = await prepareGapEvent(deps, { turn, resolution })
  const versions = {
    indexVersion: version()?.id ?? null,
    embeddingModel: version()?.model?.id ?? null,
    chunker: version()?.chunker ?? null,
    calibration: defaultCalibration.id,
  }
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

const turnOf = async ({ request, bot }: Asked): Promise<Turn> => ({
  question: request.question,
  messages: request.messages,
  locale: request.locale ?? (await askedLocale({ ...request, locales: bot.locales ?? [] })),
  channel: request.channel ?? null,
  conversationId: request.conversationId ?? null,
  customer: request.customer ?? null,
  at: request.asOf ? Date.parse(request.asOf) : Date.now(),
})

/** A person who takes over is given the texts about it, also when the customer's own words were enough to decide. */
const withKnowledge = async ({
  resolution,
  turn,
  bot,
  ports,
}: {
  resolution: Resolution
  turn: Turn
  bot: AskingBot
  ports: ResolvePorts
}): Promise<Resolution> => {
  const { decision, considered } = resolution
  if (decision.outcome !== 'escalated' || considered.length) return resolution
  // “I want to speak to a person about my repair” is looked up as “about my repair”.
  const subject = turn.question.replace(decision.evidence, ' ').trim() || turn.question
  const request = {
    question: retrievalQuestion({ ...turn, question: subject }),
    at: turn.at,
    audiences: bot.audiences,
    limit: CONSIDERED,
    locale: turn.locale,
  }
  const found = await findPassages({ request, ports, budget: startBudget(CONTEXT_BUDGET_MS), timings: {} })
  return { ...resolution, considered: found.available ? found.passages : [] }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
