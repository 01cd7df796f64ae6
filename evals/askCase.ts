import { anonymousTurn } from '../src/answer/anonymousTurn'
import type { Calibration } from '../src/answer/calibration'
import { readInTime } from '../src/answer/askPart'
import type { Reading } from '../src/answer/reader/types'
import { decide } from '../src/answer/decide'
import type { ResolvePorts } from '../src/answer/find'
import { resolve } from '../src/answer/resolve'
import { retrievalQuestion } from '../src/answer/rewrite'
import type { Decision, Resolution, Turn } from '../src/answer/types'
import { mended } from '../src/retrieval/spelling'
import type { FusedCandidate } from '../src/retrieval/types'
import type { Audience } from '../src/vocabulary'
import { judge, type CaseResult } from './caseResult'
import { localeOf, messagesOf, type EvalCase } from './evalCase'
import { neverUnsure } from './neverUnsure'

/** Where a set's questions are asked: an installation, or its documents in memory. */
export interface Asking {
  ports: ResolvePorts
  calibration: Calibration
  audiences: readonly Audience[]
  /** The document's key in the set, by a chunk's id and by a document's. */
  ofChunk: (chunkId: string) => string
  ofDocument: (documentId: string) => string
}

/** All of both legs: enough for ten documents of many chunks. */
const RANKED_CHUNKS = 200
const BUDGET_MS = 10_000

/** Asks one question and judges what comes back. Nothing is recorded. */
export const askCase = async (evalCase: EvalCase, asking: Asking): Promise<CaseResult> => {
  const { ports, audiences, ofChunk } = asking
  const turn = turnOf(evalCase)
  const started = performance.now()
  const resolution = await resolve({
    turn,
    bot: { id: 'eval', name: 'eval', audiences, locales: [] },
    // The precise reason of a refusal is for receipts; it would count as the time of an answer.
    ports: {
      retrieve: ports.retrieve,
      searchWords: ports.searchWords,
      hydrate: ports.hydrate,
      ...(ports.read && { read: ports.read }),
    },
    calibration: asking.calibration,
    budgetMs: BUDGET_MS,
  })
  const ms = performance.now() - started
  const question = retrievalQuestion(turn)
  const { candidates, expansion } = await ports.retrieve({
    question,
    at: turn.at,
    audiences,
    limit: RANKED_CHUNKS,
    locale: turn.locale,
  })
  const documents = (ids: readonly string[]) => [...new Set(ids.map(ofChunk))]
  const cited = citedBy(resolution.decision, asking)
  const meant = mended(question, expansion?.corrections ?? [])
  const reading = await readInTime(ports, {
    question: meant,
    locale: turn.locale,
    passages: resolution.considered,
    withinMs: BUDGET_MS,
  })
  const wouldSay = atAnyConfidence({
    resolution,
    question: meant,
    turn,
    calibration: asking.calibration,
    reading,
  })
  return {
    evalCase,
    retrieved: documents(candidates.map(({ id }) => id)),
    legs: { words: documents(byLeg(candidates, 'words')), dense: documents(byLeg(candidates, 'dense')) },
    resolution,
    cited,
    right: judge({ evalCase, decision: resolution.decision, cited }),
    wouldBeRight: wouldSay && judge({ evalCase, decision: wouldSay, cited: citedBy(wouldSay, asking) }),
    ms,
  }
}

const byLeg = (candidates: readonly FusedCandidate[], leg: 'words' | 'dense'): string[] =>
  candidates
    .filter((candidate) => candidate[leg] !== null)
    .toSorted((a, b) => (b[leg] ?? 0) - (a[leg] ?? 0))
    .map(({ id }) => id)

const citedBy = (decision: Decision, { ofDocument }: Asking): string[] =>
  decision.outcome === 'answered'
    ? [...new Set(decision.citations.map(({ document }) => ofDocument(document.id)))]
    : []

/** What would be decided if nothing were too unsure; null when knowledge was not asked for at all. */
const atAnyConfidence = (o: {
  resolution: Resolution
  question: string
  turn: Turn
  calibration: Calibration
  reading: Reading | undefined
}): Decision | null => {
  const { resolution, question, turn, calibration, reading } = o
  if (resolution.considered.length === 0) return null
  return decide({
    question,
    passages: resolution.considered,
    locale: turn.locale,
    calibration: neverUnsure(calibration),
    reading,
  }).decision
}

/** A question as the first and only one of its conversation that is asked. */
export const turnOf = (evalCase: EvalCase): Turn =>
  anonymousTurn({
    question: evalCase.question,
    messages: messagesOf(evalCase),
    locale: localeOf(evalCase),
  })
