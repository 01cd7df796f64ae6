import type { Payload, WhereField } from 'payload'
import type { Chunk as ChunkRow, Release } from '../payload-types'
import { idOf } from '../src/records/content'
import { EmbeddingError } from '../src/errors'
import { windowOf } from '../src/governance/window'
import type { EmbeddingModel, IndexPoint, IndexVersion, VectorStore } from '../src/retrieval/types'
import { embeddingText } from './chunk'
import { activate } from './activate'
import { liveIndexVersions, modelMismatch, toIndexVersion } from './indexVersions'
import { findRelease, releasesWith } from './releases'

export interface IndexDeps {
  payload: Payload
  store: VectorStore
  model: EmbeddingModel | null
}

/** A release as indexing needs it: without its text. */
export type ReleaseFacts = Omit<Release, 'text'>

/**
 * Makes releases searchable, then puts them in force. Idempotent: an interrupted run is simply run again.
 * @throws {EmbeddingError | StoreError} when a dependency is down; the releases are not in force then, those before
 *   them still are.
 */
export const indexReleases = async (deps: IndexDeps, releaseIds: readonly string[]): Promise<void> => {
  const { payload } = deps
  const releases = (await releasesWith(payload, { id: { in: [...releaseIds] } })).filter(
    ({ withdrawnAt }) => !withdrawnAt,
  )
  const released = await withChunks(payload, releases)
  const write = writerToLive(deps, released)
  await write()
  const waiting = releases.filter(({ validFrom }) => !validFrom)
  if (waiting.length > 0) {
    await activate(payload, waiting)
    // A version that began to be built meanwhile may not have seen that these releases are in force.
    await write()
  }
  await moveWindows(deps, releases)
}

const withChunks = async (payload: Payload, releases: readonly Release[]): Promise<Released[]> => {
  const byRelease = new Map<string | null, ChunkRow[]>(releases.map(({ id }) => [id, []]))
  for (const chunk of await chunksWith(payload, { in: releases.map(({ id }) => id) }))
    byRelease.get(idOf(chunk.release))?.push(chunk)
  return releases.map((release) => ({ release, chunks: byRelease.get(release.id) ?? [] }))
}

/**
 * Writes a release into the live versions that it has not written it to yet. One that is being built with a model that
 * this process does not have is left to its builder, who compares it with the database before it answers.
 */
const writerToLive = (deps: IndexDeps, released: readonly Released[]): (() => Promise<void>) => {
  const written = new Set<string>()
  return async () => {
    for (const row of await liveIndexVersions(deps)) {
      const version = toIndexVersion(row)
      if (written.has(version.id)) continue
      if (row.state !== 'active' && !canWrite(version, deps.model)) continue
      await upsertReleases(deps, version, released)
      written.add(version.id)
    }
  }
}

/** Copies the windows of a document's releases from the database into the index. The index may lag; it never decides. */
export const moveWindow = async (
  deps: Pick<IndexDeps, 'payload' | 'store'>,
  releaseId: string,
): Promise<void> => {
  const release = await findRelease(deps.payload, releaseId)
  if (release) await moveWindows(deps, [release])
}

/** The same for the documents of several. */
const moveWindows = async (
  deps: Pick<IndexDeps, 'payload' | 'store'>,
  releases: readonly Release[],
): Promise<void> => {
  const documentIds = [...new Set(releases.map(({ documentId }) => documentId))]
  const siblings = await withChunks(
    deps.payload,
    await releasesWith(deps.payload, { documentId: { in: documentIds } }),
  )
  for (const row of await liveIndexVersions(deps))
    for (const released of siblings) await setWindowOf(deps.store, toIndexVersion(row), released)
}

/** Copies one release's window into one version. */
export const writeWindow = async (
  { payload, store }: Pick<IndexDeps, 'payload' | 'store'>,
  version: IndexVersion,
  release: ReleaseFacts,
): Promise<void> => {
  if (!windowOf(release)) return
  await setWindowOf(store, version, { release, chunks: await chunksOf(payload, release.id) })
}

const setWindowOf = async (
  store: IndexDeps['store'],
  version: IndexVersion,
  { release, chunks }: Released,
): Promise<void> => {
  const window = windowOf(release)
  const ids = chunks.map(({ id }) => id)
  if (window) await store.setWindow(version, ids, window)
}

/** Chunks of one release: all, or those that an index lacks. */
export interface Released {
  release: ReleaseFacts
  chunks: readonly ChunkRow[]
}

/** So many chunks are embedded and handed over at once, as a remote model and a remote store take them. */
const MOST_AT_ONCE = 384

/** Embeds and upserts chunks into one index version. Texts that the model's cache knows cost nothing. */
export const upsertReleases = async (
  { store, model }: IndexDeps,
  version: IndexVersion,
  released: readonly Released[],
): Promise<void> => {
  const all = released.flatMap(({ release, chunks }) => chunks.map((chunk) => ({ release, chunk })))
  await store.ensure(version)
  // In parts, so that no release, however long, is held whole; stores cut smaller where they must.
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) {
    const points = all.slice(at, at + MOST_AT_ONCE).map(({ release, chunk }) => pointOf(release, chunk))
    const words = points.map((point) => point.words)
    const vectors = version.model ? await requireModel(version, model).embed(words, 'passage') : null
    await store.upsert(
      version,
      points.map((point, i) => Object.assign(point, { vector: vectors?.[i] ?? null })),
    )
  }
}

const pointOf = (release: ReleaseFacts, chunk: ChunkRow): Omit<IndexPoint, 'vector'> => {
  const validFrom = release.validFrom ?? release.effectiveFrom
  return {
    id: chunk.id,
    documentId: release.documentId,
    releaseId: release.id,
    audience: release.audience,
    locale: release.locale,
    contentHash: chunk.contentHash,
    // Not in force yet: the earliest it may become so. The database has the last word.
    validFrom: validFrom ? Date.parse(validFrom) : Date.now(),
    validTo: release.validTo ? Date.parse(release.validTo) : null,
    words: embeddingText(release.title, chunk.headingPath as string[], chunk.text),
  }
}

/** Whether a process with this model can write points of a version; one of words alone can be written by anyone. */
export const canWrite = (version: IndexVersion, model: EmbeddingModel | null): boolean =>
  !version.model || modelMismatch(version, model) === null

const requireModel = (version: IndexVersion, model: EmbeddingModel | null): EmbeddingModel => {
  if (model && model.id === version.model?.id) return model
  throw new EmbeddingError(modelMismatch(version, model) ?? 'This index has no embedding model.')
}

export const chunksOf = (payload: Payload, releaseId: string): Promise<ChunkRow[]> =>
  chunksWith(payload, { equals: releaseId })

const chunksWith = async (payload: Payload, release: WhereField): Promise<ChunkRow[]> =>
  (
    await payload.find({
      collection: 'chunks',
      where: { release },
      sort: 'position',
      depth: 0,
      pagination: false,
    })
  ).docs
