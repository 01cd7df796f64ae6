import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import { inTransaction } from '../src/database/transaction'
import { VouchError } from '../src/errors'
import { indexVersionRows, storeVersion } from './indexVersions'

const BEAT_MS = 3_000
/** Without a sign of life for so long a builder is taken to be dead, and another goes on. */
const LEASE_MS = 15_000

/** Whether someone is building this version now. */
export const isBeingBuilt = ({ builder, heartbeat }: IndexVersionRow, now = Date.now()): boolean =>
  Boolean(builder && heartbeat && now - Date.parse(heartbeat) < LEASE_MS)

/**
 * Runs `build` as the only builder of a version, with its progress and rate stored on the version's row. A builder
 * that died is waited out.
 * @throws {VouchError} when another process builds it.
 */
export const asBuilder = async <T>(
  payload: Payload,
  { id, me }: { id: string; me: string },
  build: (progress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> => {
  await takeLease(payload, id, me)
  const meter = createMeter()
  const beat = () => storeVersion(payload, id, { builder: me, heartbeat: iso(), ...meter.read() })
  let beating: Promise<unknown> = beat()
  const timer = setInterval(() => {
    // A beat that fails is followed by the next; a build that cannot go on says so itself.
    beating = beating.then(beat).catch(() => {})
  }, BEAT_MS)
  try {
    return await build(meter.progress)
  } finally {
    clearInterval(timer)
    await beating.catch(() => {})
    await storeVersion(payload, id, { builder: null, heartbeat: null, ...meter.read() })
  }
}

const takeLease = async (payload: Payload, id: string, me: string): Promise<void> => {
  for (const deadline = Date.now() + LEASE_MS + BEAT_MS; ; await sleep(BEAT_MS)) {
    const taken = await inTransaction({ payload }, async (req) => {
      const [row] = await indexVersionRows(payload, { id: { equals: id } }, req)
      if (!row) throw new VouchError(`There is no index version ${id}. See: npm run -s vouch -- index status`)
      if (isBeingBuilt(row) && row.builder !== me) return false
      await storeVersion(payload, id, { builder: me, heartbeat: iso(), problem: null }, req)
      return true
    })
    if (taken) return
    if (Date.now() > deadline)
      throw new VouchError(
        `Another process is building index version ${id}. Watch it: npm run -s vouch -- index status`,
      )
  }
}

/** Over how many seconds a rate is taken. */
const WINDOW_MS = 15_000

/** How far a build is, and how fast it went lately. */
const createMeter = () => {
  let seen: { at: number; done: number; total: number }[] = []
  return {
    progress: (done: number, total: number): void => {
      const at = Date.now()
      seen = [...seen.filter((past) => at - past.at < WINDOW_MS), { at, done, total }]
    },
    read: (): Pick<IndexVersionRow, 'done' | 'total' | 'rate'> => {
      const [first, last] = [seen.at(0), seen.at(-1)]
      if (!first || !last) return {}
      const seconds = (last.at - first.at) / 1000
      return {
        done: last.done,
        total: last.total,
        rate: seconds > 0 ? Math.max(0, Math.round((last.done - first.done) / seconds)) : null,
      }
    },
  }
}

const iso = (): string => new Date().toISOString()
