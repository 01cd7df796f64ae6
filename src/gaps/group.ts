import { namedThings, shareAbsent } from '../answer/named'
import { dot } from '../retrieval/dot'
import { jaccard, termsOf } from '../answer/terms'

export interface GapQuestion {
  question: string
  /** Embedding of the question, L2-normalised; null when there was no embedder. */
  vector: Float32Array | null
  locale?: string
}

type Grouping = { gapId: string } | { new: true }

/** Lowest cosine at which two questions ask for the same missing thing (all-MiniLM-L6-v2). */
const SAME_BY_VECTOR = 0.7
/** Lowest share of terms in common, where either has no vector. */
const SAME_BY_WORDS = 0.5

/** The open gap that an unanswered question belongs to: the nearest one that is near enough, else a new gap. Pure. */
export const groupGapEvent = (
  event: GapQuestion,
  openGaps: readonly (GapQuestion & { id: string })[],
): Grouping => {
  let nearest: { id: string; margin: number } | null = null
  for (const gap of openGaps) {
    const margin = closeness(event, gap)
    if (margin >= 0 && (nearest === null || margin > nearest.margin)) nearest = { id: gap.id, margin }
  }
  return nearest ? { gapId: nearest.id } : { new: true }
}

/** How far above its threshold the likeness is, as a share of what is possible; negative below it. */
const closeness = (a: GapQuestion, b: GapQuestion): number => {
  if (nameOtherThings(a, b)) return -1
  const comparable = a.vector !== null && b.vector !== null && a.vector.length === b.vector.length
  if (!comparable) return above(wordLikeness(a, b), SAME_BY_WORDS)
  return Math.max(above(cosine(a.vector, b.vector), SAME_BY_VECTOR), above(wordLikeness(a, b), 1))
}

/** Each names something, and nothing that the other speaks of: Norway is not Sweden, and needs a text of its own. */
const nameOtherThings = (a: GapQuestion, b: GapQuestion): boolean =>
  namesElsewhere(a, b.question) && namesElsewhere(b, a.question)

const namesElsewhere = ({ question, locale = 'en' }: GapQuestion, other: string): boolean => {
  const named = namedThings(question, locale)
  return named.size > 0 && shareAbsent(named, other) === 1
}

const above = (likeness: number, threshold: number): number =>
  likeness >= threshold ? (threshold === 1 ? 1 : (likeness - threshold) / (1 - threshold)) : -1

const wordLikeness = (a: GapQuestion, b: GapQuestion): number =>
  jaccard(termsOf(a.question, a.locale ?? 'en'), termsOf(b.question, b.locale ?? 'en'))

const cosine = (a: Float32Array | null, b: Float32Array | null): number => (a && b ? dot(a, b) : -1)
