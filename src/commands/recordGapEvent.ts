import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Gap } from '../../payload-types'
import type { Decision, Resolution, Turn } from '../answer/types'
import type { Deps } from '../deps'
import { groupGapEvent } from '../gaps/group'
import { redact } from '../handover/redact'
import type { Reason } from '../vocabulary'
import { OPEN_GAP_STATES } from '../vocabulary'

/** Refusals that a text could have prevented. */
export const GAP_REASONS = [
  'no_coverage',
  'insufficient',
  'expired',
  'not_visible',
  'unsupported',
  'conflict',
] as const satisfies readonly Reason[]
export type GapReason = (typeof GAP_REASONS)[number]
/** The latest open gaps that a new event is compared with. */
const MOST_GAPS = 500

export interface GapEvent {
  question: string
  reason: GapReason
  locale: string
  vector: Float32Array | null
  /** Vectors of the open gaps' questions, by gap id. */
  gapVectors: ReadonlyMap<string, Float32Array>
}

/** The reason to record a gap, or null when no text would have helped. */
const gapReasonOf = (decision: Decision): GapReason | null => {
  const why = 'missed' in decision ? decision.missed : 'reason' in decision ? decision.reason : null
  return GAP_REASONS.find((reason) => reason === why) ?? null
}

/** Everything slow about a gap event, done before its transaction begins. */
export const prepareGapEvent = async (
  deps: Deps,
  { turn, resolution }: { turn: Turn; resolution: Resolution },
): Promise<GapEvent | null> => {
  const reason = gapReasonOf(resolution.decision)
  return reason && prepareGap(deps, { question: turn.question, reason, locale: turn.locale })
}

/** The same for a question that a person says is missing something. */
export const prepareGap = async (
  deps: Deps,
  asked: Pick<GapEvent, 'question' | 'reason' | 'locale'>,
): Promise<GapEvent> => {
  const event = { ...asked, question: redact(asked.question).text }
  if (!deps.model) return { ...event, vector: null, gapVectors: new Map() }
  const gaps = await openGaps(deps.payload)
  try {
    // As passages: their vectors are kept, so that a backlog is embedded once.
    const [vector, ...vectors] = await deps.model.embed(
      [event.question, ...gaps.map((gap) => gap.question)],
      'passage',
    )
    const gapVectors = new Map(gaps.flatMap((gap, i) => (vectors[i] ? [[gap.id, vectors[i]] as const] : [])))
    return { ...event, vector: vector ?? null, gapVectors }
  } catch {
    // A gap is never lost for want of an embedding; it is grouped by words.
    return { ...event, vector: null, gapVectors: new Map() }
  }
}

/** Stores the event with its receipt, in the gap that it belongs to or a new one. */
export const recordGapEvent = async (
  req: PayloadRequest,
  event: GapEvent & { receiptId: string; bot: string; customer: string | null },
): Promise<string> => {
  const { question, reason, receiptId, bot, customer } = event
  const now = new Date().toISOString()
  const known = await openGapOf(req, event)
  const gapId = known?.id ?? randomUUID()
  if (known) {
    const samePerson = customer !== null && (await hasAsked(req, gapId, customer))
    await req.payload.db.updateOne({
      collection: 'gaps',
      id: gapId,
      data: { seen: known.seen + 1, people: known.people + (samePerson ? 0 : 1), lastSeenAt: now, reason },
      req,
    })
  } else {
    await req.payload.db.create({
      collection: 'gaps',
      data: { id: gapId, question, state: 'open', reason, seen: 1, people: 1, lastSeenAt: now, bot },
      req,
    })
  }
  await req.payload.db.create({
    collection: 'gap-events',
    data: { id: randomUUID(), gap: gapId, receipt: receiptId, question, reason, bot, customer },
    req,
  })
  await req.payload.db.updateOne({ collection: 'answers', id: receiptId, data: { gap: gapId }, req })
  return gapId
}

/** The open gap that the same text would close; undefined when there is none yet. */
export const openGapOf = async (
  req: PayloadRequest,
  { question, vector, locale, gapVectors }: GapEvent,
): Promise<Gap | undefined> => {
  const gaps = await openGaps(req.payload, req)
  const group = groupGapEvent(
    { question, vector, locale },
    gaps.map((gap) => ({
      id: gap.id,
      question: gap.question,
      vector: gapVectors.get(gap.id) ?? null,
      locale,
    })),
  )
  return 'gapId' in group ? gaps.find((gap) => gap.id === group.gapId) : undefined
}

const openGaps = async (payload: Payload, req?: PayloadRequest): Promise<Gap[]> => {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
    sort: '-lastSeenAt',
    depth: 0,
    limit: MOST_GAPS,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}

const hasAsked = async (req: PayloadRequest, gap: string, customer: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'gap-events',
    where: { and: [{ gap: { equals: gap } }, { customer: { equals: customer } }] },
    req,
  })
  return totalDocs > 0
}
