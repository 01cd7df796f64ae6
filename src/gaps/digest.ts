import { counted } from '../vocabulary'

/** What is told of a gap. */
export interface DigestGap {
  question: string
  /** Askings in the week that ended. */
  asked: number
  dueAt: string | null
  rank: number
}

export interface Digest {
  title: string
  body: string
}

/** So many questions are named; the rest stand in the room. */
const NAMED = 3
const WEEK_MS = 7 * 86_400_000
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_MS = 4 * 86_400_000

/** Which week an instant is in, from Monday on; the same for all of its days. Pure. */
export const weekOf = (at: number): number => Math.floor((at - FIRST_MONDAY_MS) / WEEK_MS)

/** When a week began, in epoch ms. Pure. */
export const beginOf = (week: number): number => FIRST_MONDAY_MS + week * WEEK_MS

/** How somebody’s open gaps stand, what has the most impact first; null where nothing is open. Pure. */
export function digestOf(gaps: readonly DigestGap[], now: number): Digest | null {
  if (gaps.length === 0) return null
  const asked = gaps.reduce((sum, gap) => sum + gap.asked, 0)
  const late = gaps.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now).length
  const first = gaps.toSorted((a, b) => b.rank - a.rank).slice(0, NAMED)
  const rest = gaps.length - first.length
  const named = first.map(({ question, asked: times }) => `“${question}” (${counted(times, 'asking')})`)
  return {
    title: `${counted(gaps.length, 'gap')} of yours ${gaps.length === 1 ? 'is' : 'are'} open, asked ${asked === 1 ? 'once' : `${asked} times`} last week`,
    body: [
      late > 0 &&
        `${counted(late, 'gap')} past the day by which ${late === 1 ? 'it was' : 'they were'} to be closed.`,
      `The most impact: ${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}
