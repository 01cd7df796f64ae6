import type { Payload } from 'payload'
import { queueJob } from '../../ingestion/queue'
import type { PayloadJob, Source } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import type { SyncEvery } from '../vocabulary'
import { ringWorker } from '../workerBell'
import { NotFoundError } from './governedDocument'
import { importerUser } from './importerUser'
import { SourceBusy } from './sync/claim'
import { syncSource } from './syncSource'

/**
 * Queues a sync for the worker; one that waits already is enough.
 * @returns since when it waits; ISO 8601.
 * @throws {NotFoundError} when there is no such source.
 */
export const queueSync = async (payload: Payload, id: string): Promise<string> => {
  const queuedAt = await inTransaction({ payload }, async (req) => {
    const source = await payload.db.findOne<Source>({
      collection: 'sources',
      where: { id: { equals: id } },
      req,
    })
    if (!source) throw new NotFoundError(`There is no source ${id}.`)
    if (source.syncQueuedAt && (await waitingSyncs(payload)).has(id)) return source.syncQueuedAt
    const now = new Date().toISOString()
    await payload.db.updateOne({ collection: 'sources', id, data: { syncQueuedAt: now }, req })
    await queueJob(req, 'syncSource', { sourceId: id })
    return now
  })
  ringWorker()
  return queuedAt
}

const HOUR_MS = 3_600_000
const EVERY_MS: Record<Exclude<SyncEvery, 'never'>, number> = {
  hourly: HOUR_MS,
  daily: 24 * HOUR_MS,
  weekly: 7 * 24 * HOUR_MS,
}

/** Queues the sources whose time has come. @returns how many. */
export const queueDueSyncs = async (
  payload: Payload,
  { now = Date.now() }: { now?: number } = {},
): Promise<number> => {
  const { docs } = await payload.find({
    collection: 'sources',
    where: { syncEvery: { not_equals: 'never' } },
    depth: 0,
    pagination: false,
  })
  const waiting = docs.length ? await waitingSyncs(payload) : new Set()
  const due = docs.filter(({ id, syncEvery, lastSyncedAt, syncClaimEndsAt }) => {
    const busy = waiting.has(id) || (syncClaimEndsAt && Date.parse(syncClaimEndsAt) > now)
    const next = lastSyncedAt && syncEvery !== 'never' ? Date.parse(lastSyncedAt) + EVERY_MS[syncEvery] : now
    return !busy && next <= now
  })
  for (const { id } of due) await queueSync(payload, id)
  return due.length
}

/**
 * The worker's part. What a sync says of its source is written on the source, also that it failed: the next one is another
 * job, so this one is not tried again.
 * @throws {SourceBusy} so that it is tried again: the other one may have died, and its claim ends by itself.
 */
export const runQueuedSync = async (deps: Deps, id: string): Promise<void> => {
  const { payload } = deps
  const source = await payload.db.findOne<Source>({
    collection: 'sources',
    where: { id: { equals: id } },
    req: {},
  })
  if (!source) return
  try {
    await syncSource(deps, source, { importer: await importerUser(payload) })
  } catch (error) {
    if (error instanceof SourceBusy || !(error instanceof VouchError)) throw error
  }
}

/** Ids of sources with a sync that waits for the worker. */
const waitingSyncs = async (payload: Payload): Promise<Set<string>> => {
  const { docs } = await payload.db.find<PayloadJob>({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'syncSource' } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
    limit: 0,
    pagination: false,
    req: {},
  })
  return new Set(docs.flatMap(({ input }) => (input as { sourceId?: string } | null)?.sourceId ?? []))
}
