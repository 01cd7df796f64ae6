import path from 'node:path'
import { defaultCalibration } from '../src/answer/calibration'
import { answerPorts } from '../src/commands/answerPorts'
import type { Deps } from '../src/deps'
import { VouchError } from '../src/errors'
import type { Audience } from '../src/vocabulary'
import { askCase, type Asking } from './askCase'
import type { CaseResult } from './caseResult'
import { documentKeys, type DocumentKeys } from './documentKeys'
import { readCases, type EvalCase } from './evalCase'
import { report, type EvalReport } from './report'

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
  const asking: Asking = {
    ports: answerPorts(deps).ports,
    calibration: defaultCalibration,
    audiences,
    ofChunk: (id) => keys.ofChunk.get(id) ?? id,
    ofDocument: (id) => keys.ofDocument.get(id) ?? id,
  }
  const results: CaseResult[] = []
  for (const evalCase of cases) {
    results.push(await askCase(evalCase, asking))
    onProgress(results.length, cases.length)
  }
  return report({ set: path.basename(path.resolve(set)), results, wordsOnly: deps.model === null })
}

const assertImported = (set: string, cases: readonly EvalCase[], keys: DocumentKeys): void => {
  const gold = new Set(cases.flatMap((evalCase) => (evalCase.answerable === true ? evalCase.gold : [])))
  const served = new Set(keys.ofChunk.values())
  if (gold.size && ![...gold].some((id) => served.has(id)))
    throw new VouchError(
      `None of the documents that answer ${set} is in force here. Import and sign them first: npm run -s vouch -- ingest ${path.join(set, 'documents.jsonl')} --approve-as EMAIL`,
    )
}
