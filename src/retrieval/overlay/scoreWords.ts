/** A text as the words leg sees it. */
export interface TermedText {
  terms: readonly string[]
}

/** A text of the index with the score that the index gave it for this question. */
export interface ScoredText extends TermedText {
  score: number
}

const K1 = 1.2
const B = 0.75

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
  const rarity = new Map(
    wanted.map((term) => {
      const holding = chunksWith.get(term) ?? known.filter(({ terms }) => terms.includes(term)).length
      return [term, Math.log(1 + (Math.max(0, total - holding) + 0.5) / (holding + 0.5))]
    }),
  )
  const scoreOf = ({ terms }: TermedText): number =>
    wanted.reduce((sum, term) => {
      const uses = terms.filter((each) => each === term).length
      const length = 1 - B + (B * terms.length) / Math.max(1, usual)
      return sum + ((rarity.get(term) ?? 0) * uses * (K1 + 1)) / (uses + K1 * length)
    }, 0)
  const scales = references.flatMap((reference) => {
    const own = scoreOf(reference)
    return own > 0 && reference.score > 0 ? [reference.score / own] : []
  })
  const scale = median(scales) ?? 1
  return texts.map((text) => scoreOf(text) * scale)
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
