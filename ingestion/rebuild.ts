import { activateIndexVersion, createIndexVersion, toIndexVersion } from './indexVersions'
import { chunksOf, upsertChunks, type IndexDeps } from './indexing'
import { activatedReleases } from './reconcile'
import type { Chunker } from './types'

/**
 * Builds an index version with the present model beside the active one, while answers and publications go on (those
 * reach both), then switches to it. Texts that were embedded with this model before are not embedded again.
 * @throws when a dependency is down; the active version is untouched then.
 */
export const rebuildIndex = async (
  deps: IndexDeps & { chunker: Chunker },
  {
    denseWeight,
    onProgress = () => {},
  }: { denseWeight: number; onProgress?: (done: number, total: number) => void },
): Promise<{ version: string; points: number }> => {
  const { payload, store, model, chunker } = deps
  await dropUnfinished(deps)
  const version = await createIndexVersion(
    payload,
    { store, model, chunker: chunker.id, denseWeight },
    'building',
  )
  await store.ensure(version)
  const releases = [...(await activatedReleases(payload)).values()]
  for (const [i, release] of releases.entries()) {
    await upsertChunks({ ...deps, version, release, chunks: await chunksOf(payload, release.id) })
    onProgress(i + 1, releases.length)
  }
  await activateIndexVersion(payload, version.id)
  return { version: version.id, points: await store.count(version) }
}

/** What an interrupted rebuild left behind. */
const dropUnfinished = async ({ payload, store }: IndexDeps): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'index-versions',
    where: { state: { equals: 'building' } },
    depth: 0,
    pagination: false,
  })
  for (const row of docs) {
    await payload.db.updateOne({
      collection: 'index-versions',
      id: row.id,
      data: { state: 'retired' },
      req: {},
    })
    await store.drop(toIndexVersion(row))
  }
}
