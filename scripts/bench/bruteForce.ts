import { analyze } from '../../src/retrieval/analyze'
import type { IndexPoint, InForceFilter } from '../../src/retrieval/types'

/** The plain way, to compare with: every point, one after the other. */
const passes = ({ audience, validFrom, validTo }: IndexPoint, { audiences, at }: InForceFilter) =>
  audiences.includes(audience) && validFrom <= at && (validTo === null || at < validTo)

const best = (scored: { id: string; score: number }[], limit: number): string[] =>
  scored
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)

/** The ids of the nearest points by dot product, best first. */
export const nearestByHand = (
  points: readonly IndexPoint[],
  { dense, filter, limit }: { dense: Float32Array; filter: InForceFilter; limit: number },
): string[] => {
  const scored = []
  for (const point of points) {
    if (!passes(point, filter) || !point.vector) continue
    let score = 0
    for (let i = 0; i < dense.length; i++) score += (dense[i] ?? 0) * (point.vector[i] ?? 0)
    scored.push({ id: point.id, score })
  }
  return best(scored, limit)
}

const K1 = 1.2
const B = 0.75

/** BM25 as FTS5 weighs it, with the rarity of words among the points that the filter lets through. */
export const rankByHand = (points: readonly IndexPoint[]) => {
  const texts = points.map(({ words }) => analyze(words))
  const average = texts.reduce((sum, terms) => sum + terms.length, 0) / texts.length
  const holders = new Map<string, number[]>()
  texts.forEach((terms, i) => {
    for (const term of new Set(terms)) {
      const holding = holders.get(term)
      if (holding) holding.push(i)
      else holders.set(term, [i])
    }
  })
  return ({ words, filter, limit }: { words: string; filter: InForceFilter; limit: number }): string[] => {
    const scores = new Map<number, number>()
    const seen = points.map((point) => passes(point, filter))
    const size = seen.filter(Boolean).length
    for (const term of new Set(analyze(words))) {
      const holding = (holders.get(term) ?? []).filter((i) => seen[i])
      const rarity = Math.max(1e-6, Math.log((size - holding.length + 0.5) / (holding.length + 0.5)))
      for (const i of holding) {
        const terms = texts[i] ?? []
        const frequency = terms.filter((each) => each === term).length
        const weight = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * terms.length) / average))
        scores.set(i, (scores.get(i) ?? 0) + rarity * weight)
      }
    }
    const scored = [...scores].flatMap(([i, score]) => {
      const point = points[i]
      return point && passes(point, filter) ? [{ id: point.id, score }] : []
    })
    return best(scored, limit)
  }
}
