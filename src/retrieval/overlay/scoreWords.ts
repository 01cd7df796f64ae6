import { bm25 } from '../bm25'

/** A text as the words leg sees it. */
export interface TermedText {
  terms: readonly string[]
}

/** A text of the index with the score that the index gave it for this question. */
export interface ScoredText extends TermedText {
  score: number
}

/**
 * What the words leg would score texts that it does not hold. BM25, brought to the index's own scale by what the index
 * scored for the same question: each store has its own idea of rarity and of a usual length. Pure.
 * @param chunksWith in how many chunks of the index a term stands; of a term it does not name, as many as of the references.
 */
export function scoreWords({
  wanted,
  texts,
  references,
  chunksWith,
  total,
}: {
  /** Terms that the question searches by, each once. */
  wanted: readonly string[]
  texts: readonly TermedText[]
  references: readonly ScoredText[]
  chunksWith: ReadonlyMap<string, number>
  /** Chunks in the index. */
  total: number
}): number[] {
  const known = references.length > 0 ? references : texts
  const usual = known.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, known.length)
  const holding = (term: string): number =>
    chunksWith.get(term) ?? known.filter(({ terms }) => terms.includes(term)).length
  const scoreOf = bm25({ wanted, total, holding, usual })
  const scales = references.flatMap(({ terms, score }) => {
    const own = scoreOf(terms)
    return own > 0 && score > 0 ? [score / own] : []
  })
  const scale = median(scales) ?? 1
  return texts.map(({ terms }) => scoreOf(terms) * scale)
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
