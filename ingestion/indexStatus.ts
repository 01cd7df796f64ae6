import type { Payload } from 'payload'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import type { EmbeddingModel, VectorStore } from '../src/retrieval/types'
import { isBeingBuilt } from './buildLease'
import type { VersionCheck } from './checkVersion'
import { compareIndex, sizeOf } from './compare'
import { indexVersionRows, settingsMismatch, toIndexVersion } from './indexVersions'

export interface StatusDeps {
  payload: Payload
  store: VectorStore
  model: EmbeddingModel | null
}

/** One index version as people are told of it. Times are ISO 8601. */
export interface VersionStatus {
  id: string
  state: IndexVersionRow['state']
  embeddingModel: string | null
  chunker: string
  store: string
  /** Null: its store cannot be asked. */
  points: number | null
  createdAt: string
  builtAt: string | null
  activatedAt: string | null
  /** While it is built, or where its build stopped. */
  build: {
    running: boolean
    done: number
    total: number
    /** Chunks a second; null while unknown. */
    rate: number | null
    secondsLeft: number | null
    problem: string | null
  } | null
  /** What its last check found against it. */
  problems: string[]
  recall: { built: number; active: number | null } | null
}

/** Every index version that has points or is to have some, the newest first. */
export const readVersions = async ({ payload, store }: StatusDeps): Promise<VersionStatus[]> => {
  const rows = await indexVersionRows(payload, { removedAt: { exists: false } })
  return Promise.all(rows.map((row) => versionStatus(store, row)))
}

const versionStatus = async (store: VectorStore, row: IndexVersionRow): Promise<VersionStatus> => ({
  id: row.id,
  state: row.state,
  embeddingModel: row.embeddingModel ?? null,
  chunker: row.chunker,
  store: row.store,
  points: row.store === store.name ? await store.count(toIndexVersion(row)).catch(() => null) : null,
  createdAt: row.createdAt,
  builtAt: row.builtAt ?? null,
  activatedAt: row.activatedAt ?? null,
  build: row.state === 'building' ? buildOf(row) : null,
  ...checkOf(row),
})

const buildOf = (row: IndexVersionRow): VersionStatus['build'] => {
  const [done, total, rate] = [row.done ?? 0, row.total ?? 0, row.rate ?? null]
  return {
    running: isBeingBuilt(row),
    done,
    total,
    rate,
    secondsLeft: rate ? Math.ceil((total - done) / rate) : null,
    problem: row.problem ?? null,
  }
}

const checkOf = ({ check }: IndexVersionRow): Pick<VersionStatus, 'problems' | 'recall'> => {
  const stored = check as Partial<VersionCheck> | null | undefined
  return {
    problems: stored?.problems ?? [],
    recall: stored?.recall ? { built: stored.recall.built, active: stored.recall.active } : null,
  }
}

export interface IndexStatus {
  versions: (VersionStatus & { inStep: boolean | null })[]
  /** Of the active version, in chunks and releases. */
  inStep: boolean
  missing: number
  stray: number
  stale: number
  /** Why this process cannot use the active version as it was built, and what to do. */
  problem: string | null
}

/** Every index version with its size, and how each that publications reach differs from the database. */
export const indexStatus = async (deps: StatusDeps): Promise<IndexStatus> => {
  const [active] = await indexVersionRows(deps.payload, { state: { equals: 'active' } })
  const differences = new Map<string, Difference>()
  const versions: IndexStatus['versions'] = []
  for (const version of await readVersions(deps)) {
    const difference = await differenceOf(deps, version)
    if (difference) differences.set(version.id, difference)
    versions.push({ ...version, inStep: difference && isNone(difference) })
  }
  const own = differences.get(active?.id ?? '')
  return {
    versions,
    inStep: own !== undefined && isNone(own),
    ...(own ?? { missing: 0, stray: 0, stale: 0 }),
    problem: active ? settingsMismatch(active, deps) : null,
  }
}

type Difference = ReturnType<typeof sizeOf>

const isNone = ({ missing, stray, stale }: Difference): boolean => missing + stray + stale === 0

/** Null for one that publications do not reach, or that is not built. */
const differenceOf = async (
  deps: StatusDeps,
  { id, state, points }: VersionStatus,
): Promise<Difference | null> => {
  if (points === null || (state !== 'active' && state !== 'ready')) return null
  const [row] = await indexVersionRows(deps.payload, { id: { equals: id } })
  return row ? sizeOf(await compareIndex(deps, toIndexVersion(row))) : null
}
