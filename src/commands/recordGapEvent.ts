import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Gap } from '../../payload-types'
import { withoutPoliteness } from '../answer/understand/politeness'
import { retrievalQuestion } from '../answer/rewrite'
import type { Resolution, Turn } from '../answer/types'
import type { Deps } from '../deps'
import { mayBelong } from '../gaps/acrossTheLine'
import { groupGapEvent, wordsInPlaceOf, type WordVectors } from '../gaps/group'
import { gapReasonOf, type GAP_REASONS } from '../gaps/opens'
import { rankAfter, stricterTier } from '../gaps/impact'
import type { Named } from '../gaps/others'
import { mendByOthers, wordsOf } from '../gaps/mend'
import { redact } from '../handover/redact'
import { idOf } from '../records/content'
import type { RiskTier } from '../vocabulary'
import { asKnownGaps, keptWordings, readGapsToCompare, vectorsOf, withWording } from './gaps/readKnownGaps'
import { findGap } from './gaps/gapRows'
import { NOBODYS, readWhose } from './gaps/readWhose'
import { underGap } from './gaps/placed'
import { reopenByEvent } from './gaps/reopenByItself'
import { weighedOf } from './gaps/weighed'

/** Why a gap was opened: a refusal, or an answer that was not what was asked for. */
export type GapReason = (typeof GAP_REASONS)[number] | SaidLater

/** What somebody said of an answer that was given: a customer's thumb, a reviewer's verdict. */
export type SaidLater = 'thumbs_down' | 'reviewers_verdict'
const SAID_LATER: readonly GapReason[] = ['thumbs_down', 'reviewers_verdict'] satisfies SaidLater[]

export interface GapEvent {
  /** As it was meant: a follow-up with what it follows. */
  question: string
  /** The same as it is compared: its slips mended. */
  wording: string
  reason: GapReason
  locale: string
  /** Of the text that came nearest. */
  tier: RiskTier
  /** Whether it was passed to a person. */
  handedOver: boolean
  /** Of the text that came nearest; null where that has none. */
  topic: string | null
  /** Whose matter it is, by what it names. */
  whose: Named
  /** Vectors of its own wording and of the other gaps’, by wording. */
  vectors: ReadonlyMap<string, Float32Array>
  /** Vectors of single words, where one stands in another’s place. */
  words: WordVectors
}

/** Everything slow about a gap event, done before its transaction begins. */
export const prepareGapEvent = async (
  deps: Deps,
  { turn, resolution }: { turn: Turn; resolution: Resolution },
): Promise<GapEvent | null> => {
  const reason = gapReasonOf(resolution, turn)
  if (!reason) return null
  const question = asMeant(turn)
  return prepareGap(deps, {
    question,
    // A follow-up may have been searched for with all that it follows, which is more than is missing.
    ...(question === turn.question && { searched: resolution.searched?.question }),
    reason,
    locale: turn.locale,
    tier: resolution.considered[0]?.riskTier ?? 'standard',
    handedOver: resolution.decision.outcome === 'escalated',
    topic: resolution.considered[0]?.topic?.id ?? null,
    whose: await readWhose(deps, { turn, resolution }),
  })
}

/** A turn as a question that can be read alone; one that can already, as it was typed. */
export function asMeant(turn: Pick<Turn, 'question' | 'messages' | 'locale'>): string {
  if (!turn.messages.some(({ role }) => role === 'user')) return turn.question
  const meant = retrievalQuestion(turn)
  const alone = retrievalQuestion({ ...turn, messages: [] })
  return meant === alone ? turn.question : meant
}

/** The same for a question that a person says is missing something. */
export const prepareGap = async (
  deps: Deps,
  asked: Pick<GapEvent, 'question' | 'reason' | 'locale'> &
    Partial<Pick<GapEvent, 'tier' | 'handedOver' | 'topic' | 'whose'>> & { searched?: string | undefined },
): Promise<GapEvent> => {
  const { searched, locale, reason, tier = 'standard', handedOver = false, topic = null, whose = NOBODYS } = asked
  const question = redact(asked.question).text
  const gaps = await readGapsToCompare(deps.payload)
  const others = gaps.flatMap(keptWordings)
  const spelt = redact(searched ?? asked.question).text
  const wording = mendByOthers(withoutPoliteness(spelt, locale), wordsOf(others))
  const vectors = await knownVectors(deps, [wording, ...others])
  const event = { question, wording, reason, locale, tier, handedOver, topic, whose, vectors }
  const places = wordsInPlaceOf(
    { question: wording, vector: null, locale },
    asKnownGaps(gaps, { locale, vectors }),
  )
  return { ...event, words: await knownVectors(deps, places) }
}

/** None where there is no model, or it fails: a gap is never lost for want of an embedding; it is grouped by words. */
const knownVectors = async ({ model }: Deps, texts: Iterable<string>): Promise<Map<string, Float32Array>> =>
  model ? vectorsOf(model, texts).catch(() => new Map()) : new Map()

/** Stores the event with its receipt, in the gap that it belongs to or a new one. */
export const recordGapEvent = async (
  req: PayloadRequest,
  event: GapEvent & { receiptId: string; bot: string; customer: string | null },
): Promise<string> => {
  const { question, reason, receiptId, bot, customer } = event
  const known = await gapOf(req, event)
  const gapId = known?.id ?? randomUUID()
  if (known) await joinGap(req, known, event)
  else
    await req.payload.db.create({ collection: 'gaps', data: newGap({ id: gapId, event, bot, seen: 1 }), req })
  await req.payload.db.create({
    collection: 'gap-events',
    data: { id: randomUUID(), gap: gapId, receipt: receiptId, question, reason, bot, customer },
    req,
  })
  // A receipt is written once, in this transaction; one from before stays as it is.
  if (!SAID_LATER.includes(event.reason))
    await req.payload.db.updateOne({ collection: 'answers', id: receiptId, data: { gap: gapId }, req })
  return gapId
}

/** Off the backlog, where a person finds it and may put it there. */
const SET_ASIDE = {
  state: 'wont_answer' as const,
  setAside: true,
  note: 'Set aside by Vouch: it seems to ask for the matter of another company, and names what none of your texts does. Reopen it if it is yours.',
}

/** A gap of one event, or of a report that no customer’s question stands behind. */
export function newGap({ id, event, bot, seen }: { id: string; event: GapEvent; bot: string; seen: 0 | 1 }) {
  const now = Date.now()
  const after = { tier: event.tier, seen, handovers: event.handedOver ? 1 : 0 }
  return {
    id,
    question: event.question,
    ...(event.whose.isOthers ? SET_ASIDE : { state: 'new' as const }),
    reason: event.reason,
    people: seen,
    lastSeenAt: new Date(now).toISOString(),
    bot,
    topic: event.topic,
    wordings: [event.wording],
    ...after,
    rank: rankAfter({ before: null, after, asked: [now] }),
  }
}

/** One more asking of a gap. What people decided of it stands; what was proven does not any more. */
async function joinGap(
  req: PayloadRequest,
  gap: Gap,
  event: GapEvent & { receiptId: string; customer: string | null },
): Promise<void> {
  const now = Date.now()
  const before = weighedOf(gap)
  const after = {
    tier: stricterTier(before.tier, event.tier),
    seen: before.seen + 1,
    handovers: before.handovers + (event.handedOver ? 1 : 0),
  }
  const samePerson = event.customer !== null && (await hasAsked(req, gap.id, event.customer))
  await req.payload.db.updateOne({
    collection: 'gaps',
    id: gap.id,
    data: {
      ...after,
      people: gap.people + (samePerson ? 0 : 1),
      lastSeenAt: new Date(now).toISOString(),
      reason: event.reason,
      topic: idOf(gap.topic) ?? event.topic,
      wordings: withWording(keptWordings(gap), event.wording),
      rank: rankAfter({ before, after, asked: [now] }),
      ...(gap.setAside && !event.whose.isOthers && { state: 'new', setAside: false, note: null }),
    },
    req,
  })
  if (gap.state === 'verified') await reopenByEvent(req, gap, event)
}

/** The gap that the same text would close; undefined when there is none yet. */
export const gapOf = async (
  req: PayloadRequest,
  { wording, locale, vectors, words, whose }: GapEvent,
): Promise<Gap | undefined> => {
  const gaps = await readGapsToCompare(req.payload, req)
  const asked = { question: wording, vector: vectors.get(wording) ?? null, locale }
  const may = asKnownGaps(gaps, { locale, vectors }).filter((gap) => mayBelong(whose, gap))
  const group = groupGapEvent(asked, may, words)
  return 'gapId' in group ? findGap(req, group.gapId) : undefined
}

const hasAsked = async (req: PayloadRequest, gap: string, customer: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'gap-events',
    where: { and: [await underGap(req.payload, gap, req), { customer: { equals: customer } }] },
    req,
  })
  return totalDocs > 0
}
