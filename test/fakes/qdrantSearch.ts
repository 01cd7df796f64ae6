import { createHash } from 'node:crypto'

/** How the fake Qdrant filters and scores words. */
export interface Point {
  id: string
  vector: Record<string, number[] | { text: string; model: string; options?: { avg_len?: number } }>
  payload: Record<string, unknown>
}

export interface Condition {
  key?: string
  match?: { any: unknown[] }
  range?: { lte?: number; gt?: number }
  has_id?: string[]
}

const K1 = 1.2
const B = 0.75

export const matches = (point: Point, must: Condition[]) =>
  must.every(({ key = '', match, range, has_id }) => {
    const value = point.payload[key]
    if (has_id) return has_id.includes(point.id)
    if (match) return match.any.includes(value)
    return (
      typeof value === 'number' &&
      !(range?.lte !== undefined && value > range.lte) &&
      !(range?.gt !== undefined && value <= range.gt)
    )
  })

/** BM25 as `qdrant/bm25` with the `idf` modifier has it: every term of the query counts once. */
export function bm25Scores(points: Point[], using: string, query: string): [Point, number][] {
  const documents = points.flatMap((point) => {
    const words = point.vector[using]
    if (!words || Array.isArray(words)) return []
    return [{ point, terms: tokens(words.text), averageLength: words.options?.avg_len ?? 256 }]
  })
  const idf = (term: string) => {
    const holding = documents.filter(({ terms }) => terms.includes(term)).length
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))
  }
  const wanted = [...new Set(tokens(query))].map((term) => ({ term, idf: idf(term) }))
  return documents.flatMap(({ point, terms, averageLength }): [Point, number][] => {
    let score = 0
    for (const { term, idf } of wanted) {
      const frequency = terms.filter((each) => each === term).length
      score += (idf * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * terms.length) / averageLength))
    }
    return score > 0 ? [[point, score]] : []
  })
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Term frequencies by the terms' hashes, as the server keeps them. */
export const toSparse = (text: string) => {
  const counts = new Map<number, number>()
  for (const term of tokens(text)) {
    const index = createHash('sha1').update(term).digest().readUInt32BE()
    counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  return { indices: [...counts.keys()], values: [...counts.values()] }
}
