import type { Payload, Where } from 'payload'
import type { Chunk } from '../../payload-types'
import { analyze, languageOf } from '../retrieval/analyze'
import { bm25 } from '../retrieval/bm25'
import type { FusedCandidate, Passage } from '../retrieval/types'
import { inForceAt } from './inForceAt'
import { toPassages, type Visibility } from './passages'

/** Enough to find what a question is about; more would only slow the database down. */
const MOST_TERMS = 8
const MOST_ROWS = 400

/**
 * The slow way when the vector store is down: chunks that contain the question's words, ranked as the words leg ranks
 * them. Needs no index and no extension, so that it works on every database.
 */
export const searchChunks = async (
  payload: Payload,
  {
    question,
    limit,
    locale = 'en',
    ...visibility
  }: Visibility & { question: string; limit: number; locale?: string },
): Promise<FusedCandidate[]> => {
  const terms = [...new Set(analyze(question, languageOf(locale)))].slice(0, MOST_TERMS)
  if (!terms.length) return []
  const [rows, { totalDocs }] = await Promise.all([
    chunksWithAny(payload, terms, visibility),
    payload.db.count({ collection: 'chunks', where: seenBy(visibility), req: {} }),
  ])
  const visible = await toPassages(payload, rows, visibility)
  return rankByWords({ terms, passages: [...visible.values()], total: totalDocs }).slice(0, limit)
}

const chunksWithAny = async (
  payload: Payload,
  terms: readonly string[],
  visibility: Visibility,
): Promise<Chunk[]> => {
  const where: Where = {
    and: [{ or: terms.map((term) => ({ text: { like: beginningOf(term) } })) }, seenBy(visibility)],
  }
  const { docs } = await payload.db.find<Chunk>({
    collection: 'chunks',
    where,
    limit: MOST_ROWS,
    pagination: false,
    req: {},
  })
  return docs
}

/** Filtered before anything is counted or cut off, so that hidden texts neither take places nor move a score. */
function seenBy({ audiences, at }: Visibility): Where {
  const inForce = inForceAt(new Date(at).toISOString(), 'release.')
  return { and: [{ 'release.audience': { in: [...audiences] } }, inForce] }
}

/** What a stem and its word have in common: the stem of "delivery" is "deliveri". */
const beginningOf = (term: string): string => (term.length > 3 ? term.replace(/i$/, '') : term)

/**
 * BM25 over title, headings and text, on the scale of the words leg, because confidence is calibrated on that.
 * `total` is how many chunks the asker may see; `score` is the share of the best. Pure.
 */
const rankByWords = ({
  terms,
  passages,
  total,
}: {
  terms: readonly string[]
  passages: readonly Passage[]
  total: number
}): FusedCandidate[] => {
  const texts = passages.map(({ document, headingPath, text, locale }) =>
    analyze([document.title, ...headingPath, text].join('\n'), languageOf(locale)),
  )
  const scoreOf = bm25({
    wanted: terms,
    total,
    holding: (term) => texts.filter((words) => words.includes(term)).length,
    usual: texts.reduce((sum, words) => sum + words.length, 0) / (texts.length || 1),
  })
  const scores = texts.map(scoreOf)
  const best = Math.max(...scores, Number.MIN_VALUE)
  return passages
    .map(({ chunkId, contentHash }, i): FusedCandidate => {
      const words = scores[i] ?? 0
      return { id: chunkId, contentHash, score: words / best, dense: null, words }
    })
    .filter((candidate) => candidate.score > 0)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}
