import type { Payload } from 'payload'
import type { Chunk as ChunkRow, Release } from '../payload-types'
import { EmbeddingError } from '../src/errors'
import { windowOf } from '../src/governance/window'
import type { EmbeddingModel, IndexPoint, IndexVersion, VectorStore } from '../src/retrieval/types'
import { embeddingText } from './chunk'
import { activate } from './activate'
import { liveIndexVersions } from './indexVersions'
import { findRelease, releasesOf } from './releases'

export interface IndexDeps {
  payload: Payload
  store: VectorStore
  model: EmbeddingModel | null
}

/**
 * Makes one release searchable, then puts it in force. Idempotent: an interrupted run is simply run again.
 * @throws {EmbeddingError | StoreError} when a dependency is down; the release is not in force then, the one before
 *   it still is.
 */
export const indexRelease = async (deps: IndexDeps, releaseId: string): Promise<void> => {
  const { payload } = deps
  const release = await findRelease(payload, releaseId)
  if (!release || release.withdrawnAt) return
  const chunks = await chunksOf(payload, releaseId)
  for (const version of await liveIndexVersions(payload))
    await upsertChunks({ ...deps, version, release, chunks })
  if (!release.validFrom) await activate(payload, release)
  await moveWindow(deps, releaseId)
}

/** Copies the windows of a document's releases from the database into the index. The index may lag; it never decides. */
export const moveWindow = async ({ payload, store }: IndexDeps, releaseId: string): Promise<void> => {
  const release = await findRelease(payload, releaseId)
  if (!release) return
  const siblings = await releasesOf(payload, release.documentId)
  for (const version of await liveIndexVersions(payload))
    for (const sibling of siblings) {
      const window = windowOf(sibling)
      if (!window) continue
      const ids = (await chunksOf(payload, sibling.id)).map((chunk) => chunk.id)
      await store.setWindow(version, ids, window)
    }
}

/** Embeds and upserts a release's chunks into one index version. Texts that the model's cache knows cost nothing. */
export const upsertChunks = async ({
  store,
  model,
  version,
  release,
  chunks,
}: IndexDeps & { version: IndexVersion; release: Release; chunks: ChunkRow[] }): Promise<void> => {
  const texts = chunks.map((chunk) => embeddingText(release.title, chunk.headingPath as string[], chunk.text))
  const vectors = version.model ? await requireModel(version, model).embed(texts, 'passage') : null
  const validFrom = release.validFrom ?? release.effectiveFrom
  const points = chunks.map((chunk, i): IndexPoint => ({
    id: chunk.id,
    documentId: release.documentId,
    releaseId: release.id,
    audience: release.audience,
    locale: release.locale,
    contentHash: chunk.contentHash,
    // Not in force yet: the earliest it may become so. The database has the last word.
    validFrom: validFrom ? Date.parse(validFrom) : Date.now(),
    validTo: release.validTo ? Date.parse(release.validTo) : null,
    words: texts[i] ?? chunk.text,
    vector: vectors?.[i] ?? null,
  }))
  await store.ensure(version)
  await store.upsert(version, points)
}

const requireModel = (version: IndexVersion, model: EmbeddingModel | null): EmbeddingModel => {
  if (model && model.id === version.model?.id) return model
  throw new EmbeddingError(
    `The index was built with ${version.model?.id}, and this process has ${model?.id ?? 'no embedding model'}. Configure that model again, or run: npm run -s vouch -- index rebuild`,
  )
}

export const chunksOf = async (payload: Payload, releaseId: string): Promise<ChunkRow[]> =>
  (
    await payload.find({
      collection: 'chunks',
      where: { release: { equals: releaseId } },
      sort: 'position',
      depth: 0,
      pagination: false,
    })
  ).docs
