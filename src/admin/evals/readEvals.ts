import type { Payload } from 'payload'
import { z } from 'zod'
import type { EvalRun } from '../../../payload-types'
import { STORED } from '../../commands/storedCases/evalRuns'
import type { CaseOutcome } from '../../commands/storedCases/caseOutcome'
import { OUTCOMES } from '../../vocabulary'

/** Runs that are listed; the latest of each set is among them. */
const LISTED = 50

export interface RunRow extends Pick<
  EvalRun,
  'id' | 'set' | 'state' | 'by' | 'questions' | 'done' | 'createdAt'
> {
  problem: string | null
  file: string | null
  numbers: Record<string, number | null>
  versions: Record<string, unknown>
}

export interface Evals {
  runs: RunRow[]
  /** The latest finished run of each set with the one before it, the stored cases first. */
  latest: { run: RunRow; before: RunRow | null }[]
  /** A run that waits or goes on. */
  under: RunRow | null
  /** Cases that the latest run of the stored ones got wrong. */
  wrong: CaseOutcome[]
  cases: { on: number; off: number }
}

/** What the room of evals shows. */
export const readEvals = async (payload: Payload): Promise<Evals> => {
  const [rows, on, off] = await Promise.all([
    payload.find({
      collection: 'eval-runs',
      sort: '-createdAt',
      limit: LISTED,
      depth: 0,
      select: { results: false },
    }),
    payload.count({ collection: 'eval-cases', where: { active: { equals: true } } }),
    payload.count({ collection: 'eval-cases', where: { active: { not_equals: true } } }),
  ])
  const runs = rows.docs.map(toRow)
  const done = runs.filter(({ state }) => state === 'done')
  const sets = [...new Set(done.map(({ set }) => set))].toSorted(
    (a, b) => Number(b === STORED) - Number(a === STORED),
  )
  const latest = sets.flatMap((set) => {
    const [run, before] = done.filter((each) => each.set === set)
    return run ? [{ run, before: before ?? null }] : []
  })
  const stored = latest.find(({ run }) => run.set === STORED)
  return {
    runs,
    latest,
    under: runs.find(({ state }) => state === 'queued' || state === 'running') ?? null,
    wrong: stored
      ? (await readResults(payload, stored.run.id)).filter(({ problem }) => problem !== null)
      : [],
    cases: { on: on.totalDocs, off: off.totalDocs },
  }
}

/** A run with what came of each of its cases; null when there is no such run. */
export const readRun = async (
  payload: Payload,
  id: string,
): Promise<{ run: RunRow; results: CaseOutcome[] } | null> => {
  const row = await payload.findByID({ collection: 'eval-runs', id, depth: 0, disableErrors: true })
  return row && { run: toRow(row), results: resultsIn(row.results) }
}

const readResults = async (payload: Payload, id: string): Promise<CaseOutcome[]> =>
  (await readRun(payload, id))?.results ?? []

const numbersSchema = z.record(z.string(), z.number().nullable().catch(null)).catch({})
const versionsSchema = z.record(z.string(), z.unknown()).catch({})
const resultSchema = z.object({
  caseId: z.string(),
  question: z.string(),
  kind: z.string(),
  expected: z.enum(OUTCOMES),
  outcome: z.enum(OUTCOMES),
  reason: z.string().nullable(),
  confidence: z.number().nullable(),
  problem: z.string().nullable(),
  leaked: z.boolean(),
  ms: z.number(),
})

const resultsIn = (value: unknown): CaseOutcome[] => z.array(resultSchema).catch([]).parse(value)

const toRow = (row: Omit<EvalRun, 'results'>): RunRow => ({
  id: row.id,
  set: row.set,
  state: row.state,
  by: row.by,
  questions: row.questions,
  done: row.done,
  createdAt: row.createdAt,
  problem: row.problem ?? null,
  file: row.file ?? null,
  numbers: numbersSchema.parse(row.numbers),
  versions: versionsSchema.parse(row.versions),
})
