import { SYSTEM } from '../src/records/recordAudit'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import { VouchError } from '../src/errors'
import { findVersion } from './buildIndex'
import { isBeingBuilt } from './buildLease'
import { checkVersion, type CheckOptions, type VersionCheck } from './checkVersion'
import type { IndexDeps } from './indexing'
import {
  changeVersion,
  indexVersionRows,
  settingsMismatch,
  storeVersion,
  toIndexVersion,
  type IndexActor,
} from './indexVersions'
import { wakeIndexJobs } from './outbox'
import { queueJob } from './queue'
import { reconcileVersion } from './reconcile'

/** An index version that may not be what answers: the message says why and what to do. */
export class IndexRefused extends VouchError {
  override name = 'IndexRefused'
}

/**
 * Makes a version the one that answers, once it agrees with the database and its check holds; the one before is retired
 * and kept. Whoever reads the pointer sees one or the other, and both hold every text in force.
 * @param force activates in spite of what the check says; it is recorded.
 * @throws {IndexRefused} with what speaks against it.
 */
export const activateVersion = async (
  deps: IndexDeps,
  id: string,
  { actor, force = false, ...options }: { actor: IndexActor; force?: boolean } & CheckOptions,
): Promise<VersionCheck> => {
  const row = await findVersion(deps, id)
  if (row.state !== 'ready') throw new IndexRefused(notReady(row))
  const version = toIndexVersion(row)
  refuseOtherSettings(deps, row)
  await reconcileVersion(deps, version)
  const check = await checkVersion(deps, version, options)
  if (check.problems.length && !force)
    throw new IndexRefused(
      `This index version was not activated. ${check.problems.join(' ')} To activate it all the same: npm run -s vouch -- index activate ${id} --force`,
    )
  await point(deps, id, { action: 'index.activated', actor, detail: { ...check, forced: force } })
  return check
}

/**
 * Goes back to the version that was active before. What was published since it was retired is written into it first, so
 * it holds every text in force from the first question on.
 * @throws {IndexRefused} when there is none, or this process has another model than it was built with.
 */
export const rollBack = async (deps: IndexDeps, { actor }: { actor: IndexActor }): Promise<string> => {
  const [row] = await keptVersions(deps)
  if (!row)
    throw new IndexRefused(
      'There is no earlier index version to go back to: none was active before, or it was removed.',
    )
  refuseOtherSettings(deps, row)
  // From now on publications reach it again; what it missed before comes from the comparison.
  await storeVersion(deps.payload, row.id, { state: 'ready' })
  try {
    await reconcileVersion(deps, toIndexVersion(row))
  } catch (error) {
    await storeVersion(deps.payload, row.id, { state: 'retired' })
    throw error
  }
  await point(deps, row.id, { action: 'index.rolled_back', actor })
  return row.id
}

/** Drops the points of retired versions but the `keep` that were active last; their rows stay, for receipts name them. */
export const pruneVersions = async (
  deps: IndexDeps,
  { actor, keep = 1 }: { actor: IndexActor; keep?: number },
): Promise<string[]> => {
  const removed: string[] = []
  for (const { id } of (await keptVersions(deps)).slice(keep)) {
    await removeVersion(deps, id, { actor })
    removed.push(id)
  }
  return removed
}

/** @throws {IndexRefused} for the active version, and one that is being built at this moment. */
export const removeVersion = async (
  deps: IndexDeps,
  id: string,
  { actor }: { actor: IndexActor },
): Promise<void> => {
  const row = await findVersion(deps, id)
  if (row.state === 'active')
    throw new IndexRefused('This index version answers now. Activate another one before you remove it.')
  if (isBeingBuilt(row))
    throw new IndexRefused('This index version is being built. End that process first, or wait until it is.')
  await changeVersion(deps.payload, {
    id,
    action: 'index.removed',
    actor,
    change: async () => ({ state: 'retired', removedAt: new Date().toISOString() }),
  })
  await deps.store.drop(toIndexVersion(row))
}

/** Retired versions whose points are still there, the one that was active last first. */
const keptVersions = async ({ payload, store }: IndexDeps): Promise<IndexVersionRow[]> =>
  (
    await indexVersionRows(payload, {
      and: [
        { state: { equals: 'retired' } },
        { removedAt: { exists: false } },
        { activatedAt: { exists: true } },
        { store: { equals: store.name } },
      ],
    })
  ).toSorted((a, b) => (b.activatedAt ?? '').localeCompare(a.activatedAt ?? ''))

const notReady = ({ id, state, removedAt }: IndexVersionRow): string =>
  state === 'active'
    ? 'This index version is active already.'
    : state === 'building'
      ? `This index version is not built yet. Go on with: npm run -s vouch -- index rebuild`
      : removedAt
        ? `Index version ${id} was removed. Build a new one: npm run -s vouch -- index rebuild`
        : `Index version ${id} is retired. To go back to the one that was active last: npm run -s vouch -- index rollback`

const refuseOtherSettings = (deps: IndexDeps, row: IndexVersionRow): void => {
  const problem = settingsMismatch(row, deps)
  if (problem) throw new IndexRefused(problem)
}

interface Pointing {
  action: string
  actor: IndexActor
  detail?: Record<string, unknown>
}

/** Moves the pointer in one transaction, then shows it in the store, looks once more for what came meanwhile, and wakes what waited for it. */
const point = async (deps: IndexDeps, id: string, { action, actor, detail }: Pointing): Promise<void> => {
  const { payload, store } = deps
  await changeVersion(payload, {
    id,
    action,
    actor,
    change: async (req) => {
      const active = await indexVersionRows(payload, { state: { equals: 'active' } }, req)
      for (const old of active) await storeVersion(payload, old.id, { state: 'retired' }, req)
      // What was proven with another index or model is asked again.
      await queueJob(req, 'recheckGaps', { releaseIds: [] })
      return { state: 'active', activatedAt: new Date().toISOString() }
    },
    ...(detail && { detail }),
  })
  const version = toIndexVersion(await findVersion(deps, id))
  await store.activate?.(version)
  await reconcileVersion(deps, version)
  await wakeIndexJobs(payload, SYSTEM)
}
