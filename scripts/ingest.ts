import { indexCounts } from '../ingestion/indexCounts'
import { importDocuments, importerUser } from '../src/commands/importDocuments'
import { addReport, emptyReport, type ImportReport } from '../src/commands/importReport'
import type { Deps } from '../src/deps'
import { drainJobs } from '../src/worker'
import { showProgress } from './output'
import { personByEmail } from './people'

export interface IngestResult extends ImportReport {
  chunks: number
  retired: number
  seconds: number
}

/** Imports, publishes and waits until everything is in the index. */
export const ingest = async (
  deps: Deps,
  { paths, approveAs, quiet }: { paths: string[]; approveAs: string | undefined; quiet: boolean },
): Promise<IngestResult> => {
  const started = performance.now()
  const before = await indexCounts(deps.payload)
  const approver = approveAs ? await personByEmail(deps.payload, approveAs) : undefined
  const importer = await importerUser(deps.payload)
  const total = emptyReport()
  for (const path of paths) {
    const bar = showProgress('importing', { quiet })
    const report = await importDocuments(deps, {
      path,
      importer,
      ...(approver && { approver }),
      onProgress: ({ done, what }) => bar.update(done, null, what),
    })
    bar.stop()
    addReport(total, report)
  }
  if (total.published) await index(deps, total.published, quiet)
  const after = await indexCounts(deps.payload)
  return {
    ...total,
    chunks: after.chunks - before.chunks,
    retired: after.retired - before.retired,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  }
}

const index = async (deps: Deps, releases: number, quiet: boolean): Promise<void> => {
  const bar = showProgress('indexing', { quiet })
  await drainJobs({
    payload: deps.payload,
    databaseUri: deps.env.databaseUri,
    onProgress: ({ waiting }) =>
      bar.update(Math.max(0, releases - waiting), releases, `${waiting} jobs left`),
  })
  bar.stop()
}
