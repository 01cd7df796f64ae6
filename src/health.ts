import { activeIndexVersion } from '../ingestion/indexVersions'
import type { Deps } from './deps'
import { checkModels, remembered } from './modelHealth'
import { oldestDueJob } from './queue/dueJobs'
import type { DependencyState } from './dependencyState'
import { counted } from './vocabulary'

type Dependencies = Record<'database' | 'index' | 'embeddings' | 'reader' | 'jobs', DependencyState> &
  Partial<Record<'languageModel' | 'judge' | 'reranker', DependencyState>>

/** What a page that is asked every few seconds waits for models that were not asked before. */
const PATIENCE_MS = 500
/** What a person waits for them. */
const THOROUGH_MS = 15_000

/**
 * Each dependency with its state; `ready` is whether questions can be answered. Models at servers are named where there are
 * any, and asked something tiny: now and in patience when `thorough`, else once a minute. Never throws.
 */
export const checkHealth = async (
  deps: Deps,
  { thorough = false }: { thorough?: boolean } = {},
): Promise<{ ready: boolean; dependencies: Dependencies }> => {
  const models = thorough ? checkModels(deps, THOROUGH_MS) : modelsLately(deps)
  const database = await probe(async () => {
    await deps.payload.count({ collection: 'releases' })
    return 'reachable'
  })
  const index = await probe(async () => {
    const version = await activeIndexVersion(deps.payload)
    if (!version) throw new Error('there is no active index version')
    return `${counted(await deps.store.count(version), 'chunk')} in ${deps.store.name}`
  })
  const embeddings: DependencyState = deps.model
    ? { state: 'ok', detail: deps.modelReason }
    : { state: 'degraded', detail: deps.modelReason }
  const reader: DependencyState = {
    state: deps.encoder || deps.env.VOUCH_READER === 'words' ? 'ok' : 'degraded',
    detail: deps.encoderReason,
  }
  // A lost index is searched around, by words in the database.
  if (index.state === 'down') index.state = 'degraded'
  const jobs = await checkJobs(deps)
  return {
    ready: database.state === 'ok',
    dependencies: { database, index, embeddings, reader, jobs, ...(await models) },
  }
}

const lately = new WeakMap<object, () => ReturnType<typeof checkModels>>()

const modelsLately = (deps: Deps): ReturnType<typeof checkModels> => {
  const known = lately.get(deps)
  if (known) return known()
  const check = remembered(() => checkModels(deps, THOROUGH_MS), { patienceMs: PATIENCE_MS })
  const read = async () => (await check()) ?? notYet(deps)
  lately.set(deps, read)
  return read()
}

const notYet = ({
  languageModels: { chat, entailment },
  reranker,
}: Deps): Awaited<ReturnType<typeof checkModels>> => {
  const state: DependencyState = { state: 'degraded', detail: 'was asked just now, and has not answered yet' }
  return {
    ...(chat && { languageModel: state }),
    ...(entailment && { judge: state }),
    ...(reranker && { reranker: state }),
  }
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
