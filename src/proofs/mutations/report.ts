import type { GovernedCollection } from '../../vocabulary'
import type { MutationKind } from './types'

/** A change that no acceptance question noticed. */
export interface Survivor {
  before: string
  after: string
  /** The headings over it. */
  place: readonly string[]
  /** The words that it stands in, as they are. */
  sentence: string
  /** A question that was tried and would notice it; null where none of ours did. */
  question: string | null
}

export interface MutationReport {
  document: { collection: GovernedCollection; id: string; title: string; version: number }
  questions: number
  /** How many changes the text has, and how many were tried. */
  mutations: number
  tried: number
  noticed: number
  /** Noticed of tried, 0 to 1; null for a text in which there is nothing to change. */
  score: number | null
  survivors: (Survivor & { kind: MutationKind })[]
}
