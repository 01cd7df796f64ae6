import { endingOf, type Ending } from './ending'
import { startOf } from './repeats'
import type { Conversation } from './types'

const DAY_MS = 86_400_000
/** With more days than this, each column is a week. */
const MOST_DAYS = 62

export interface EndedInSpan {
  /** The day (UTC) that it begins with, `2026-11-01`. */
  day: string
  /** How many days it spans. */
  days: number
  conversations: number
  ended: Record<Ending, number>
}

/** How the conversations that began on each day ended; by week where there are many days. Days without any are there too. Pure. */
export function endedByDay(
  all: readonly Conversation[],
  { from, to }: { from: number; to: number },
): EndedInSpan[] {
  const first = Math.floor(from / DAY_MS) * DAY_MS
  const days = Math.ceil((to - first) / DAY_MS)
  const span = days > MOST_DAYS ? 7 : 1
  const spans = Array.from({ length: Math.ceil(days / span) }, (_, at) =>
    emptySpan(first + at * span * DAY_MS, span),
  )
  for (const each of all) {
    const at = spans[Math.floor((startOf(each) - first) / (span * DAY_MS))]
    if (!at) continue
    at.conversations++
    at.ended[endingOf(each)]++
  }
  return spans
}

const emptySpan = (at: number, days: number): EndedInSpan => ({
  day: new Date(at).toISOString().slice(0, 10),
  days,
  conversations: 0,
  ended: { answered: 0, handed_over: 0, asked_back: 0, refused: 0, aside: 0 },
})
