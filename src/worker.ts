import type { Payload } from 'payload'
import { setTimeout as sleep } from 'node:timers/promises'
import { SYNC_QUEUE } from '../ingestion/queue'
import { openSerialLibsqlClient } from './database/serialLibsqlClient'
import { untilRung } from './workerBell'

const BATCH = 100
const IDLE_MS = 300

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

/**
 * Runs jobs until `signal` aborts. Only one process does at a time: the others wait for its turn to end. Payload's jobs
 * have no lease, so what a crashed worker left `processing` is freed here, when nobody else can be running it.
 * @param onTurn started once the turn has come, and so in one process at a time; it returns what ends it again.
 */
export const runWorker = async ({
  payload,
  databaseUri,
  signal,
  onTurn,
}: {
  payload: Payload
  databaseUri: string
  signal: AbortSignal
  onTurn?: () => () => Promise<void>
}): Promise<void> => {
  const release = await takeWorkerTurn({ databaseUri, signal })
  if (!release) return
  const end = onTurn?.()
  try {
    await freeAbandonedJobs(payload)
    await Promise.all([
      runQueue(payload, { queue: 'default', limit: BATCH }, signal),
      // Beside the others, so that none of them waits for a sync to end.
      runQueue(payload, { queue: SYNC_QUEUE, limit: 1 }, signal),
    ])
  } finally {
    await end?.()
    await release()
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
      const left = await outbox(payload)
      onProgress?.(left)
      if (!(await dueJobs(payload))) return left
      await sleep(100)
    }
  } finally {
    stop.abort()
    await working
  }
}

/** Jobs that could run now; one that waits for its next try is not due. */
const dueJobs = async (payload: Payload): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        {
          or: [
            { waitUntil: { exists: false } },
            { waitUntil: { less_than_equal: new Date().toISOString() } },
          ],
        },
      ],
    },
  })
  return totalDocs
}

const runQueue = async (
  payload: Payload,
  batch: { queue: string; limit: number },
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const result = await payload.jobs.run({ ...batch, sequential: true, silent: true })
    if (Object.keys(result.jobStatus ?? {}).length === 0) await untilRung(IDLE_MS, signal)
  }
}

const freeAbandonedJobs = async (payload: Payload): Promise<void> => {
  await payload.db.updateJobs({
    data: { processing: false },
    where: { and: [{ processing: { equals: true } }, { completedAt: { exists: false } }] },
    req: {},
  })
}

/**
 * On SQLite a lock that ends with its process, however that ends. On MongoDB run one worker (docs/operations.md).
 * @returns what gives the turn back; null when aborted before it came.
 */
const takeWorkerTurn = async ({
  databaseUri,
  signal,
}: {
  databaseUri: string
  signal: AbortSignal
}): Promise<(() => Promise<void>) | null> => {
  if (!databaseUri.startsWith('file:')) return async () => {}
  const lock = await openSerialLibsqlClient(`${databaseUri}.worker`, { lockTimeoutMs: 100 })
  for (;;) {
    if (signal.aborted) {
      lock.close()
      return null
    }
    try {
      const turn = await lock.transaction('write')
      return async () => {
        await turn.rollback()
        lock.close()
      }
    } catch {
      await sleep(IDLE_MS, undefined, { signal }).catch(() => {})
    }
  }
}
