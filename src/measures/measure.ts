import { endedByDay, type EndedInSpan } from './days'
import { firstReasonOf, MEASURES, type MeasureName } from './definitions'
import { findRepeats, startOf, type Repeats } from './repeats'
import { average, rate } from './rate'
import type { Conversation, Rate } from './types'

const DAY_MS = 86_400_000
/** How long after a conversation another about the same need counts as coming back. */
export const REPEAT_DAYS = 7

/** What docs/measures.md defines, each with what it is a share of. */
export interface Measures extends Record<MeasureName, Rate> {
  conversations: number
  escalationByReason: (Rate & { reason: string })[]
  csat: Rate & { average: number | null }
  /** From a colleague's claim to the end of the hand-over. */
  handlingTime: { handovers: number; averageMinutes: number | null }
  /** How conversations ended, by the day (or week) that they began on. */
  days: EndedInSpan[]
}

/** The conversations that a period counts: those that began from `from` on and before `to`. */
export interface Period {
  /** Epoch ms. */
  from: number
  to: number
}

/** Who of all came back. Pure. */
export function repeatsAmong(all: readonly Conversation[]): Repeats {
  return findRepeats(all, REPEAT_DAYS * DAY_MS)
}

/** Those that began in the period. Pure. */
export function countedIn(all: readonly Conversation[], { from, to }: Period): Conversation[] {
  return all.filter((each) => startOf(each) >= from && startOf(each) < to)
}

/** The measures of these conversations and no others. Pure. @param repeats who came back, told among all conversations around them. */
export function measureCounted(
  counted: readonly Conversation[],
  { period, repeats }: { period: Period; repeats: Repeats },
): Measures {
  return {
    conversations: counted.length,
    outcomeKnown: rateOf('outcomeKnown', counted, repeats),
    aiResolution: rateOf('aiResolution', counted, repeats),
    resolvedByPeople: rateOf('resolvedByPeople', counted, repeats),
    firstContactResolution: rateOf('firstContactResolution', counted, repeats),
    escalation: rateOf('escalation', counted, repeats),
    escalationByReason: byReason(counted),
    repeatContact: rateOf('repeatContact', counted, repeats),
    knowledgeGap: rateOf('knowledgeGap', counted, repeats),
    csat: {
      ...rateOf('csat', counted, repeats),
      average: average(counted.flatMap(({ report }) => report.csat ?? [])),
    },
    thumbsUp: rateOf('thumbsUp', counted, repeats),
    handlingTime: handlingTime(counted),
    days: endedByDay(counted, period),
  }
}

/** One measure of these conversations. Pure. */
export function rateOf(name: MeasureName, counted: readonly Conversation[], repeats: Repeats): Rate {
  const { among, counts } = MEASURES[name]
  const of = counted.filter((each) => among(each, repeats))
  return rate(of.filter((each) => counts(each, repeats)).length, of.length)
}

/** A conversation counts once, under the reason for which it was first handed over; the most frequent first. */
function byReason(counted: readonly Conversation[]): Measures['escalationByReason'] {
  const counts = new Map<string, number>()
  for (const each of counted) {
    const reason = firstReasonOf(each)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .map(([reason, count]) => Object.assign({ reason }, rate(count, counted.length)))
}

function handlingTime(counted: readonly Conversation[]): Measures['handlingTime'] {
  const minutes = counted
    .flatMap(({ handovers }) => handovers)
    .flatMap(({ claimedAt, endedAt }) =>
      claimedAt !== null && endedAt !== null ? (endedAt - claimedAt) / 60_000 : [],
    )
  return { handovers: minutes.length, averageMinutes: average(minutes) }
}
