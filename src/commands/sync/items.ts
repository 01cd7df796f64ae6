import type { Payload } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import type { Omission } from '../../../ingestion/omissions'
import type { LoadFailure } from '../../../ingestion/types'
import type { SourceItem } from '../../../payload-types'

/** Names items within their source, so that there is one row of each. */
const ITEM_NAMESPACE = '1d5b0a52-6d0b-4b0c-8f0e-7f6f3a1c9e21'

export interface ItemRow extends Pick<SourceItem, 'key' | 'location' | 'fetchedAt' | 'documents'> {
  extension: string
  revision: string | null
  sha256: string | null
  failures: LoadFailure[]
  omissions: Omission[]
  vanishedAt: string | null
}

/** What is known of a source's items, by key. */
export const readItems = async (payload: Payload, source: string): Promise<Map<string, ItemRow>> => {
  const { docs } = await payload.db.find<SourceItem>({
    collection: 'source-items',
    where: { source: { equals: source } },
    pagination: false,
    limit: 0,
    req: {},
  })
  return new Map(docs.map((row) => [row.key, itemOf(row)]))
}

const itemOf = (row: SourceItem): ItemRow => ({
  key: row.key,
  location: row.location,
  extension: row.extension ?? '',
  revision: row.revision ?? null,
  sha256: row.sha256 ?? null,
  fetchedAt: row.fetchedAt,
  documents: row.documents,
  failures: row.failures as unknown as LoadFailure[],
  omissions: (row.omissions ?? []) as unknown as Omission[],
  vanishedAt: row.vanishedAt ?? null,
})

/** Forgets an item whose documents are all found in other items now. */
export const removeItem = async (payload: Payload, source: string, key: string): Promise<void> => {
  const where = { id: { equals: idOfItem(source, key) } }
  await payload.db.deleteOne({ collection: 'source-items', where, req: {} })
}

const idOfItem = (source: string, key: string): string => uuidv5(`${source}:${key}`, ITEM_NAMESPACE)

/** @param known whether the source has a row of that key already. */
export const writeItem = async (
  payload: Payload,
  source: string,
  item: ItemRow,
  known: boolean,
): Promise<void> => {
  const id = idOfItem(source, item.key)
  const data = { ...item, source, failed: item.failures.length > 0 }
  const collection = 'source-items'
  if (known) await payload.db.updateOne({ collection, id, data, req: {} })
  else await payload.db.create({ collection, data: { id, ...data }, req: {} })
}
