import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { openSerialLibsqlClient } from './serialLibsqlClient'

/** The right to be the one process that works. */
export interface WorkerTurn {
  /** Aborts when the turn is no longer ours: whatever is under way must end. */
  lost: AbortSignal
  giveBack: () => Promise<void>
}

interface TurnOptions {
  payload: Payload
  databaseUri: string
  signal: AbortSignal
}

const ASK_EVERY_MS = 300

/**
 * Waits until no other process works. On SQLite the turn is a file lock, which ends with its process, however that ends;
 * on MongoDB a lease, which its holder renews and which a crash leaves to run out.
 * @returns null when `signal` aborted before the turn came.
 */
export const takeWorkerTurn = (options: TurnOptions): Promise<WorkerTurn | null> =>
  options.databaseUri.startsWith('file:') ? takeLock(options) : takeLease(options)

const takeLock = async ({ databaseUri, signal }: TurnOptions): Promise<WorkerTurn | null> => {
  const lock = await openSerialLibsqlClient(`${databaseUri}.worker`, { lockTimeoutMs: 100 })
  while (!signal.aborted) {
    try {
      const turn = await lock.transaction('write')
      return {
        lost: new AbortController().signal,
        giveBack: async () => {
          await turn.rollback()
          lock.close()
        },
      }
    } catch {
      await pause(ASK_EVERY_MS, signal)
    }
  }
  lock.close()
  return null
}

/** What of MongoDB's own driver is used here: Payload has no conditional update. */
interface Leases {
  updateOne(filter: object, update: object, options?: object): Promise<{ matchedCount: number }>
  deleteOne(filter: object): Promise<unknown>
}

/** Longer than two machines' clocks may differ and a process may hang; a crashed worker's turn is free after it. */
const LEASE_MS = 30_000
const RENEW_EVERY_MS = 5_000
const DUPLICATE_KEY = 11_000

const takeLease = async ({ payload, signal }: TurnOptions): Promise<WorkerTurn | null> => {
  const { connection } = payload.db as unknown as { connection: { collection(name: string): Leases } }
  const leases = connection.collection('worker-leases')
  const holder = randomUUID()
  while (!signal.aborted) {
    if (await claim(leases, holder)) return keep(leases, holder)
    await pause(ASK_EVERY_MS, signal)
  }
  return null
}

/** One row for all: it is ours if it is free, or inserted by us; the insert of the second fails on its `_id`. */
const claim = async (leases: Leases, holder: string): Promise<boolean> => {
  const now = Date.now()
  try {
    await leases.updateOne(
      { _id: 'worker', until: { $lt: now } },
      { $set: { holder, until: now + LEASE_MS } },
      { upsert: true },
    )
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false
    throw error
  }
}

const keep = (leases: Leases, holder: string): WorkerTurn => {
  const lost = new AbortController()
  const ended = new AbortController()
  const renewing = (async () => {
    for (
      let until = Date.now() + LEASE_MS;
      !ended.signal.aborted;
      await pause(RENEW_EVERY_MS, ended.signal)
    ) {
      const now = Date.now()
      const renewed = await leases
        .updateOne({ _id: 'worker', holder }, { $set: { until: now + LEASE_MS } })
        .catch(() => null)
      if (renewed?.matchedCount) until = now + LEASE_MS
      // Given up before it runs out, so that two never work at once.
      else if (renewed || now + RENEW_EVERY_MS >= until) return lost.abort()
    }
  })()
  return {
    lost: lost.signal,
    giveBack: async () => {
      ended.abort()
      await renewing
      await leases.deleteOne({ _id: 'worker', holder })
    },
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {})
