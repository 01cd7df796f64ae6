import { readVersions, type VersionStatus } from '../../ingestion/indexStatus'
import { indexVersionRows, settingsMismatch } from '../../ingestion/indexVersions'
import { readJobs, type JobStatus } from '../../ingestion/outbox'
import type { Deps } from '../deps'
import { outbox, type Outbox } from '../worker'

export interface IndexNow extends Outbox {
  versions: VersionStatus[]
  /** Why this process cannot use the active version as it was built; null when it can. */
  problem: string | null
  jobs: JobStatus[]
}

/** The index versions, the progress of a build, and the outbox: cheap enough to be read every few seconds. */
export const readIndex = async (deps: Deps): Promise<IndexNow> => {
  const [active] = await indexVersionRows(deps.payload, { state: { equals: 'active' } })
  const [versions, counts, jobs] = await Promise.all([
    readVersions(deps),
    outbox(deps.payload),
    readJobs(deps.payload),
  ])
  return { versions, problem: active ? settingsMismatch(active, deps) : null, ...counts, jobs }
}
