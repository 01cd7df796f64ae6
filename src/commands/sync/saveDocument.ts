import { byCommand } from '../../records/byCommand'
import type { Payload, PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { signedContentOf } from '../../records/content'
import { importedFrom, type ImportedFrom } from '../../records/byCommand'
import { findWorkingRow } from '../../records/workingRow'
import { differsInBlanksAlone, fateOf, type Fate, type KnownDocument } from '../../../ingestion/syncDecision'
import type { Faq, Policy, User } from '../../../payload-types'
import { groupBy } from '../../groupBy'
import { inTransaction } from '../../database/transaction'
import { readAhead, readOnce } from '../../records/readOnce'
import type { DocumentRow } from './documentRow'
import { knownOf } from './knownDocuments'

/** Names documents within their source: made twice at once, or again after a crash, one is the other. */
const DOCUMENT_NAMESPACE = '5b0f4b1e-3a6f-4c83-9a52-b7f0f1b3c6de'

/** Where a document is in its source, and when that was read. */
export type Origin = Pick<
  ImportedFrom,
  'source' | 'sourceKey' | 'sourceHash' | 'sourceLocation' | 'sourceFetchedAt'
>

interface Save {
  payload: Payload
  importer: User
  row: DocumentRow
  origin: Origin
}

/** Becomes a new document, a draft. @param owner who looks after it; null for nobody. */
export const createDocument = async ({
  owner,
  req,
  ...save
}: Save & { owner: string | null; req?: PayloadRequest | undefined }): Promise<Fate> => {
  const { payload, row, origin } = save
  const id = await freeId(save, req)
  if (!id) return 'unchanged'
  try {
    await payload.create({
      ...writeOf(save, req),
      data: { ...row.data, id, owner } as unknown as Policy & Faq,
    })
    return 'create'
  } catch (error) {
    // The transaction is over; who began it tries again.
    if (req) throw error
    // Someone else's import of the same source may have made it since.
    const made = await findWorkingRow(payload, { collection: row.collection, id })
    if (made?.sourceKey !== origin.sourceKey || made.contentHash !== row.contentHash) throw error
    return 'unchanged'
  }
}

/**
 * Gives a document the source's text as a new version, a draft; not if a person edited it meanwhile.
 * @returns what became of it, by how it stood when it was written.
 */
export const updateDocument = async (save: Save & { known: KnownDocument }): Promise<Fate> => {
  const { payload, importer, row, known } = save
  const user = { ...importer, collection: 'users' as const }
  return inTransaction({ payload, user }, async (req) => {
    const stored = await findWorkingRow(payload, { collection: row.collection, id: known.id, req })
    if (!stored) return 'in_trash'
    const fate = fateOf(row.contentHash, knownOf(row.collection, stored as Policy | Faq))
    if (fate !== 'update') return fate
    const before = await signedContentOf(payload.config, row.collection, { ...stored })
    if (differsInBlanksAlone(row.content, before)) return 'same_words'
    await payload.update({
      ...writeOf(save, req),
      id: known.id,
      data: row.data as unknown as Policy & Faq,
    })
    return fate
  })
}

const writeOf = ({ importer, row, origin }: Save, req?: PayloadRequest) => {
  const from: ImportedFrom = {
    ...origin,
    sourceContentHash: row.contentHash,
    sourceVanishedAt: null,
    sourceConflictAt: null,
  }
  return {
    collection: row.collection,
    user: { ...importer, collection: 'users' as const },
    // Its ids are made of source and key.
    context: { [importedFrom]: from, [byCommand]: true } as Record<string, unknown>,
    depth: 0,
    ...(req && { req }),
  }
}

type New = Pick<Save, 'row' | 'origin'>

const idOfOrigin = ({ row, origin }: New, n: number): string => {
  const name = [row.collection, origin.source, origin.sourceKey, ...(n ? [n] : [])].join(':')
  return uuidv5(name, DOCUMENT_NAMESPACE)
}

const ownerNamed = (id: string): string => `document of the id ${id}`

/** Looks, with one query for many new documents, whose ids are taken already (records/readOnce). */
export const readTakenIds = async (req: PayloadRequest, documents: readonly New[]): Promise<void> => {
  for (const [collection, own] of groupBy(documents, ({ row }) => row.collection)) {
    const ids = own.map((each) => idOfOrigin(each, 0))
    await readAhead<Policy | Faq | null>(req, {
      names: ids.map(ownerNamed),
      none: null,
      read: async () => {
        const { docs } = await req.payload.db.find<Policy | Faq>({
          collection,
          where: { id: { in: ids } },
          select: { sourceKey: true },
          pagination: false,
          limit: 0,
          req,
        })
        return new Map(docs.map((row) => [ownerNamed(row.id), row]))
      },
    })
  }
}

/**
 * The id of a new document: the first of its source, key and collection that no document has. One that moved away kept its
 * own. Null when the document is there already.
 */
const freeId = async (
  { payload, row, origin }: Save,
  req: PayloadRequest | undefined,
): Promise<string | null> => {
  for (let n = 0; ; n++) {
    const id = idOfOrigin({ row, origin }, n)
    const found = await readOnce(req, ownerNamed(id), () =>
      payload.db.findOne<Policy | Faq>({
        collection: row.collection,
        where: { id: { equals: id } },
        req: req ?? {},
      }),
    )
    if (!found) return id
    if (found.sourceKey === origin.sourceKey) return null
  }
}
