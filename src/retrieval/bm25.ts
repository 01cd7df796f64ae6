const K1 = 1.2
const B = 0.75

interface Weighing {
  /** The terms that are looked for, each once. */
  wanted: readonly string[]
  /** How many texts there are, and how many of them hold a term. */
  total: number
  holding: (term: string) => number
  /** How many terms a text has in the mean. */
  usual: number
}

/** BM25: scores texts, each given by its terms, by how well they answer the wanted ones. Pure. */
export function bm25({ wanted, total, holding, usual }: Weighing): (terms: readonly string[]) => number {
  const rarity = new Map(
    wanted.map((term) => {
      const held = holding(term)
      return [term, Math.log(1 + (Math.max(0, total - held) + 0.5) / (held + 0.5))]
    }),
  )
  return (terms) =>
    wanted.reduce((sum, term) => {
      const uses = terms.filter((each) => each === term).length
      const length = 1 - B + (B * terms.length) / Math.max(1, usual)
      return sum + ((rarity.get(term) ?? 0) * uses * (K1 + 1)) / (uses + K1 * length)
    }, 0)
}
