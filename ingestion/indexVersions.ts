import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import { inTransaction } from '../src/database/transaction'
import type { EmbeddingModel, IndexVersion, VectorStore } from '../src/retrieval/types'

export const toIndexVersion = (row: IndexVersionRow): IndexVersion => ({
  id: row.id,
  chunker: row.chunker,
  model: row.embeddingModel ? { id: row.embeddingModel, dimensions: row.dimensions ?? 0 } : null,
  denseWeight: row.denseWeight,
})

/** The versions that a publication must reach: the active one, and those being built beside it. */
export const liveIndexVersions = async (payload: Payload): Promise<IndexVersion[]> => {
  const { docs } = await payload.find({
    collection: 'index-versions',
    where: { state: { in: ['building', 'ready', 'active'] } },
    depth: 0,
    pagination: false,
  })
  return docs.map(toIndexVersion)
}

/** The version that answers are searched in; null before the first start has made one. */
export const activeIndexVersion = async (payload: Payload): Promise<IndexVersion | null> => {
  const { docs } = await payload.find({
    collection: 'index-versions',
    where: { state: { equals: 'active' } },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return docs[0] ? toIndexVersion(docs[0]) : null
}

interface NewVersion {
  store: VectorStore
  model: EmbeddingModel | null
  chunker: string
  denseWeight: number
}

/** Makes the first index version on a new installation; after that the one that is active stays until a rebuild. */
export const ensureIndexVersion = async (payload: Payload, settings: NewVersion): Promise<IndexVersion> => {
  const active = await activeIndexVersion(payload)
  if (active) return active
  const version = await createIndexVersion(payload, settings, 'building')
  await settings.store.ensure(version)
  await activateIndexVersion(payload, version.id)
  return version
}

export const createIndexVersion = async (
  payload: Payload,
  { store, model, chunker, denseWeight }: NewVersion,
  state: IndexVersionRow['state'],
): Promise<IndexVersion> => {
  const row = {
    id: randomUUID(),
    state,
    store: store.name,
    chunker,
    embeddingModel: model?.id ?? null,
    dimensions: model?.dimensions ?? null,
    denseWeight: model ? denseWeight : 0,
  }
  await payload.db.create({ collection: 'index-versions', data: row, req: {} })
  return toIndexVersion(row as IndexVersionRow)
}

/** Makes a version the one that answers, and retires the one before, in one transaction. */
export const activateIndexVersion = (payload: Payload, id: string): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const { docs } = await payload.find({
      collection: 'index-versions',
      where: { and: [{ state: { equals: 'active' } }, { id: { not_equals: id } }] },
      depth: 0,
      pagination: false,
      req,
    })
    for (const old of docs) await setState(req, old.id, { state: 'retired' })
    await setState(req, id, { state: 'active', activatedAt: new Date().toISOString() })
  })

const setState = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({ collection: 'index-versions', id, data, req })
