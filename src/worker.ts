import type { Payload } from 'payload'
import { setTimeout as sleep } from 'node:timers/promises'
import { RECHECK_QUEUE, SYNC_QUEUE, WEBHOOK_QUEUE } from '../ingestion/queue'
import { takeWorkerTurn } from './database/workerTurn'
import { due } from './queue/dueJobs'
import { linkSignals } from './timeLimit'
import { untilRung } from './workerBell'

const BATCH = 100
const IDLE_MS = 300
const AFTER_FAILURE_MS = 2_000

/** How many jobs are left and how many failed for good. */
export interface Outbox {
  waiting: number
  failed: number
}

/** Jobs that wait or run, and jobs that were given up, with their reasons in `payload-jobs`. */
export const outbox = async (payload: Payload): Promise<Outbox> => {
  const [waiting, failed] = await Promise.all([
    payload.count({
      collection: 'payload-jobs',
      where: { and: [{ completedAt: { exists: false } }, { hasError: { not_equals: true } }] },
    }),
    payload.count({ collection: 'payload-jobs', where: { hasError: { equals: true } } }),
  ])
  return { waiting: waiting.totalDocs, failed: failed.totalDocs }
}

interface Queue {
  queue: string
  /** Jobs taken at once. */
  limit: number
  /** One after the other, unless said otherwise. */
  sequential?: boolean
}

interface WorkerOptions {
  payload: Payload
  databaseUri: string
  signal: AbortSignal
  onTurn?: (() => () => Promise<void>) | undefined
}

/**
 * Runs jobs until `signal` aborts. Only one process does at a time: the others wait for its turn to end. Payload's jobs
 * have no lease, so what a crashed worker left `processing` is freed here, when nobody else can be running it. A database that is away for a
 * while is waited for.
 * @param onTurn started once the turn has come, and so in one process at a time; it returns what ends it again.
 */
export const runWorker = async ({ payload, databaseUri, signal, onTurn }: WorkerOptions): Promise<void> => {
  while (!signal.aborted)
    try {
      await work({ payload, databaseUri, signal, onTurn })
    } catch (error) {
      if (signal.aborted) return
      payload.logger.error({ msg: 'The worker could not go on; it tries again.', err: error })
      await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {})
    }
}

/** From one turn to its end. */
const work = async ({ payload, databaseUri, signal, onTurn }: WorkerOptions): Promise<void> => {
  const turn = await takeWorkerTurn({ payload, databaseUri, signal })
  if (!turn) return
  const failed = new AbortController()
  const ended = linkSignals([signal, turn.lost, failed.signal])
  const run = (queue: Queue) =>
    runQueue(payload, queue, ended.signal).catch((error: unknown) => {
      failed.abort()
      throw error
    })
  const end = onTurn?.()
  try {
    await freeAbandonedJobs(payload)
    const queues = [
      run({ queue: 'default', limit: BATCH }),
      // Beside the others, so that none of them waits for a sync to end.
      run({ queue: SYNC_QUEUE, limit: 1 }),
      run({ queue: RECHECK_QUEUE, limit: 1 }),
      // A receiver that is slow keeps none of its batch waiting; the next batch waits until it has answered or its time is over.
      run({ queue: WEBHOOK_QUEUE, limit: 8, sequential: false }),
    ]
    await Promise.allSettled(queues)
    await Promise.all(queues)
  } finally {
    ended.release()
    await end?.()
    await turn.giveBack()
  }
}

/**
 * Waits until nothing is left to do, working too when no other process does.
 * @param onProgress is told how many jobs are left, a few times a second.
 */
export const drainJobs = async ({
  payload,
  databaseUri,
  onProgress,
}: {
  payload: Payload
  databaseUri: string
  onProgress?: (left: Outbox) => void
}): Promise<Outbox> => {
  const stop = new AbortController()
  const working = runWorker({ payload, databaseUri, signal: stop.signal })
  try {
    for (;;) {
      // In this order: what ends between the two is not told as waiting.
      const due = await dueJobs(payload)
      const left = await outbox(payload)
      onProgress?.(left)
      if (!due) return left
      await sleep(100)
    }
  } finally {
    stop.abort()
    await working
  }
}

const dueJobs = async (payload: Payload): Promise<number> => {
  const { totalDocs } = await payload.count({ collection: 'payload-jobs', where: due() })
  return totalDocs
}

const runQueue = async (payload: Payload, batch: Queue, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const ran = (await isDue(payload, batch)) && (await runDue(payload, batch))
    if (!ran) await untilRung(IDLE_MS, signal)
  }
}

/** Taking jobs is a transaction, for which others wait who write, and which waits for them: looking first is none. */
const isDue = async (payload: Payload, { queue }: Queue): Promise<boolean> => {
  const where = { and: [due(), { queue: { equals: queue } }, { processing: { equals: false } }] }
  const { docs } = await payload.db.find({
    collection: 'payload-jobs',
    where,
    limit: 1,
    pagination: false,
    select: { queue: true },
    req: {},
  })
  return docs.length > 0
}

/** @returns whether there was anything to do. */
const runDue = async (payload: Payload, batch: Queue): Promise<boolean> => {
  const { jobStatus } = await payload.jobs.run({ sequential: true, ...batch, silent: true })
  return Object.keys(jobStatus ?? {}).length > 0
}

const freeAbandonedJobs = async (payload: Payload): Promise<void> => {
  await payload.db.updateJobs({
    data: { processing: false },
    where: { and: [{ processing: { equals: true } }, { completedAt: { exists: false } }] },
    req: {},
  })
}
