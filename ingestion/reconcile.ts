import { recordAudit, SYSTEM } from '../src/records/recordAudit'
import type { Chunk } from '../payload-types'
import { inTransaction } from '../src/database/transaction'
import { rowsById } from '../src/database/pages'
import { StoreError } from '../src/errors'
import type { IndexVersion } from '../src/retrieval/types'
import { compareIndex, sizeOf, type IndexDifference } from './compare'
import { canWrite, upsertReleases, writeWindow, type IndexDeps, type Released } from './indexing'
import { liveIndexVersions, modelName, storeVersion, toIndexVersion, type IndexActor } from './indexVersions'
import { findRelease } from './releases'

/** Chunks embedded and written together. */
const BATCH = 128
/** Publications go on meanwhile, and each look may find what came since; more than so many mean that something undoes it. */
const LOOKS = 12

export interface Mended {
  version: string
  added: number
  removed: number
  moved: number
}

interface Watching {
  signal?: AbortSignal
  /** Chunks in the index and chunks that shall be. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Compares the active index version, and those that are ready, with the database both ways, and mends them; what was
 * mended is in the audit log. A version that waits with another model than this process has is left as it is.
 */
export const reconcileIndex = async (
  deps: IndexDeps,
  { actor = SYSTEM, dryRun = false }: { actor?: IndexActor; dryRun?: boolean } = {},
): Promise<Mended[]> => {
  const mended: Mended[] = []
  for (const row of await liveIndexVersions(deps)) {
    const version = toIndexVersion(row)
    if (row.state === 'building') continue
    if (row.state === 'ready' && !canWrite(version, deps.model)) continue
    mended.push(dryRun ? await whatToMend(deps, version) : await reconcileAndRecord(deps, version, actor))
  }
  return mended
}

const whatToMend = async (deps: IndexDeps, version: IndexVersion): Promise<Mended> => {
  const { missing, stray, stale } = sizeOf(await compareIndex(deps, version))
  return { version: version.id, added: missing, removed: stray, moved: stale }
}

const reconcileAndRecord = async (
  deps: IndexDeps,
  version: IndexVersion,
  actor: IndexActor,
): Promise<Mended> => {
  const mended = await reconcileVersion(deps, version)
  await inTransaction({ payload: deps.payload }, async (req) => {
    await storeVersion(deps.payload, version.id, { reconciledAt: new Date().toISOString() }, req)
    if (mended.added + mended.removed + mended.moved === 0) return
    await recordAudit(req, {
      action: 'index.reconciled',
      actor,
      subject: { collection: 'index-versions', id: version.id, title: modelName(version.model) },
      detail: { ...mended },
    })
  })
  return mended
}

/**
 * Makes one version say what the database says, and looks again until it does. A build is this on an empty version, and
 * one that was interrupted goes on where it was: what is there already is not written again.
 * @throws {EmbeddingError | StoreError} when a dependency is down or the model is another; what is done stays done.
 */
export const reconcileVersion = async (
  deps: IndexDeps,
  version: IndexVersion,
  watching: Watching = {},
): Promise<Mended> => {
  const mended: Mended = { version: version.id, added: 0, removed: 0, moved: 0 }
  await deps.store.ensure(version)
  for (let look = 1; look <= LOOKS; look++) {
    const difference = await compareIndex(deps, version)
    const { missing, stray, stale } = sizeOf(difference)
    watching.onProgress?.(difference.chunks - missing, difference.chunks)
    if (missing + stray + stale === 0) return mended
    await mend(deps, version, { difference, watching })
    mended.added += missing
    mended.removed += stray
    mended.moved += stale
  }
  throw new StoreError(
    `Index version ${version.id} still differs from the database after ${LOOKS} looks. See what changes it: npm run -s vouch -- index status`,
  )
}

interface Mending {
  difference: IndexDifference
  watching: Watching
}

const mend = async (
  deps: IndexDeps,
  version: IndexVersion,
  { difference, watching }: Mending,
): Promise<void> => {
  const { stray, stale, chunks, missing } = difference
  if (stray.length) await deps.store.remove(version, stray)
  for (const id of stale) {
    // Read anew: it may have moved again since it was compared.
    const release = await findRelease(deps.payload, id)
    if (release) await writeWindow(deps, version, release)
  }
  let done = chunks - sizeOf(difference).missing
  for (const batch of batchesOf(missing)) {
    watching.signal?.throwIfAborted()
    await upsertReleases(deps, version, await readReleased(deps, { batch, difference }))
    done += batch.reduce((sum, [, ids]) => sum + ids.length, 0)
    watching.onProgress?.(done, chunks)
  }
}

type Batch = [releaseId: string, chunkIds: string[]][]

/** Small releases together, large ones in parts. */
function* batchesOf(missing: IndexDifference['missing']): Generator<Batch> {
  let batch: Batch = []
  let size = 0
  for (const [releaseId, ids] of missing)
    for (let i = 0; i < ids.length; i += BATCH) {
      const part = ids.slice(i, i + BATCH)
      if (size + part.length > BATCH) {
        yield batch
        ;[batch, size] = [[], 0]
      }
      batch.push([releaseId, part])
      size += part.length
    }
  if (size) yield batch
}

const readReleased = async (
  { payload }: IndexDeps,
  { batch, difference }: { batch: Batch; difference: IndexDifference },
): Promise<Released[]> => {
  const chunks = await rowsById<Chunk>(payload, {
    collection: 'chunks',
    ids: batch.flatMap(([, ids]) => ids),
  })
  return batch.flatMap(([releaseId, ids]) => {
    const release = difference.releases.get(releaseId)
    return release ? [{ release, chunks: ids.flatMap((id) => chunks.get(id) ?? []) }] : []
  })
}
