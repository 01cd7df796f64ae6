import type { Candidate, FusedCandidate } from './types'
import { usualOf } from './usual'

/** How many candidates of each leg take part; the scale of a leg is set by the best and the last of these. */
export const FUSION_DEPTH = 100

interface Legs {
  /** Null when the leg could not be asked. */
  dense: Candidate[] | null
  words: Candidate[] | null
  /** Share of the dense leg, 0 to 1. */
  denseWeight: number
}

/**
 * One ranking out of two legs: each leg's scores are scaled to 0..1 over its best 100 (min-max), then summed by weight;
 * a candidate that a leg did not return gets 0 from it. With one leg empty or null the other's scale stands alone.
 * Best first; equal scores are ordered by id, so the ranking never depends on the store's order.
 *
 * The fused score is relative: the best of a hopeless search still comes near 1. Whoever judges relevance reads the legs'
 * own scores, which each candidate keeps. Method and figures: design.md, "What was measured about search".
 */
export function fuse({ dense, words, denseWeight }: Legs): FusedCandidate[] {
  const scaledDense = scale(dense ?? [])
  const scaledWords = scale(words ?? [])
  const weight = shareOfDense({ dense: scaledDense.length, words: scaledWords.length, denseWeight })
  const fused = new Map<string, FusedCandidate>()
  const typical = usualOf(
    scaledDense.slice(0, USUAL_DEPTH).map(({ score }) => score),
    USUAL_LEAST,
  )
  for (const { id, contentHash, score, scaled } of scaledDense)
    fused.set(id, {
      id,
      contentHash,
      score: weight * scaled,
      dense: score,
      words: null,
      lift: score - typical,
    })
  for (const { id, contentHash, score, scaled } of scaledWords) {
    const known = fused.get(id) ?? { id, contentHash, score: 0, dense: null, words: null }
    fused.set(id, { ...known, score: known.score + (1 - weight) * scaled, words: score })
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || compareIds(a, b))
}

/** How many of the nearest tell what is usual for a question, and how many it takes at least. */
const USUAL_DEPTH = 50
const USUAL_LEAST = 10

function shareOfDense(o: { dense: number; words: number; denseWeight: number }) {
  if (o.dense === 0) return 0
  if (o.words === 0) return 1
  return Math.min(1, Math.max(0, o.denseWeight))
}

function scale(leg: Candidate[]) {
  const best = leg.toSorted((a, b) => b.score - a.score || compareIds(a, b)).slice(0, FUSION_DEPTH)
  const max = best[0]?.score ?? 0
  const range = max - (best.at(-1)?.score ?? 0)
  return best.map(({ id, contentHash, score }) => ({
    id,
    contentHash,
    score,
    scaled: range > 0 ? 1 - (max - score) / range : 1,
  }))
}

const compareIds = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
