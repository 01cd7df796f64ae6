import { randomUUID } from 'node:crypto'
import { schedule } from 'node-cron'
import { SYSTEM } from './records/recordAudit'
import { runBuild, type BuildDeps } from '../ingestion/buildIndex'
import { isBeingBuilt } from '../ingestion/buildLease'
import { indexVersionRows, settingsMismatch } from '../ingestion/indexVersions'
import { reconcileIndex } from '../ingestion/reconcile'
import { keepLooking } from './keepLooking'

/** In the server's time; few publish then. */
const EVERY_NIGHT = '15 3 * * *'
const DAY_MS = 24 * 60 * 60_000

/**
 * Keeps the index by itself: builds the versions that someone began, beside the jobs so that publications do not wait for
 * them, and compares the index with the database every night; at the start too, when the last night was missed. For one
 * process at a time (see runWorker).
 * @returns what ends it; a build under way stops, and goes on at the next start.
 */
export const startIndexUpkeep = (deps: BuildDeps): (() => Promise<void>) => {
  const stop = new AbortController()
  const building = buildWhatWasBegun(deps, stop.signal)
  let reconciling = reconcileWhenMissed(deps)
  const nightly = schedule(EVERY_NIGHT, () => (reconciling = reconcile(deps)), {
    name: 'every night',
    noOverlap: true,
    suppressMissedWarning: true,
  })
  return async () => {
    stop.abort()
    await nightly.destroy()
    await Promise.all([building, reconciling])
  }
}

const buildWhatWasBegun = (deps: BuildDeps, signal: AbortSignal): Promise<void> =>
  keepLooking(signal, {
    step: async () => {
      const id = await nextBuild(deps)
      if (id) await runBuild(deps, id, { me: randomUUID(), actor: SYSTEM, signal })
      return id !== null
    },
    onFailure: (err) =>
      deps.payload.logger.error({ msg: 'Building the index failed; it goes on shortly.', err }),
  })

/** A version that waits to be built, that nobody builds, and that this process has the model and the store for. */
const nextBuild = async (deps: BuildDeps): Promise<string | null> => {
  const rows = await indexVersionRows(deps.payload, { state: { equals: 'building' } })
  return rows.find((row) => !isBeingBuilt(row) && !settingsMismatch(row, deps))?.id ?? null
}

const reconcileWhenMissed = async (deps: BuildDeps): Promise<void> => {
  const [active] = await indexVersionRows(deps.payload, { state: { equals: 'active' } })
  const last = active?.reconciledAt ?? active?.activatedAt
  if (last && Date.now() - Date.parse(last) > DAY_MS) await reconcile(deps)
}

const reconcile = async (deps: BuildDeps): Promise<void> => {
  const { logger } = deps.payload
  try {
    for (const mended of await reconcileIndex(deps))
      logger.info({ msg: 'The index was compared with the database.', ...mended })
  } catch (error) {
    logger.error({
      msg: 'Comparing the index with the database failed; the next night tries again.',
      err: error,
    })
  }
}
