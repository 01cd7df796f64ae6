import { termsOf } from '../terms'

/** What a comparison holds against each other: the terms that each side alone has. */
export type Compared = readonly [ReadonlySet<string>, ReadonlySet<string>]

const COMPARATIVE = String.raw`(?:\p{L}{2,}er|better|worse|less|more)`
/** What stands between two sides, and what must stand before it for the words to compare. */
const BETWEEN: readonly (readonly [RegExp, RegExp | null])[] = [
  [/\s(?:vs\.?|versus)\s/iu, null],
  [/\s(?:compared (?:to|with)|as opposed to|in comparison (?:to|with))\s/iu, null],
  [new RegExp(String.raw`\s${COMPARATIVE}\b[^?]{0,40}?\sthan\s`, 'iu'), null],
  [
    /\s(?:and|to|with|from|or)\s/iu,
    /\b(?:differences?|differs?|compar(?:e|es|ison)|choose|choosing|decide)\b/iu,
  ],
  [
    /(?:,\s*|\s)or\s/iu,
    new RegExp(
      String.raw`\b(?:which|what|who|is|are|do|does|will|should)\b.*\b(?:${COMPARATIVE}|best|most|least|\p{L}{2,}est)\b|^(?:which|is it|do i|does)\b`,
      'iu',
    ),
  ],
]
/** Where a side begins, and where the next one ends. */
const BEGINS =
  /^.*(?:[,:;?–]|\b(?:between|compare|compares|is|are|does|do|did|will|for|how|which|what|it|in|at|by|on|than|get|give|gives|take|takes|have|has|costs?|with)\b)/iu
const ENDS =
  /[,;:?!–]|\b(?:for|in|on|at|when|if|is|are|do|does|which|what|who|has|have|by|to get|please|costs?|takes?|as well)\b/iu
const MOST_WORDS = 6

/** The two sides of a comparison; null where nothing is compared. */
export function comparedIn(question: string, locale: string): Compared | null {
  for (const [between, needs] of BETWEEN) {
    if (needs && !needs.test(question)) continue
    const match = between.exec(question)
    if (!match) continue
    const before = question.slice(0, match.index).trim()
    const left = tailOf(before.replace(/[,\s]+$/, ''))
    const right = headOf(question.slice(match.index + match[0].length))
    const sides = apart(termsOf(left, locale), termsOf(right, locale))
    if (sides) return sides
  }
  return null
}

function tailOf(text: string): string {
  const side = text.replace(BEGINS, '').trim() || text
  return side.split(/\s+/).slice(-MOST_WORDS).join(' ')
}

function headOf(text: string): string {
  const end = text.search(ENDS)
  return (end > 0 ? text.slice(0, end) : text).split(/\s+/).slice(0, MOST_WORDS).join(' ')
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((term) => b.has(term))

function apart(left: ReadonlySet<string>, right: ReadonlySet<string>): Compared | null {
  const alone = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    new Set([...a].filter((term) => !b.has(term)))
  const sides: Compared = [alone(left, right), alone(right, left)]
  // “14 or 30 days?” asks which it is, and compares nothing.
  const isFigures = sides.every((side) => /^\d/.test([...side][0] ?? '')) && !shares(left, right)
  return sides.every(({ size }) => size > 0) && !isFigures ? sides : null
}
