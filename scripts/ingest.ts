import { indexCounts } from '../ingestion/indexCounts'
import { importerUser } from '../src/commands/importerUser'
import { addReport, emptyReport, type ImportReport } from '../src/commands/importReport'
import { sourceAt } from '../src/commands/sources'
import { syncSource } from '../src/commands/syncSource'
import type { Deps } from '../src/deps'
import { VouchError } from '../src/errors'
import type { LoadFailure } from '../ingestion/types'
import type { Source } from '../payload-types'
import { counted, type SourceKind } from '../src/vocabulary'
import { drainJobs, runWorker } from '../src/worker'
import { showProgress } from './output'
import { personByEmail } from './people'

export interface IngestResult extends ImportReport {
  /** Sources that were synced, whatever was wrong with some of what is in them. */
  synced: number
  /** Sources that could not be synced at all, with why. */
  notSynced: LoadFailure[]
  chunks: number
  retired: number
  seconds: number
}

interface SyncRequest {
  approveAs?: string | undefined
  allowEmpty?: boolean | undefined
  again?: boolean | undefined
  quiet: boolean
}

/** Finds or makes the source at each place, and syncs it. */
export const ingest = async (
  deps: Deps,
  {
    places,
    kind,
    name,
    ...request
  }: SyncRequest & { places: string[]; kind?: SourceKind | undefined; name?: string | undefined },
): Promise<IngestResult> => {
  if (name && places.length > 1) throw new VouchError('--name names one source; give one path or address.')
  const found: Source[] = []
  for (const place of places)
    found.push(await sourceAt(deps.payload, place, { ...(kind && { kind }), ...(name && { name }) }))
  return syncAll(deps, found, request)
}

/** Syncs sources one after the other, publishes where an approver was named, and waits until that is in the index. */
export const syncAll = async (
  deps: Deps,
  wanted: readonly Source[],
  { approveAs, allowEmpty = false, again = false, quiet }: SyncRequest,
): Promise<IngestResult> => {
  const started = performance.now()
  const before = await indexCounts(deps.payload)
  const approver = approveAs ? await personByEmail(deps.payload, approveAs) : undefined
  const importer = await importerUser(deps.payload)
  const total = emptyReport()
  const notSynced: LoadFailure[] = []
  // What is published is embedded and indexed while the rest is still being read and signed.
  const endWork = approver ? startWork(deps) : async () => {}
  try {
    for (const source of wanted) {
      const options = { importer, allowEmpty, again, ...(approver && { approver }) }
      try {
        addReport(total, await syncWatched(deps, source, { ...options, quiet }))
      } catch (error) {
        if (!(error instanceof VouchError)) throw error
        notSynced.push({ file: source.name, error: error.message })
      }
    }
  } finally {
    await endWork()
  }
  if (total.published) await index(deps, total.published, quiet)
  const after = await indexCounts(deps.payload)
  return {
    ...total,
    synced: wanted.length - notSynced.length,
    notSynced,
    chunks: after.chunks - before.chunks,
    retired: after.retired - before.retired,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  }
}

const startWork = ({ payload, env: { databaseUri } }: Deps): (() => Promise<void>) => {
  const stop = new AbortController()
  const working = runWorker({ payload, databaseUri, signal: stop.signal })
  return () => {
    stop.abort()
    return working
  }
}

/** Ctrl-C ends it between two items: what was done stays done, and the source is free again. */
const syncWatched = async (
  deps: Deps,
  source: Source,
  { quiet, ...options }: Parameters<typeof syncSource>[2] & { quiet: boolean },
): Promise<ImportReport> => {
  const bar = showProgress(source.name.slice(0, 20), { quiet })
  const stop = new AbortController()
  const onInterrupt = () => stop.abort(new VouchError('Stopped. What was done so far stays done.'))
  process.once('SIGINT', onInterrupt)
  try {
    return await syncSource(deps, source, {
      ...options,
      signal: stop.signal,
      onProgress: ({ items, what }) => bar.update(items.done, items.total, what),
    })
  } finally {
    process.off('SIGINT', onInterrupt)
    bar.stop()
  }
}

const index = async (deps: Deps, releases: number, quiet: boolean): Promise<void> => {
  const bar = showProgress('indexing', { quiet })
  await drainJobs({
    payload: deps.payload,
    databaseUri: deps.env.databaseUri,
    onProgress: ({ waiting }) =>
      bar.update(Math.max(0, releases - waiting), releases, `${counted(waiting, 'job')} left`),
  })
  bar.stop()
}
