import type { Span } from '../../answer/units/types'

export const MUTATION_KINDS = ['number', 'date', 'negation', 'condition'] as const
export type MutationKind = (typeof MUTATION_KINDS)[number]

/** One change of a text that changes what it says: `text.slice(start, end)` is `before`, and becomes `after`. */
export interface Mutation extends Span {
  kind: MutationKind
  before: string
  after: string
  /** The sentence, item or row that it stands in. */
  unit: Span
  /** The headings over it, outermost first. */
  headings: readonly string[]
}

/** A turn of phrase, and what says something else in its place. The longer ones come first. */
export interface Swap {
  kind: 'negation' | 'condition'
  pattern: RegExp
  /** The words found, as they become; `$1` and the like refer to the pattern. */
  to: string
}

/** What a language says no, must and if with. A further language is one new file. */
export interface MutationWords {
  /** The numbers two to twelve, twenty, thirty …, in rising order. */
  numbers: readonly string[]
  months: readonly string[]
  swaps: readonly Swap[]
}
