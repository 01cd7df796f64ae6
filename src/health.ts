import { activeIndexVersion } from '../ingestion/indexVersions'
import type { Deps } from './deps'
import { oldestDueJob } from './queue/dueJobs'

export interface DependencyState {
  state: 'ok' | 'degraded' | 'down'
  detail: string
}

/** Each dependency with its state; `ready` is whether questions can be answered. Never throws. */
export const checkHealth = async (
  deps: Deps,
): Promise<{
  ready: boolean
  dependencies: Record<'database' | 'index' | 'embeddings' | 'jobs', DependencyState>
}> => {
  const database = await probe(async () => {
    await deps.payload.count({ collection: 'releases' })
    return 'reachable'
  })
  const index = await probe(async () => {
    const version = await activeIndexVersion(deps.payload)
    if (!version) throw new Error('there is no active index version')
    return `${await deps.store.count(version)} chunks in ${deps.store.name}`
  })
  const embeddings: DependencyState = deps.model
    ? { state: 'ok', detail: deps.modelReason }
    : { state: 'degraded', detail: deps.modelReason }
  // A lost index is searched around, by words in the database.
  if (index.state === 'down') index.state = 'degraded'
  const jobs = await checkJobs(deps)
  return { ready: database.state === 'ok', dependencies: { database, index, embeddings, jobs } }
}

/** A worker takes a job within a second; one that waits for minutes has nobody to do it. */
const OVERDUE_MS = 5 * 60_000

/** Whether somebody does what is to be done, by how long the oldest due job waits. Questions are answered without. */
const checkJobs = async ({ payload }: Deps, now = Date.now()): Promise<DependencyState> => {
  try {
    const since = await oldestDueJob(payload)
    if (since === null) return { state: 'ok', detail: 'none waits' }
    const waited = Math.max(0, now - since)
    if (waited < OVERDUE_MS) return { state: 'ok', detail: `the oldest waits ${formatWait(waited)}` }
    return {
      state: 'degraded',
      detail: `the oldest job waits ${formatWait(waited)}: no worker takes it, or it is busy with a long one. See that the server or "vouch worker" runs.`,
    }
  } catch (error) {
    return { state: 'degraded', detail: (error as Error).message }
  }
}

const formatWait = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} minutes`

const probe = async (check: () => Promise<string>): Promise<DependencyState> => {
  try {
    return { state: 'ok', detail: await check() }
  } catch (error) {
    return { state: 'down', detail: (error as Error).message }
  }
}
