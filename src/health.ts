import { activeIndexVersion } from '../ingestion/indexVersions'
import type { Deps } from './deps'

export interface DependencyState {
  state: 'ok' | 'degraded' | 'down'
  detail: string
}

/** Each dependency with its state; `ready` is whether questions can be answered. Never throws. */
export const checkHealth = async (
  deps: Deps,
): Promise<{
  ready: boolean
  dependencies: Record<'database' | 'index' | 'embeddings', DependencyState>
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
  return { ready: database.state === 'ok', dependencies: { database, index, embeddings } }
}

const probe = async (check: () => Promise<string>): Promise<DependencyState> => {
  try {
    return { state: 'ok', detail: await check() }
  } catch (error) {
    return { state: 'down', detail: (error as Error).message }
  }
}
