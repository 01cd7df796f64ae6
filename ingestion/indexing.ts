import type { Payload, PayloadRequest } from 'payload'
import type { Chunk as ChunkRow, Release } from '../payload-types'
import { recordAudit, SYSTEM } from '../src/commands/audit'
import { inTransaction } from '../src/database/transaction'
import { EmbeddingError } from '../src/errors'
import { planActivation, windowOf } from '../src/governance/window'
import type { EmbeddingModel, IndexPoint, IndexVersion, VectorStore } from '../src/retrieval/types'
import { embeddingText } from './chunk'
import { liveIndexVersions } from './indexVersions'
import { queueJob } from './queue'

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

/** In one transaction: the new release begins and the old one ends, at the same instant. */
const activate = (payload: Payload, release: Release): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const current = await findRelease(payload, release.id, req)
    if (!current || current.withdrawnAt || current.validFrom) return
    const others = (await releasesOf(payload, release.documentId, req)).filter(
      (other) => other.id !== release.id,
    )
    const now = Date.now()
    const plan = planActivation({
      effectiveFrom: release.effectiveFrom ? Date.parse(release.effectiveFrom) : null,
      expiresAt: release.expiresAt ? Date.parse(release.expiresAt) : null,
      others: others.flatMap((other) => {
        const window = windowOf(other)
        return window ? [{ id: other.id, ...window }] : []
      }),
      now,
    })
    await payload.db.updateOne({
      collection: 'releases',
      id: release.id,
      data: { validFrom: iso(plan.validFrom), validTo: plan.validTo === null ? null : iso(plan.validTo) },
      req,
    })
    for (const other of plan.ending)
      await payload.db.updateOne({
        collection: 'releases',
        id: other.id,
        data: { validTo: iso(other.validTo ?? plan.validFrom) },
        req,
      })
    await showLive({ payload, req, release, scheduled: plan.validFrom > now })
    await recordAudit(req, {
      action: 'release.activated',
      actor: SYSTEM,
      subject: { collection: release.documentCollection, id: release.documentId, title: release.title },
      detail: { releaseId: release.id, version: release.version, validFrom: iso(plan.validFrom) },
    })
    await queueJob(req, 'recheckGaps', { releaseId: release.id })
  })

const showLive = async ({
  payload,
  req,
  release,
  scheduled,
}: {
  payload: Payload
  req: PayloadRequest
  release: Release
  scheduled: boolean
}): Promise<void> => {
  const { docs } = await payload.find({
    collection: release.documentCollection,
    where: { id: { equals: release.documentId } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  const row = docs[0]
  if (!row) return
  await payload.db.updateOne({
    collection: release.documentCollection,
    id: release.documentId,
    // The whole row: Payload's drizzle adapter inserts on conflict when lists are among the data.
    data: {
      ...row,
      liveRelease: release.id,
      liveVersion: release.version,
      // Someone may be editing the next version already; its state is its own.
      ...(row.version === release.version && {
        workflowState: scheduled ? 'scheduled' : 'published',
        authors: [],
      }),
    },
    req,
  })
}

/** Null when there is no such release. */
export const findRelease = (payload: Payload, id: string, req?: PayloadRequest): Promise<Release | null> =>
  payload.findByID({ collection: 'releases', id, depth: 0, disableErrors: true, ...(req && { req }) })

const releasesOf = async (payload: Payload, documentId: string, req?: PayloadRequest): Promise<Release[]> =>
  (
    await payload.find({
      collection: 'releases',
      where: { documentId: { equals: documentId } },
      depth: 0,
      pagination: false,
      ...(req && { req }),
    })
  ).docs

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

const iso = (instant: number): string => new Date(instant).toISOString()
