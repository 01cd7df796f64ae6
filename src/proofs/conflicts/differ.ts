import type { Claim, Claims } from './claim'

/** What two sentences say otherwise, in the words of each. */
export interface Difference {
  kind: Claim['kind']
  sides: [string, string]
}

/** Calendars differ by this much: twelve months, a year; five working days, a week. */
const ROUNDING = 0.02

/**
 * What two sentences state otherwise: each says a value of one kind that the other does not. Where they state the same values, or
 * none of one kind, whether one grants what the other denies. Null where nothing they say excludes the other. Pure.
 */
export function differenceOf(a: Claims, b: Claims): Difference | null {
  let alike = false
  for (const kind of VALUES) {
    const [ours, theirs] = [a, b].map(({ stated }) => stated.filter((claim) => claim.kind === kind))
    if (!ours?.length || !theirs?.length) continue
    const mine = ours.find(
      (claim) => !theirs.some((other) => same(claim, other)) && comparable(claim, theirs),
    )
    const other = theirs.find((claim) => !ours.some((each) => same(claim, each)) && comparable(claim, ours))
    if (mine && other) return { kind, sides: [mine.text, other.text] }
    // Whole days are named or left out: a Saturday more is another rule.
    const more = mine ?? other
    if (kind === 'weekday' && more) return { kind, sides: [ours[0]!.text, theirs[0]!.text] }
    if (ours.some((claim) => theirs.some((each) => same(claim, each)))) alike = true
  }
  return alike ? null : inGranting(a, b)
}

const VALUES = ['money', 'percentage', 'duration', 'date', 'time', 'weekday', 'count'] as const

/** One kind of thing: an amount of one currency, so many of the same. */
const comparable = ({ unit }: Claim, others: readonly Claim[]): boolean =>
  others.some((other) => unit === '' || other.unit === '' || unit === other.unit)

const same = (a: Claim, b: Claim): boolean =>
  comparable(a, [b]) &&
  Math.abs(a.value - b.value) <= ROUNDING * Math.max(Math.abs(a.value), Math.abs(b.value))

function inGranting(a: Claims, b: Claims): Difference | null {
  if (a.grants === b.grants) return null
  const words = ({ grants }: Claims): string => (grants === 1 ? 'yes' : 'no')
  return { kind: 'yes or no', sides: [words(a), words(b)] }
}
