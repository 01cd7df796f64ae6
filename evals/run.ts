import path from 'node:path'
import { defaultCalibration } from '../src/answer/calibration'
import { resolve } from '../src/answer/resolve'
import { retrievalQuestion } from '../src/answer/rewrite'
import type { Resolution, Turn } from '../src/answer/types'
import { answerPorts } from '../src/commands/answerPorts'
import type { Deps } from '../src/deps'
import { VouchError } from '../src/errors'
import type { Audience } from '../src/vocabulary'
import { documentKeys, type DocumentKeys } from './documentKeys'
import { messagesOf, readCases, type EvalCase } from './evalCase'
import { report, type CaseResult, type EvalReport } from './report'

/** Chunks that are ranked before documents are counted: enough for ten documents of many chunks. */
const RANKED_CHUNKS = 100
const BUDGET_MS = 10_000

export interface EvalSettings {
  /** A folder with `questions.jsonl`. */
  set: string
  questions?: string
  audiences: readonly Audience[]
  onProgress?: (done: number, total: number) => void
}

/**
 * Asks a set's questions of this installation and scores what comes back. Writes nothing: no receipts, no gaps.
 * @throws when the set's documents are not in force here.
 */
export const runEval = async (deps: Deps, settings: EvalSettings): Promise<EvalReport> => {
  const { set, questions, audiences, onProgress = () => {} } = settings
  const cases = await readCases(set, questions)
  const keys = await documentKeys(deps.payload, new Set(cases.flatMap(({ gold }) => gold)))
  assertImported(set, cases, keys)
  const results: CaseResult[] = []
  for (const evalCase of cases) {
    results.push(await askCase(deps, { evalCase, audiences, keys }))
    onProgress(results.length, cases.length)
  }
  return report({ set: path.basename(path.resolve(set)), results, wordsOnly: deps.model === null })
}

const askCase = async (
  deps: Deps,
  { evalCase, audiences, keys }: { evalCase: EvalCase; audiences: readonly Audience[]; keys: DocumentKeys },
): Promise<CaseResult> => {
  const { ports } = answerPorts(deps)
  const turn = turnOf(evalCase)
  const started = performance.now()
  const resolution = await resolve({
    turn,
    bot: { id: 'eval', name: 'eval', audiences, locales: [] },
    // The precise reason of a refusal is for receipts; it would count as the time of an answer.
    ports: { retrieve: ports.retrieve, searchWords: ports.searchWords, hydrate: ports.hydrate },
    calibration: defaultCalibration,
    budgetMs: BUDGET_MS,
  })
  const ms = performance.now() - started
  const { candidates } = await ports.retrieve({
    question: retrievalQuestion(turn),
    at: turn.at,
    audiences,
    limit: RANKED_CHUNKS,
  })
  const retrieved = [...new Set(candidates.map(({ id }) => keys.ofChunk.get(id) ?? id))]
  return { evalCase, retrieved, resolution, cited: citedBy(resolution, keys), ms }
}

const turnOf = (evalCase: EvalCase): Turn => ({
  question: evalCase.question,
  messages: messagesOf(evalCase),
  locale: 'en-GB',
  channel: null,
  conversationId: null,
  customer: null,
  at: Date.now(),
})

const citedBy = ({ decision }: Resolution, keys: DocumentKeys): string[] =>
  decision.outcome === 'answered'
    ? decision.citations.map(({ document }) => keys.ofDocument.get(document.id) ?? document.id)
    : []

const assertImported = (set: string, cases: readonly EvalCase[], keys: DocumentKeys): void => {
  const gold = new Set(cases.flatMap((evalCase) => (evalCase.answerable === true ? evalCase.gold : [])))
  const served = new Set(keys.ofChunk.values())
  if (gold.size && ![...gold].some((id) => served.has(id)))
    throw new VouchError(
      `None of the documents that answer ${set} is in force here. Import and sign them first: npm run -s vouch -- ingest ${path.join(set, 'documents.jsonl')} --approve-as EMAIL`,
    )
}
