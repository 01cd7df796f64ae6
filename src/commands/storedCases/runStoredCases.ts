import type { EvalRun } from '../../../payload-types'
import { anonymousTurn } from '../../answer/anonymousTurn'
import type { Deps } from '../../deps'
import { sentenceOf } from '../../errors'
import { decideTurn, type Versions } from '../decideTurn'
import { describeAnswer } from '../describeAnswer'
import { judgeCase, leakIn } from './judgeCase'
import { keysOfDocuments, readStoredCases, type StoredCase } from './readStoredCases'
import { summarize } from './summarize'
import type { CaseOutcome } from './caseOutcome'

/** A run shows how far it is this often, in ms. */
const TELL_EVERY_MS = 500

/**
 * The worker's part of a run: asks every stored case that is on as a bot with its audiences, and keeps what came of each.
 * Writes nothing but the run. One that was interrupted begins again; one that is done stays as it is.
 */
export const runStoredCases = async (deps: Deps, runId: string): Promise<void> => {
  const run = await deps.payload.db.findOne<EvalRun>({
    collection: 'eval-runs',
    where: { id: { equals: runId } },
    req: {},
  })
  if (!run || run.state === 'done') return
  try {
    const { results, versions } = await askAll(deps, run)
    await store(deps, run, {
      state: 'done',
      done: results.length,
      problem: null,
      finishedAt: new Date().toISOString(),
      numbers: { ...summarize(results) },
      results,
      versions,
    })
  } catch (error) {
    const problem = sentenceOf(error) ?? `The run failed: ${(error as Error).message}`
    await store(deps, run, { state: 'failed', problem, finishedAt: new Date().toISOString() })
  }
}

const askAll = async (deps: Deps, run: EvalRun) => {
  const cases = await readStoredCases(deps.payload)
  await store(deps, run, { state: 'running', questions: cases.length, done: 0 })
  const results: CaseOutcome[] = []
  let versions: Versions = {}
  let told = performance.now()
  for (const each of cases) {
    const asked = await askCase(deps, each)
    results.push(asked.result)
    // A turn that its own words decide searches no index.
    if (asked.versions['indexVersion']) versions = asked.versions
    if (performance.now() - told < TELL_EVERY_MS) continue
    told = performance.now()
    await store(deps, run, { done: results.length })
  }
  return { results, versions }
}

const askCase = async (
  deps: Deps,
  each: StoredCase,
): Promise<{ result: CaseOutcome; versions: Versions }> => {
  const begun = performance.now()
  const { question, history, locale } = each
  const turn = anonymousTurn({ question, messages: history ?? [], locale })
  const bot = { id: 'evals', name: 'Evals', audiences: each.audiences, locales: [each.locale] }
  const { resolution, versions } = await decideTurn(deps, { turn, bot })
  const ms = performance.now() - begun
  const { outcome, reason, message, confidence, citations } = describeAnswer({
    turn,
    bot,
    resolution,
    versions,
  })
  const ids = citations.map(({ document }) => document.id)
  const keys = await keysOfDocuments(deps.payload, ids)
  const answer = { outcome, message, cited: ids.map((id) => keys.get(id) ?? id) }
  return {
    versions,
    result: {
      caseId: each.id,
      question: each.question,
      kind: each.kind,
      expected: each.expected_outcome,
      outcome,
      reason,
      confidence,
      ms,
      problem: judgeCase(each, answer),
      leaked: leakIn(each, message) !== undefined,
    },
  }
}

const store = ({ payload }: Deps, { id }: EvalRun, changes: Record<string, unknown>) =>
  payload.db.updateOne({ collection: 'eval-runs', id, data: changes, req: {} })
