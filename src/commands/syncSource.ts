import type { Connector, SourceItem } from '../../ingestion/connectors/types'
import { loadItems } from '../../ingestion/load'
import type { OmissionNotice } from '../../ingestion/omissions'
import type { LoadFailure } from '../../ingestion/types'
import type { Source } from '../../payload-types'
import type { Deps } from '../deps'
import { linkSignals } from '../timeLimit'
import type { ImportReport } from './importReport'
import { withClaim } from './sync/claim'
import { finishRun } from './sync/finishRun'
import { publishDrafts } from './sync/publishDrafts'
import { formerItems, startRun, type Run, type SyncOptions } from './sync/run'
import { failedState, stateOf } from './sync/sourceState'
import { takeItem } from './sync/takeItem'

/**
 * Brings what a source holds into step: what is new or changed there becomes drafts, what is gone is marked. What is the
 * same is not written. What cannot be read is reported and stops nothing.
 * @param options.signal ends it between two items; what was done stays done, and nothing counts as gone.
 * @throws {SourceBusy} when it is being synced already; {LoadError} when it cannot be listed. The source says why, too.
 */
export const syncSource = async (
  deps: Deps,
  source: Source,
  { signal, ...options }: SyncOptions & { signal?: AbortSignal },
): Promise<ImportReport> => {
  let run: Run | undefined
  const progress = () => ({
    items: run?.listed.size ?? 0,
    total: run ? formerItems(run) : null,
    documents: run?.report.documents ?? 0,
    failed: run?.report.failed.length ?? 0,
  })
  const { report, error } = await withClaim({ payload: deps.payload, source, progress }, async (lost) => {
    const started = Date.now()
    run = await startRun(deps, source, options)
    const { signal: stop, release } = linkSignals([lost, signal])
    try {
      const { connectors, loaders } = await deps.sourcePorts()
      const files = loadItems({
        items: itemsOf(run, connectors[source.kind], stop),
        loaders,
        known: knownIn(run),
        ...(options.limits && { limits: options.limits }),
        signal: stop,
      })
      for await (const file of files) await takeItem(run, file)
      await finishRun(run)
      await publishDrafts(run)
      return { state: await stateOf(run, started), result: { report: run.report, error: null } }
    } catch (failure) {
      return { state: await failedState(run, failure), result: { report: run.report, error: failure } }
    } finally {
      release()
    }
  })
  if (error) throw error
  return report
}

const itemsOf = async function* (
  { deps, source, options: { only } }: Run,
  list: Connector,
  signal: AbortSignal,
): AsyncGenerator<SourceItem | LoadFailure | OmissionNotice> {
  for await (const item of list(source.location, deps.connectorSettings(source.id), signal))
    if (!('key' in item) || !only || only(item.key)) yield item
}

/** What came back is read again: only then is it known what it holds. So is what failed, where somebody asks. */
const knownIn =
  ({ items, options: { again = false } }: Run) =>
  (key: string) => {
    const item = items.get(key)
    return item?.vanishedAt || (again && item?.failures.length) ? undefined : item
  }
