import type { Payload } from 'payload'
import { idOf } from '../src/records/content'
import type { Chunk } from '../payload-types'
import { pagesOf, rowsById } from '../src/database/pages'
import { windowOf } from '../src/governance/window'
import type { IndexVersion, StoredPoint, VectorStore } from '../src/retrieval/types'
import type { ReleaseFacts } from './indexing'
import { releasesOnTheirWay } from './pendingJobs'
import { inPages } from './storedPages'

export interface IndexDifference {
  /** Chunks of releases that are, were or will be in force: what the index must hold. */
  chunks: number
  /** By release: ids of chunks that the index lacks, or holds as something else. */
  missing: Map<string, string[]>
  /** Points that no released chunk stands behind. */
  stray: string[]
  /** Releases whose window the index has wrong, and no waiting job is about to move. */
  stale: Set<string>
  releases: Map<string, ReleaseFacts>
}

/** How an index version differs from the database, in chunks and releases. */
export const sizeOf = ({ missing, stray, stale }: IndexDifference) => ({
  missing: [...missing.values()].reduce((sum, ids) => sum + ids.length, 0),
  stray: stray.length,
  stale: stale.size,
})

/** What an index version and the database disagree on, looking both ways. Reads both in pages, ids and hashes alone. */
export const compareIndex = async (
  { payload, store }: { payload: Payload; store: VectorStore },
  version: IndexVersion,
): Promise<IndexDifference> => {
  const movingBefore = await releasesOnTheirWay(payload)
  const releases = await activatedReleases(payload)
  const found: IndexDifference = { chunks: 0, missing: new Map(), stray: [], stale: new Set(), releases }
  const seen = new Set<string>()
  for await (const points of inPages(store.ids(version))) await comparePage(payload, { points, seen, found })
  for await (const page of pagesOf<ChunkFacts>(payload, {
    collection: 'chunks',
    select: { release: true },
    size: 5_000,
  }))
    for (const { id, release } of page) {
      const releaseId = idOf(release) ?? ''
      if (!releases.has(releaseId)) continue
      found.chunks++
      if (!seen.has(id)) addMissing(found, releaseId, id)
    }
  const moving = new Set([...movingBefore, ...(await releasesOnTheirWay(payload))])
  for (const id of found.stale) if (moving.has(releases.get(id)?.documentId ?? '')) found.stale.delete(id)
  return found
}

type ChunkFacts = Pick<Chunk, 'id' | 'release' | 'contentHash'>

const comparePage = async (
  payload: Payload,
  { points, seen, found }: { points: StoredPoint[]; seen: Set<string>; found: IndexDifference },
): Promise<void> => {
  const chunks = await rowsById<ChunkFacts>(payload, {
    collection: 'chunks',
    ids: points.map(({ id }) => id),
    select: { release: true, contentHash: true },
  })
  for (const point of points) {
    seen.add(point.id)
    const chunk = chunks.get(point.id)
    const release = found.releases.get(idOf(chunk?.release) ?? '')
    if (!chunk) found.stray.push(point.id)
    // A release on its way in has its points before it is in force.
    if (!chunk || !release) continue
    if (!isSamePoint(point, chunk, release)) addMissing(found, release.id, point.id)
    else if (!isSameWindow(point, release)) found.stale.add(release.id)
  }
}

const addMissing = ({ missing }: IndexDifference, releaseId: string, chunkId: string): void => {
  const ids = missing.get(releaseId)
  if (ids) ids.push(chunkId)
  else missing.set(releaseId, [chunkId])
}

const isSamePoint = (point: StoredPoint, chunk: ChunkFacts, release: ReleaseFacts): boolean =>
  point.contentHash === chunk.contentHash &&
  point.releaseId === release.id &&
  point.documentId === release.documentId &&
  point.audience === release.audience &&
  point.locale === release.locale

const isSameWindow = (point: StoredPoint, release: ReleaseFacts): boolean => {
  const window = windowOf(release)
  return point.validFrom === window?.validFrom && point.validTo === window.validTo
}

/** Releases that are, were or will be in force, by id, without their texts. */
const activatedReleases = async (payload: Payload): Promise<Map<string, ReleaseFacts>> => {
  const releases = new Map<string, ReleaseFacts>()
  for await (const page of pagesOf<ReleaseFacts>(payload, {
    collection: 'releases',
    where: { validFrom: { exists: true } },
    select: RELEASE_FACTS,
  }))
    for (const release of page) releases.set(release.id, release)
  return releases
}

/** What of a release its points say. */
const RELEASE_FACTS = {
  documentId: true,
  title: true,
  audience: true,
  locale: true,
  validFrom: true,
  validTo: true,
  effectiveFrom: true,
} as const
