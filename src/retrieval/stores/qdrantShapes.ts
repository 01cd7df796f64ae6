import { createHash } from 'node:crypto'
import { analyze, languageOf } from '../analyze'
import type { Candidate, IndexPoint, IndexVersion, InForceFilter, StoredPoint } from '../types'

/** Terms of a chunk of 900 characters without its stop words; part of every stored weight, so never changed in place. */
const AVERAGE_TERMS = 100
/** `validTo` of a point that is open: the last instant a Date can hold. */
const OPEN_END = 8.64e15

/** Ids of versions are free text; a collection's name is not, so a hash keeps two alike ids apart. */
export function collectionOf({ id }: IndexVersion) {
  const readable = id.replace(/[^A-Za-z0-9-]+/g, '_').slice(0, 80)
  return `vouch_${readable}_${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
}

export function toPoint(point: IndexPoint) {
  const language = languageOf(point.locale)
  const terms = analyze(point.words, language)
  return {
    id: point.id,
    vector: {
      ...(point.vector ? { dense: Array.from(point.vector) } : {}),
      ...(terms.length > 0 ? { words: bm25(terms) } : {}),
    },
    payload: {
      document_id: point.documentId,
      release_id: point.releaseId,
      audience: point.audience,
      locale: point.locale,
      language,
      content_hash: point.contentHash,
      ...windowOf(point),
    },
  }
}

export const windowOf = ({ validFrom, validTo }: { validFrom: number; validTo: number | null }) => ({
  valid_from: validFrom,
  valid_to: validTo ?? OPEN_END,
})

/** Terms are stemmed already, hence no language. */
export const bm25 = (terms: string[]) => ({
  text: terms.join(' '),
  model: 'qdrant/bm25',
  options: { k: 1.2, b: 0.75, avg_len: AVERAGE_TERMS, language: 'none' },
})

export const toFilter = ({ audiences, at }: InForceFilter) => ({
  must: [
    { key: 'audience', match: { any: [...audiences] } },
    { key: 'valid_from', range: { lte: at } },
    { key: 'valid_to', range: { gt: at } },
  ],
})

type Payload = Record<string, unknown>

export const toCandidate = (point: {
  id: string | number
  score: number
  payload?: Payload | null
}): Candidate => ({
  id: String(point.id),
  contentHash: String(point.payload?.['content_hash']),
  score: point.score,
})

/** Qdrant returns equal scores in changing order. */
export const bestFirst = (a: Candidate, b: Candidate) => b.score - a.score || (a.id < b.id ? -1 : 1)

/** A point as Qdrant lists it. Vectors were made unit length when they were stored. */
export const toListed = (id: string, payload: Payload, vectors?: unknown): StoredPoint => {
  const dense = (vectors as { dense?: unknown } | null | undefined)?.dense
  return {
    id,
    documentId: String(payload['document_id']),
    releaseId: String(payload['release_id']),
    audience: String(payload['audience']),
    locale: String(payload['locale']),
    contentHash: String(payload['content_hash']),
    validFrom: Number(payload['valid_from']),
    validTo: payload['valid_to'] === OPEN_END ? null : Number(payload['valid_to']),
    vector: Array.isArray(dense) ? Float32Array.from(dense as number[]) : null,
  }
}

/** How many different terms a point's words leg has. */
export const countTerms = (vectors: unknown): number => {
  const words = (vectors as { words?: { indices?: unknown } } | null | undefined)?.words
  return Array.isArray(words?.indices) ? words.indices.length : 0
}
