import { findRepeats, startOf, type Repeats } from './repeats'
import { resolverOf, wasEscalated } from './resolution'
import type { Conversation, Rate } from './types'

const DAY_MS = 86_400_000
/** How long after a conversation another about the same need counts as coming back. */
export const REPEAT_DAYS = 7
/** A rating from here on is a content customer. */
const CONTENT = 4

/** What docs/measures.md defines, each with what it is a share of. */
export interface Measures {
  conversations: number
  /** How many of them it is known of whether they were resolved. */
  outcomeKnown: Rate
  aiResolution: Rate
  resolvedByPeople: Rate
  firstContactResolution: Rate
  escalation: Rate
  escalationByReason: (Rate & { reason: string })[]
  repeatContact: Rate
  knowledgeGap: Rate
  csat: Rate & { average: number | null }
  thumbsUp: Rate
  /** From a colleague's claim to the end of the hand-over. */
  handlingTime: { handovers: number; averageMinutes: number | null }
}

/**
 * The measures of the conversations that began from `from` on and before `to`; the others that are given tell who came back. Pure.
 * @param from, to epoch ms.
 */
export function measure(all: readonly Conversation[], { from, to }: { from: number; to: number }): Measures {
  const counted = all.filter((each) => startOf(each) >= from && startOf(each) < to)
  const repeats = findRepeats(all, REPEAT_DAYS * DAY_MS)
  const known = counted.filter((each) => resolverOf(each) !== null)
  const ratings = counted.flatMap(({ report }) => report.csat ?? [])
  const thumbs = counted.flatMap(({ report }) => report.thumbs ?? [])
  return {
    conversations: counted.length,
    outcomeKnown: rate(known.length, counted.length),
    aiResolution: rateOf(counted, isResolvedByBot),
    resolvedByPeople: rateOf(counted, (each) => resolverOf(each) === 'person'),
    firstContactResolution: rateOf(known, (each) => isResolvedAtOnce(each, repeats)),
    escalation: rateOf(counted, wasEscalated),
    escalationByReason: byReason(counted),
    repeatContact: rateOf(
      counted.filter(({ customer }) => customer !== null),
      ({ id }) => repeats.again.has(id),
    ),
    knowledgeGap: rateOf(counted, ({ turns }) => turns.some(({ gap }) => gap !== null)),
    csat: {
      ...rate(ratings.filter((rating) => rating >= CONTENT).length, ratings.length),
      average: average(ratings),
    },
    thumbsUp: rate(thumbs.filter((thumb) => thumb === 'up').length, thumbs.length),
    handlingTime: handlingTime(counted),
  }
}

/** Nobody had to help. */
const isResolvedByBot = (each: Conversation): boolean => resolverOf(each) === 'bot' && !wasEscalated(each)

const isResolvedAtOnce = (each: Conversation, { again, before }: Repeats): boolean => {
  const by = resolverOf(each)
  const resolved = by === 'bot' || by === 'person'
  return resolved && !each.report.reopened && !again.has(each.id) && !before.has(each.id)
}

/** A conversation counts once, under the reason for which it was first handed over; the most frequent first. */
function byReason(counted: readonly Conversation[]): Measures['escalationByReason'] {
  const counts = new Map<string, number>()
  for (const { turns } of counted) {
    const first = turns.find(({ outcome }) => outcome === 'escalated')
    if (first?.reason) counts.set(first.reason, (counts.get(first.reason) ?? 0) + 1)
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

const average = (numbers: readonly number[]): number | null =>
  numbers.length ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null

const rate = (count: number, of: number): Rate => ({ count, of, share: of ? count / of : null })

const rateOf = (all: readonly Conversation[], counts: (each: Conversation) => boolean): Rate =>
  rate(all.filter(counts).length, all.length)
