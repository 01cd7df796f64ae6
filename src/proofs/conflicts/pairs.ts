import { termsOf, countIn, jaccard } from '../../answer/terms'
import { namedThings } from '../../answer/named'
import type { PlacedUnit, UnitSource } from '../../answer/units/placedUnits'
import type { Claims } from './claim'
import { areOpposed } from './opposed'
import { claimsOf } from './claims'
import { differenceOf, type Difference } from './differ'

/** A sentence with what it states, and where it stands. */
export interface StatedUnit<P extends ConflictSource = ConflictSource> {
  placed: PlacedUnit<P>
  title: string
  claims: Claims
  /** What it is about, with its title and headings, for vectors. */
  topic: string
  terms: ReadonlySet<string>
  names: ReadonlySet<string>
}

/** A text whose units are compared. */
export interface ConflictSource extends UnitSource {
  document: { id: string; collection: string; title: string }
}

/** Two sentences that state something otherwise. Whether of the same thing is another question. */
export interface DifferingPair<P extends ConflictSource = ConflictSource> {
  a: StatedUnit<P>
  b: StatedUnit<P>
  difference: Difference
}

/** Reads a unit for comparison. Pure. */
export function statedUnit<P extends ConflictSource>(placed: PlacedUnit<P>): StatedUnit<P> {
  const { passage, text, headingPath, leads } = placed
  const { title } = passage.document
  const claims = claimsOf(text)
  const around = [title, ...headingPath, ...leads].join(' ')
  return {
    placed,
    title,
    claims,
    topic: `${around}: ${claims.about}`,
    terms: termsOf(claims.about, passage.locale),
    names: namedThings(`${around}. ${text}`, passage.locale),
  }
}

/** The pairs of two texts that state something otherwise, whatever it is of. Pure. */
export function differingPairs<P extends ConflictSource>(
  ours: readonly StatedUnit<P>[],
  theirs: readonly StatedUnit<P>[],
): DifferingPair<P>[] {
  return ours.flatMap((a) =>
    theirs.flatMap((b) => {
      if (areOpposed(a, b)) return []
      const difference = differenceOf(a.claims, b.claims)
      return difference ? [{ a, b, difference }] : []
    }),
  )
}

/** How alike two sentences are in what they are about, by their words alone. */
export const WORD_FEATURES = ['own', 'names', 'substituted'] as const

/** Pure. */
export function wordFeatures({ a, b }: DifferingPair): Record<(typeof WORD_FEATURES)[number], number> {
  const least = Math.min(a.terms.size, b.terms.size)
  return {
    own: least === 0 ? 0 : countIn(a.terms, b.terms) / least,
    // Each names what the other does not: two products, two countries.
    names: Math.min(1, apartNames(a, b) * apartNames(b, a)),
    substituted: isSubstituted(a, b) ? 1 : 0,
  }
}

/** Above this share of common words two sentences have one frame. */
const ONE_FRAME = 0.4

/** One frame, and in it another word each: “express parcels” and “standard parcels” are two things. */
function isSubstituted(a: StatedUnit, b: StatedUnit): boolean {
  const shared = countIn(a.terms, b.terms)
  return jaccard(a.terms, b.terms) >= ONE_FRAME && a.terms.size > shared && b.terms.size > shared
}

const apartNames = (a: StatedUnit, b: StatedUnit): number =>
  [...a.names].filter((name) => !/^\d/.test(name) && !b.names.has(name) && !mentions(b, name)).length

const mentions = ({ placed, title }: StatedUnit, name: string): boolean =>
  `${title} ${placed.headingPath.join(' ')} ${placed.text}`.toLowerCase().includes(name)
