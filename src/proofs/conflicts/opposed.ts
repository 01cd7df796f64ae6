import type { Claims } from './claim'

/** Words that stand on the two sides of a limit, a language each. */
const SIDES: readonly (readonly [below: string, above: string])[] = [
  [
    'under|below|less than|fewer than|up to|at most|before|until|younger than',
    'over|above|more than|from|at least|after|older than',
  ],
  ['unter|weniger als|bis zu|bis|höchstens|vor', 'über|mehr als|ab|mindestens|nach'],
  ["moins de|jusqu'à|au plus|avant", 'plus de|à partir de|au moins|après'],
  ['menos de|hasta|como máximo|antes', 'más de|a partir de|al menos|después'],
]
const SIDES_READ = SIDES.map((side) =>
  side.map((words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')),
)

interface Sentence {
  claims: Claims
  placed: { text: string }
}

/** Whether two sentences name one limit and stand on either side of it: they are about different cases. Pure. */
export function areOpposed(a: Sentence, b: Sentence): boolean {
  const limit = a.claims.stated.find((claim) =>
    b.claims.stated.some(
      (other) => other.kind === claim.kind && other.value === claim.value && claim.value !== 0,
    ),
  )
  if (!limit) return false
  const [ours, theirs] = [a, b].map((each) => sideOf(each.placed.text))
  return ours !== 0 && theirs !== 0 && ours !== theirs
}

/** -1 below a limit, 1 above it, 0 where neither or both are said. */
const sideOf = (text: string): number =>
  SIDES_READ.reduce(
    (side, [below, above]) => side + (above!.test(text) ? 1 : 0) - (below!.test(text) ? 1 : 0),
    0,
  )
