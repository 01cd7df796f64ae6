import type { Payload, Where } from 'payload'
import type { Chunk } from '../../payload-types'
import { analyze, languageOf } from '../retrieval/analyze'
import type { FusedCandidate } from '../retrieval/types'
import { toPassages, type Visibility } from './passages'

/** Enough to find what a question is about; more would only slow the database down. */
const MOST_TERMS = 8
const MOST_ROWS = 400

/**
 * The slow way when the vector store is down: chunks that contain the question's words, ranked by how many of its rarer
 * words they hold. Needs no index and no extension, so that it works on every database.
 */
export const searchChunks = async (
  payload: Payload,
  { question, limit, ...visibility }: Visibility & { question: string; limit: number },
): Promise<FusedCandidate[]> => {
  const terms = [...new Set(analyze(question, languageOf('en')))].slice(0, MOST_TERMS)
  if (!terms.length) return []
  const rows = await chunksWithAny(payload, terms)
  const visible = await toPassages(payload, rows, visibility)
  const scored = rankByTerms(
    terms,
    rows.filter((row) => visible.has(row.id)),
  )
  return scored.slice(0, limit)
}

const chunksWithAny = async (payload: Payload, terms: readonly string[]): Promise<Chunk[]> => {
  const where: Where = { or: terms.map((term) => ({ text: { like: term } })) }
  const { docs } = await payload.db.find<Chunk>({
    collection: 'chunks',
    where,
    limit: MOST_ROWS,
    pagination: false,
    req: {},
  })
  return docs
}

/** Sum of inverse document frequencies of the terms that a chunk holds, as a share of the best possible. Pure. */
export const rankByTerms = (
  terms: readonly string[],
  rows: readonly Pick<Chunk, 'id' | 'text' | 'contentHash'>[],
): FusedCandidate[] => {
  const held = rows.map((row) => new Set(analyze(row.text, 'en')))
  const rarity = new Map(
    terms.map((term) => {
      const frequency = held.filter((words) => words.has(term)).length
      return [term, Math.log(1 + (rows.length - frequency + 0.5) / (frequency + 0.5))]
    }),
  )
  const best = [...rarity.values()].reduce((sum, value) => sum + value, 0) || 1
  return rows
    .map((row, i): FusedCandidate => {
      const score = terms.reduce((sum, term) => sum + (held[i]?.has(term) ? (rarity.get(term) ?? 0) : 0), 0)
      return { id: row.id, contentHash: row.contentHash, score: score / best, dense: null, words: score }
    })
    .filter((candidate) => candidate.score > 0)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}
