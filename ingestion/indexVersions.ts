import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest, Where } from 'payload'
import { recordAudit } from '../src/records/recordAudit'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import { inTransaction } from '../src/database/transaction'
import { StoreError } from '../src/errors'
import type { EmbeddingModel, IndexVersion, VectorStore } from '../src/retrieval/types'

/** Who did something to an index version, for the audit log. */
export interface IndexActor {
  id: string
  name: string
}

export const toIndexVersion = (row: IndexVersionRow): IndexVersion => ({
  id: row.id,
  chunker: row.chunker,
  model: row.embeddingModel ? { id: row.embeddingModel, dimensions: row.dimensions ?? 0 } : null,
  denseWeight: row.denseWeight,
})

/** The rows that fit, the newest first. */
export const indexVersionRows = async (
  payload: Payload,
  where: Where = {},
  req?: PayloadRequest,
): Promise<IndexVersionRow[]> =>
  (
    await payload.find({
      collection: 'index-versions',
      where,
      sort: '-createdAt',
      depth: 0,
      pagination: false,
      ...(req && { req }),
    })
  ).docs

/**
 * The versions that a publication must reach: the active one, and those being built beside it in the same store.
 * @throws {StoreError} when the active one is in another store than this process has.
 */
export const liveIndexVersions = async ({
  payload,
  store,
}: {
  payload: Payload
  store: Pick<VectorStore, 'name'>
}): Promise<IndexVersionRow[]> => {
  const rows = await indexVersionRows(payload, { state: { in: ['building', 'ready', 'active'] } })
  const elsewhere = rows.find((row) => row.state === 'active' && row.store !== store.name)
  if (elsewhere) throw new StoreError(storeMismatch(elsewhere, store) ?? '')
  return rows.filter((row) => row.store === store.name)
}

/** The version that answers are searched in; null before the first start has made one. */
export const activeIndexVersion = async (payload: Payload): Promise<IndexVersion | null> => {
  const [row] = await indexVersionRows(payload, { state: { equals: 'active' } })
  return row ? toIndexVersion(row) : null
}

/** How a sentence names what an index was built with, or what a process has. */
export const modelName = (model: { id: string } | null): string => model?.id ?? 'words alone'

/** Why this process cannot search or write a version by meaning, and what to do; null when it can. */
export const modelMismatch = (
  version: Pick<IndexVersion, 'model'>,
  model: Pick<EmbeddingModel, 'id'> | null,
): string | null =>
  (version.model?.id ?? null) === (model?.id ?? null)
    ? null
    : `The index was built with ${modelName(version.model)}, this process has ${modelName(model)}. Configure that model again, or run: npm run -s vouch -- index rebuild`

const storeMismatch = (row: IndexVersionRow, store: Pick<VectorStore, 'name'>): string | null =>
  row.store === store.name
    ? null
    : `The index was built in the ${row.store} store, this process has ${store.name}. Configure that store again, or run: npm run -s vouch -- index rebuild`

/** Why this process cannot use a version as it was built: another store or another model. Null when it can. */
export const settingsMismatch = (
  row: IndexVersionRow,
  { store, model }: { store: Pick<VectorStore, 'name'>; model: Pick<EmbeddingModel, 'id'> | null },
): string | null => storeMismatch(row, store) ?? modelMismatch(toIndexVersion(row), model)

export interface NewVersion {
  store: VectorStore
  model: EmbeddingModel | null
  chunker: string
  denseWeight: number
}

/** Makes the first index version on a new installation; after that the one that is active stays until a rebuild. */
export const ensureIndexVersion = async (payload: Payload, settings: NewVersion): Promise<IndexVersion> => {
  const active = await activeIndexVersion(payload)
  if (active) return active
  const row = newRow(settings, 'active')
  const version = toIndexVersion(row)
  await settings.store.ensure(version)
  await createActive(payload, row)
  await settings.store.activate?.(version)
  return version
}

/** A version that answers from its first moment, because nothing has to be built for it. */
const createActive = async (
  payload: Payload,
  row: IndexVersionRow,
  req: Partial<PayloadRequest> = {},
): Promise<void> => {
  const now = new Date().toISOString()
  const data = { ...row, builtAt: now, activatedAt: now }
  await payload.db.create({ collection: 'index-versions', data, req })
}

/**
 * Makes the first version anew for a model that came after it, while nothing is indexed yet. One that holds texts stays, and
 * is rebuilt by a person.
 * @returns whether it did.
 */
export const replaceEmptyVersion = async (payload: Payload, settings: NewVersion): Promise<boolean> => {
  const { store, model } = settings
  const active = await activeIndexVersion(payload)
  if (!active || active.model || !model || (await store.count(active)) > 0) return false
  const row = newRow(settings, 'active')
  await store.ensure(toIndexVersion(row))
  await inTransaction({ payload }, async (req) => {
    await storeVersion(payload, active.id, { state: 'retired' }, req)
    await createActive(payload, row, req)
  })
  await store.activate?.(toIndexVersion(row))
  return true
}

export const newRow = (
  { store, model, chunker, denseWeight }: NewVersion,
  state: IndexVersionRow['state'],
): IndexVersionRow => ({
  id: randomUUID(),
  state,
  store: store.name,
  chunker,
  embeddingModel: model?.id ?? null,
  dimensions: model?.dimensions ?? null,
  denseWeight: model ? denseWeight : 0,
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
})

/** Changes versions and records it, in one transaction. `change` says what to store of each. */
export const changeVersion = (
  payload: Payload,
  {
    id,
    action,
    actor,
    change,
    detail,
  }: {
    id: string
    action: string
    actor: IndexActor
    change: (req: PayloadRequest) => Promise<Partial<IndexVersionRow>>
    detail?: Record<string, unknown>
  },
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    await storeVersion(payload, id, await change(req), req)
    const [row] = await indexVersionRows(payload, { id: { equals: id } }, req)
    await recordAudit(req, {
      action,
      actor,
      subject: {
        collection: 'index-versions',
        id,
        title: modelName(row ? toIndexVersion(row).model : null),
      },
      detail,
    })
  })

export const storeVersion = async (
  payload: Payload,
  id: string,
  data: Partial<IndexVersionRow>,
  req: Partial<PayloadRequest> = {},
): Promise<void> => {
  await payload.db.updateOne({ collection: 'index-versions', id, data, req })
}
