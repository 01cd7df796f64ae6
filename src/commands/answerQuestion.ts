import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Bot } from '../../payload-types'
import { defaultCalibration } from '../answer/calibration'
import { toPublic } from '../answer/public'
import { findPassages, type ResolvePorts } from '../answer/find'
import { CONSIDERED, resolve } from '../answer/resolve'
import { retrievalQuestion } from '../answer/rewrite'
import type { AnswerRequest, AnswerResponse } from '../answer/schema'
import type { AskingBot, Resolution, Turn } from '../answer/types'
import { startBudget, withinTime } from '../answer/withinTime'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { buildHandover } from '../handover/package'
import { redact } from '../handover/redact'
import type { Audience } from '../vocabulary'
import { answerPorts } from './answerPorts'
import { explain } from './explain'
import { prepareGapEvent, recordGapEvent, type GapEvent } from './recordGapEvent'

/** How long one answer may take, in ms; what is not there by then is gone without. */
const BUDGET_MS = 5_000
/** How long looking up texts for a person who takes over may take, in ms. */
const CONTEXT_BUDGET_MS = 1_500
/** How long storing an answer may take, in ms; then it is not given. */
const RECORD_MS = 5_000
/** Where a hand-over goes when its topic names no queue. */
const DEFAULT_QUEUE = 'general'

/** The same idempotency key came with another request. */
export class IdempotencyConflict extends VouchError {
  override name = 'IdempotencyConflict'
}

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
  const known = asked.idempotencyKey ? await storedResponse(deps, idempotencyHash, requestHash) : null
  if (known) return known
  const turn = turnOf(asked)
  const { ports, version } = answerPorts(deps)
  const bot = askingBot(asked.bot)
  const decided = await resolve({ turn, bot, ports, calibration: defaultCalibration, budgetMs: BUDGET_MS })
  const resolution = await withKnowledge({ resolution: decided, turn, bot, ports })
  const gapEvent = await prepareGapEvent(deps, { turn, resolution })
  const versions = {
    indexVersion: version()?.id ?? null,
    embeddingModel: version()?.model?.id ?? null,
    chunker: version()?.chunker ?? null,
    calibration: defaultCalibration.id,
  }
  try {
    return await recorded(deps, {
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
    const stored = asked.idempotencyKey ? await storedResponse(deps, idempotencyHash, requestHash) : null
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

const turnOf = ({ request, bot }: Asked): Turn => ({
  question: request.question,
  messages: request.messages,
  locale: request.locale ?? bot.locales?.[0] ?? 'en-GB',
  channel: request.channel ?? null,
  conversationId: request.conversationId ?? null,
  customer: request.customer ?? null,
  at: request.asOf ? Date.parse(request.asOf) : Date.now(),
})

interface Recording {
  req: PayloadRequest
  asked: Asked
  turn: Turn
  resolution: Resolution
  gapEvent: GapEvent | null
  receiptId: string
  requestHash: string
  idempotencyHash: string
  versions: Record<string, string | null>
}

/** Stores everything in time, or nothing: what gets its turn at the database too late is not written any more. */
const recorded = ({ payload }: Deps, recording: Omit<Recording, 'req'>): Promise<AnswerResponse> => {
  const budget = startBudget(RECORD_MS)
  const store = () =>
    inTransaction({ payload }, (req) => {
      if (budget.left() === 0) throw new VouchError('The database was too late to store this answer.')
      return record({ ...recording, req })
    })
  return withinTime(store, RECORD_MS)
}

const record = async (recording: Recording): Promise<AnswerResponse> => {
  const { req, asked, turn, resolution, gapEvent, receiptId } = recording
  const { decision, considered, degraded, timings } = resolution
  const handover = decision.outcome === 'escalated' ? handoverOf(recording) : null
  const response = toPublic({
    decision,
    question: turn.question,
    receiptId,
    locale: turn.locale,
    degraded,
    ...(handover && { handover: { id: handover.id, queue: handover.queue, urgency: handover.urgency } }),
  })
  await req.payload.db.create({
    collection: 'answers',
    data: {
      id: receiptId,
      question: redact(turn.question).text,
      outcome: decision.outcome,
      reason: 'reason' in decision ? decision.reason : null,
      bot: asked.bot.id,
      confidence: decision.confidence,
      message: response.message,
      conversationId: turn.conversationId,
      channel: turn.channel,
      customer: turn.customer,
      locale: turn.locale,
      asOf: new Date(turn.at).toISOString(),
      requestId: asked.requestId,
      idempotencyHash: recording.idempotencyHash,
      requestHash: recording.requestHash,
      messages: turn.messages.map(({ role, content }) => ({ role, content: redact(content).text })),
      metadata: asked.request.metadata,
      response,
      considered,
      degraded,
      timings,
      versions: recording.versions,
      citedDocuments:
        decision.outcome === 'answered'
          ? [...new Set(decision.citations.map(({ document }) => document.id))]
          : [],
      handover: null,
      gap: null,
    },
    req,
  })
  if (handover) await storeHandover(recording, handover)
  if (gapEvent)
    await recordGapEvent(req, { ...gapEvent, receiptId, bot: asked.bot.id, customer: turn.customer })
  return asked.request.explain ? { ...response, explanation: explain(resolution) } : response
}

type Handover = { id: string; queue: string; urgency: 'normal' | 'high'; package: unknown }

const handoverOf = ({ resolution, turn }: Recording): Handover | null => {
  const context = buildHandover({ turn, resolution })
  return (
    context && {
      id: randomUUID(),
      queue: context.queue ?? DEFAULT_QUEUE,
      urgency: context.urgency,
      package: context,
    }
  )
}

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
  }
  const found = await findPassages({ request, ports, budget: startBudget(CONTEXT_BUDGET_MS), timings: {} })
  return { ...resolution, considered: found.available ? found.passages : [] }
}

const storeHandover = async (
  { req, resolution, turn, receiptId }: Recording,
  handover: Handover,
): Promise<void> => {
  const { decision } = resolution
  if (decision.outcome !== 'escalated') return
  await req.payload.db.create({
    collection: 'handovers',
    data: {
      id: handover.id,
      question: redact(turn.question).text,
      reason: decision.reason,
      urgency: handover.urgency,
      queue: handover.queue,
      receipt: receiptId,
      package: handover.package,
    },
    req,
  })
}

const storedResponse = async (
  { payload }: Deps,
  idempotencyHash: string,
  requestHash: string,
): Promise<AnswerResponse | null> => {
  const { docs } = await payload.find({
    collection: 'answers',
    where: { idempotencyHash: { equals: idempotencyHash } },
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
  })
  if (!docs[0]) return null
  if (docs[0].requestHash !== requestHash)
    throw new IdempotencyConflict(
      'This Idempotency-Key was used with another request. Send a new key for a new request.',
    )
  return docs[0].response as unknown as AnswerResponse
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
