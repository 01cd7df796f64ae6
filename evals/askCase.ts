import type { Calibration } from '../src/answer/calibration'
import type { ResolvePorts } from '../src/answer/find'
import { resolve } from '../src/answer/resolve'
import { retrievalQuestion } from '../src/answer/rewrite'
import type { Turn } from '../src/answer/types'
import type { Audience } from '../src/vocabulary'
import { judge, type CaseResult } from './caseResult'
import { localeOf, messagesOf, type EvalCase } from './evalCase'

/** Where a set's questions are asked: an installation, or its documents in memory. */
export interface Asking {
  ports: ResolvePorts
  calibration: Calibration
  audiences: readonly Audience[]
  /** The document's key in the set, by a chunk's id and by a document's. */
  ofChunk: (chunkId: string) => string
  ofDocument: (documentId: string) => string
}

/** Chunks that are ranked before documents are counted: enough for ten documents of many chunks. */
const RANKED_CHUNKS = 100
const BUDGET_MS = 10_000

/** Asks one question and judges what comes back. Nothing is recorded. */
export const askCase = async (evalCase: EvalCase, asking: Asking): Promise<CaseResult> => {
  const { ports, calibration, audiences, ofChunk, ofDocument } = asking
  const turn = turnOf(evalCase)
  const started = performance.now()
  const resolution = await resolve({
    turn,
    bot: { id: 'eval', name: 'eval', audiences, locales: [] },
    // The precise reason of a refusal is for receipts; it would count as the time of an answer.
    ports: { retrieve: ports.retrieve, searchWords: ports.searchWords, hydrate: ports.hydrate },
    calibration,
    budgetMs: BUDGET_MS,
  })
  const ms = performance.now() - started
  const { candidates } = await ports.retrieve({
    question: retrievalQuestion(turn),
    at: turn.at,
    audiences,
    limit: RANKED_CHUNKS,
  })
  const retrieved = [...new Set(candidates.map(({ id }) => ofChunk(id)))]
  const { decision } = resolution
  const cited =
    decision.outcome === 'answered'
      ? [...new Set(decision.citations.map(({ document }) => ofDocument(document.id)))]
      : []
  return { evalCase, retrieved, resolution, cited, right: judge({ evalCase, resolution, cited }), ms }
}

const turnOf = (evalCase: EvalCase): Turn => ({
  question: evalCase.question,
  messages: messagesOf(evalCase),
  locale: localeOf(evalCase),
  channel: null,
  conversationId: null,
  customer: null,
  at: Date.now(),
})
