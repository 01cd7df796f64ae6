import path from 'node:path'
import type { Calibration } from '../src/answer/calibration'
import { answerPorts } from '../src/commands/answerPorts'
import type { Deps } from '../src/deps'
import { VouchError } from '../src/errors'
import type { Audience } from '../src/vocabulary'
import { askCase, type Asking } from './askCase'
import type { CaseResult } from './caseResult'
import { documentKeys, type DocumentKeys } from './documentKeys'
import { readCases, type EvalCase } from './evalCase'
import { refusalLeak, type RefusalLeak } from './refusals'

interface InstalledRun {
  /** A folder with `questions.jsonl`. */
  set: string
  questions?: string
  calibration: Calibration
  audiences: readonly Audience[]
  onProgress?: (done: number, total: number) => void
}

/**
 * Asks a set's questions of this installation. Writes nothing: no receipts, no gaps.
 * @throws {VouchError} when the set's documents are not in force here.
 */
export const runInstalled = async (
  deps: Deps,
  o: InstalledRun,
): Promise<{ results: CaseResult[]; refusals: RefusalLeak }> => {
  const cases = await readCases(o.set, o.questions)
  const { asking, keys } = await installedAsking(deps, cases, o)
  assertImported(o.set, cases, keys)
  const results: CaseResult[] = []
  for (const evalCase of cases) {
    results.push(await askCase(evalCase, asking))
    o.onProgress?.(results.length, cases.length)
  }
  return { results, refusals: await refusalLeak(cases, asking) }
}

/** This installation as what questions are asked of, with its documents under the keys that the cases know them by. */
export const installedAsking = async (
  deps: Deps,
  cases: readonly Pick<EvalCase, 'gold'>[],
  { calibration, audiences }: Pick<Asking, 'calibration' | 'audiences'>,
): Promise<{ asking: Asking; keys: DocumentKeys }> => {
  await deps.encoder?.ready()
  const keys = await documentKeys(deps.payload, new Set(cases.flatMap(({ gold }) => gold)))
  const asking: Asking = {
    ports: answerPorts(deps, { calibration }).ports,
    calibration,
    audiences,
    ofChunk: (id) => keys.ofChunk.get(id) ?? id,
    ofDocument: (id) => keys.ofDocument.get(id) ?? id,
  }
  return { asking, keys }
}

const assertImported = (set: string, cases: readonly EvalCase[], keys: DocumentKeys): void => {
  const gold = new Set(cases.flatMap((evalCase) => (evalCase.answerable === true ? evalCase.gold : [])))
  const served = new Set(keys.ofChunk.values())
  if (gold.size && ![...gold].some((id) => served.has(id)))
    throw new VouchError(
      `None of the documents that answer ${set} is in force here. Import and sign them first: npm run -s vouch -- ingest ${path.join(set, 'documents.jsonl')} --approve-as EMAIL`,
    )
}
