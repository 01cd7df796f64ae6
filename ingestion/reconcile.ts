import type { Payload } from 'payload'
import { idOf } from '../collections/governed/content'
import type { Chunk, Release } from '../payload-types'
import { windowOf, type Window } from '../src/governance/window'
import type { IndexVersion, VectorStore } from '../src/retrieval/types'
import { activeIndexVersion } from './indexVersions'
import { chunksOf, moveWindow, upsertChunks, type IndexDeps } from './indexing'

export interface IndexDifference {
  version: IndexVersion | null
  /** Releases with chunks that the index lacks, or holds with another hash. */
  missing: Set<string>
  /** Points that no released chunk stands behind. */
  stray: string[]
  /** Releases whose window the index has wrong. */
  stale: Set<string>
}

/** What the active index and the database disagree on, looking both ways. */
export const compareIndex = async ({
  payload,
  store,
}: {
  payload: Payload
  store: VectorStore
}): Promise<IndexDifference> => {
  const version = await activeIndexVersion(payload)
  const difference: IndexDifference = { version, missing: new Set(), stray: [], stale: new Set() }
  if (!version) return difference
  const releases = await activatedReleases(payload)
  const chunks = await releasedChunks(payload, releases)
  for await (const point of store.ids(version)) {
    const chunk = chunks.get(point.id)
    const release = chunk && releases.get(idOf(chunk.release) ?? '')
    if (!chunk || !release) {
      // A release on its way in has its points before it is in force.
      if (!(await isPending(payload, point.id))) difference.stray.push(point.id)
      continue
    }
    chunks.delete(point.id)
    if (chunk.contentHash !== point.contentHash) difference.missing.add(release.id)
    else if (!isSameWindow(point, windowOf(release))) difference.stale.add(release.id)
  }
  for (const chunk of chunks.values()) difference.missing.add(idOf(chunk.release) ?? '')
  return difference
}

/** Makes the active index say what the database says. */
export const reconcileIndex = async (
  deps: IndexDeps,
): Promise<{ added: number; removed: number; moved: number }> => {
  const { version, missing, stray, stale } = await compareIndex(deps)
  if (!version) return { added: 0, removed: 0, moved: 0 }
  let added = 0
  for (const id of missing) {
    const release = await deps.payload.findByID({ collection: 'releases', id, depth: 0 })
    const chunks = await chunksOf(deps.payload, id)
    await upsertChunks({ ...deps, version, release, chunks })
    added += chunks.length
  }
  for (const id of stale) await moveWindow(deps, id)
  if (stray.length) await deps.store.remove(version, stray)
  return { added, removed: stray.length, moved: stale.size }
}

/** Releases that are, were or will be in force, by id. */
export const activatedReleases = async (payload: Payload): Promise<Map<string, Release>> => {
  const { docs } = await payload.db.find<Release>({
    collection: 'releases',
    where: { validFrom: { exists: true } },
    pagination: false,
    limit: 0,
    req: {},
  })
  return new Map(docs.map((release) => [release.id, release]))
}

const releasedChunks = async (
  payload: Payload,
  releases: ReadonlyMap<string, Release>,
): Promise<Map<string, Chunk>> => {
  const { docs } = await payload.db.find<Chunk>({
    collection: 'chunks',
    pagination: false,
    limit: 0,
    select: { release: true, contentHash: true },
    req: {},
  })
  return new Map(
    docs.filter((chunk) => releases.has(idOf(chunk.release) ?? '')).map((chunk) => [chunk.id, chunk]),
  )
}

const isPending = async (payload: Payload, chunkId: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({ collection: 'chunks', where: { id: { equals: chunkId } } })
  return totalDocs > 0
}

const isSameWindow = (point: Window, window: Window | null): boolean =>
  point.validFrom === window?.validFrom && point.validTo === window.validTo
