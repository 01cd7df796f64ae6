/** How the documents that an answer cites agree with those that answer the question. All are 0 to 1. */
export interface CitationScores {
  /** 1 when a right document is among those cited. */
  hit: number
  /** Share of the cited documents that are right. */
  precision: number
  /** Share of the right documents that are cited. */
  recall: number
}

/** Null when nothing was cited, or no document is known to be right. */
export const citationScores = (o: {
  cited: readonly string[]
  gold: readonly string[]
}): CitationScores | null => {
  const [cited, gold] = [new Set(o.cited), new Set(o.gold)]
  if (cited.size === 0 || gold.size === 0) return null
  const right = [...cited].filter((id) => gold.has(id)).length
  return { hit: right > 0 ? 1 : 0, precision: right / cited.size, recall: right / gold.size }
}
