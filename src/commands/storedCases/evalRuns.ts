import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { queueJob } from '../../../ingestion/queue'
import type { EvalRun } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { VouchError } from '../../errors'
import { ringWorker } from '../../workerBell'
import type { Versions } from '../decideTurn'

/** The name of the set of cases that are kept in the CMS. */
export const STORED = 'stored'

/**
 * Has the worker ask the stored cases; a run that waits or runs already is enough.
 * @param by who asked for it, by name.
 * @returns the run's id.
 * @throws {VouchError} when no case is on.
 */
export const queueStoredRun = async (payload: Payload, by: string): Promise<string> => {
  const { totalDocs } = await payload.count({
    collection: 'eval-cases',
    where: { active: { equals: true } },
  })
  if (!totalDocs)
    throw new VouchError('No eval case is on. Keep one from Try it, or write one under Eval cases.')
  const id = await inTransaction({ payload }, async (req) => {
    const under = await payload.db.findOne<EvalRun>({
      collection: 'eval-runs',
      where: { and: [{ set: { equals: STORED } }, { state: { in: ['queued', 'running'] } }] },
      req,
    })
    if (under) return under.id
    const run = { id: randomUUID(), set: STORED, state: 'queued', by, questions: totalDocs, done: 0 }
    await payload.db.create({
      collection: 'eval-runs',
      data: { ...run, numbers: {}, versions: {}, results: [] },
      req,
    })
    await queueJob(req, 'runStoredCases', { runId: run.id })
    return run.id
  })
  ringWorker()
  return id
}

/** A run that was made elsewhere, as the room of evals lists it. */
export interface RunSummary {
  set: string
  /** What made it: a person's name, or the command. */
  by: string
  questions: number
  /** By the name of the measure; shares are 0 to 1. */
  numbers: Record<string, number | null>
  versions: Versions
  /** Where the whole report lies. */
  file?: string
}

/** Puts a finished run on the list of the room. @returns its id. */
export const recordEvalRun = async (payload: Payload, run: RunSummary): Promise<string> => {
  const id = randomUUID()
  await payload.db.create({
    collection: 'eval-runs',
    data: {
      ...run,
      id,
      state: 'done',
      done: run.questions,
      results: [],
      finishedAt: new Date().toISOString(),
    },
    req: {},
  })
  return id
}
