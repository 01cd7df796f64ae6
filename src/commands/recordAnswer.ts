import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { citationsOf } from '../answer/cited'
import { toPublic } from '../answer/public'
import type { AnswerResponse } from '../answer/schema'
import { signedShareOf } from '../answer/signedShare'
import type { Resolution, Turn } from '../answer/types'
import { startBudget, withinTime } from '../answer/withinTime'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { contactIn } from '../handover/contact'
import { buildHandover } from '../handover/package'
import { redact } from '../handover/redact'
import type { Urgency } from '../vocabulary'
import type { Asked } from './asked'
import { askingBot } from './askingBot'
import type { Versions } from './decideTurn'
import { explain } from './explain'
import { addContact } from './handovers/addContact'
import { sealContact, type SealedContact } from './handovers/contactDetails'
import { step, traceparentNow } from '../tracing/step'
import { handoverData } from './handovers/handoverData'
import { keptIdentity, type KeptIdentity } from './personal'
import { readTeams } from './handovers/readTeams'
import { recordGapEvent, type GapEvent } from './recordGapEvent'
import { emitEvent } from './webhooks/emitEvent'

/** How long storing an answer may take, in ms; then it is not given. */
const RECORD_MS = 5_000
/** Where a hand-over goes when nothing names a queue for it. */
const DEFAULT_QUEUE = 'general'

/** One answer with everything that is stored of it. */
export interface Recording {
  req: PayloadRequest
  kept: KeptIdentity
  asked: Asked
  turn: Turn
  resolution: Resolution
  gapEvent: GapEvent | null
  receiptId: string
  /** The receipt whose answer did not hold any more when its key came again. */
  supersedes: string | null
  requestHash: string
  idempotencyHash: string
  versions: Versions
}

/** Stores everything in time, or nothing: what gets its turn at the database too late is not written any more. */
export const recordAnswer = (
  deps: Deps,
  recording: Omit<Recording, 'req' | 'kept'>,
): Promise<AnswerResponse> => {
  const budget = startBudget(RECORD_MS)
  const store = () =>
    inTransaction(deps, async (req) => {
      if (budget.left() === 0) throw new VouchError('The database was too late to store this answer.')
      const { signal, delivery } = recording.asked
      signal?.throwIfAborted()
      const response = await storeAnswer(deps, req, recording)
      // The last that may stop it: what is committed has been told, and what was not told is not committed.
      if (delivery?.claim() === false)
        throw new VouchError('Nobody waited for this answer any more; it was not stored.')
      return response
    })
  return withinTime(() => step('record', store), RECORD_MS).catch((error: unknown) => {
    // Whatever still runs must not commit what the caller is told has failed.
    recording.asked.delivery?.giveUp()
    throw error
  })
}

/** Stores an answer with what belongs to it in the transaction of `req`. */
export const storeAnswer = (
  { keyedHash }: Pick<Deps, 'keyedHash'>,
  req: PayloadRequest,
  recording: Omit<Recording, 'req' | 'kept'>,
): Promise<AnswerResponse> =>
  record({
    ...recording,
    req,
    kept: keptIdentity(recording.asked.request, recording.asked.requestId, keyedHash),
  })

const record = async (recording: Recording): Promise<AnswerResponse> => {
  const { req, asked, kept, turn, resolution, gapEvent, receiptId, supersedes } = recording
  const { decision, considered, degraded, timings } = resolution
  const handover = decision.outcome === 'escalated' ? await handoverOf(recording) : null
  const response: AnswerResponse = {
    ...toPublic({
      decision,
      question: turn.question,
      receiptId: supersedes ?? receiptId,
      locale: turn.locale,
      degraded,
      generation: resolution.generation,
      bot: askingBot(asked.bot),
      escalatedBy: resolution.escalatedBy,
      ...(handover && { handover: { id: handover.id, queue: handover.queue, urgency: handover.urgency } }),
    }),
    ...(supersedes && { superseded: true }),
  }
  const question = redact(turn.question)
  const messages = turn.messages.map(({ role, content }) => ({ role, ...redact(content) }))
  await req.payload.db.create({
    collection: 'answers',
    data: {
      id: receiptId,
      question: question.text,
      redacted: [question, ...messages].some(({ found }) => found.length > 0),
      outcome: decision.outcome,
      reason: 'reason' in decision ? decision.reason : null,
      because: 'evidence' in decision ? redact(decision.evidence).text : null,
      bot: asked.bot.id,
      audiences: asked.bot.audiences,
      confidence: decision.confidence,
      message: response.message,
      conversationId: kept.conversationId,
      channel: kept.channel,
      customer: kept.customer,
      locale: turn.locale,
      asOf: new Date(turn.at).toISOString(),
      requestId: kept.requestId,
      traceparent: traceparentNow(),
      idempotencyHash: recording.idempotencyHash,
      requestHash: recording.requestHash,
      supersedes,
      messages: messages.map(({ role, text }) => ({ role, content: text })),
      metadata: kept.metadata,
      response,
      considered,
      searched: searchedOnRecord(resolution),
      features: resolution.features ?? {},
      degraded,
      timings,
      versions: recording.versions,
      generation: resolution.generation ?? null,
      signed: signedShareOf(response),
      citedDocuments: [...new Set(citationsOf(decision).map(({ document }) => document.id))],
      topic: topicOf(resolution),
      handover: null,
      gap: null,
    },
    req,
  })
  if (handover) await storeHandover(recording, handover)
  else
    await addContact(req, {
      bot: asked.bot.id,
      conversationId: kept.conversationId,
      question: turn.question,
      known: asked.request.contact,
    })
  if (gapEvent)
    await recordGapEvent(req, { ...gapEvent, receiptId, bot: asked.bot.id, customer: kept.customer })
  return asked.request.explain
    ? {
        ...response,
        explanation: explain(resolution, { versions: recording.versions, scopes: asked.bot.scopes }),
      }
    : response
}

/** The topic of the text that is quoted first, else of the one that came nearest. */
const topicOf = ({ decision, considered }: Resolution): string | null => {
  const [first] = citationsOf(decision)
  const nearest = considered.find(({ chunkId }) => chunkId === first?.chunkId) ?? considered[0]
  return nearest?.topic?.id ?? null
}

/** Redacted like the question that it comes from. */
const searchedOnRecord = ({ searched }: Resolution) =>
  searched ? { ...searched, question: redact(searched.question).text } : null

type Handover = { id: string; queue: string; urgency: Urgency; package: unknown } & SealedContact

const handoverOf = async ({ req, asked, resolution, turn }: Recording): Promise<Handover | null> => {
  const context = buildHandover({ turn, resolution, teams: await readTeams(req.payload, req) })
  if (!context) return null
  const id = randomUUID()
  const details = contactIn({
    messages: [...turn.messages, { role: 'user', content: turn.question }],
    known: asked.request.contact,
  })
  return {
    id,
    queue: context.queue ?? DEFAULT_QUEUE,
    urgency: context.urgency,
    package: { ...context, contact: [...new Set(details.map(({ kind }) => kind))] },
    ...sealContact(req.payload, { handover: { id }, details }),
  }
}

const storeHandover = async (
  { req, asked, resolution, turn, receiptId }: Recording,
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
      state: 'open',
      bot: asked.bot.id,
      package: handover.package,
      contact: handover.contact,
      vaultKey: handover.vaultKey,
    },
    req,
  })
  await req.payload.db.updateOne({
    collection: 'answers',
    id: receiptId,
    data: { handover: handover.id },
    req,
  })
  const stored = { reason: decision.reason, state: 'open', bot: asked.bot.id, receipt: receiptId } as const
  await emitEvent(req, { type: 'handover.created', data: handoverData({ ...handover, ...stored }) })
}
