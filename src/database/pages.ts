import type { Payload, PayloadRequest, SelectType, Where } from 'payload'
import type { Config } from '../../payload-types'

type Collection = keyof Config['collections']

interface Paged {
  collection: Collection
  /** The field whose order the rows come in, then by id; the id alone unless given. */
  by?: string
  where?: Where
  select?: SelectType
  size?: number
  /** Within a transaction: what it has written is seen. */
  req?: Partial<PayloadRequest>
}

/** The rows of a collection page by page, so that any number of them fits in memory; relations are ids. */
export async function* pagesOf<Row extends { id: string }>(
  payload: Payload,
  { collection, by, where = {}, select, size = 500, req = {} }: Paged,
): AsyncGenerator<Row[]> {
  let after: Row | undefined
  let more = true
  while (more) {
    const found: { docs: Row[] } = await payload.db.find<Row & Record<string, unknown>>({
      collection,
      where: { and: [where, after ? beyond(after, by) : {}] },
      sort: by ? [by, 'id'] : ['id'],
      limit: size,
      pagination: false,
      ...(select && { select }),
      req,
    })
    after = found.docs.at(-1)
    more = found.docs.length === size
    yield found.docs
  }
}

/** A statement binds each id, and SQLite binds only so many. */
const IDS_AT_ONCE = 500

/** The rows with these ids, however many, by id. */
export const rowsById = async <Row extends { id: string }>(
  payload: Payload,
  { collection, ids, select }: { collection: Collection; ids: readonly string[]; select?: SelectType },
): Promise<Map<string, Row>> => {
  const asked = [...new Set(ids)]
  const found = new Map<string, Row>()
  for (let at = 0; at < asked.length; at += IDS_AT_ONCE) {
    const { docs } = await payload.db.find<Row & Record<string, unknown>>({
      collection,
      where: { id: { in: asked.slice(at, at + IDS_AT_ONCE) } },
      limit: 0,
      pagination: false,
      ...(select && { select }),
      req: {},
    })
    for (const row of docs) found.set(row.id, row)
  }
  return found
}

const beyond = (row: { id: string }, by: string | undefined): Where => {
  const later: Where = { id: { greater_than: row.id } }
  if (!by) return later
  const value: unknown = (row as unknown as Record<string, unknown>)[by]
  return { or: [{ [by]: { greater_than: value } }, { and: [{ [by]: { equals: value } }, later] }] }
}
