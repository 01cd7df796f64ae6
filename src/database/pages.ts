import type { Payload, SelectType, Where } from 'payload'
import type { Config } from '../../payload-types'

type Collection = keyof Config['collections']

interface Paged {
  collection: Collection
  /** The field whose order the rows come in, then by id; the id alone unless given. */
  by?: string
  where?: Where
  select?: SelectType
  size?: number
}

/** The rows of a collection page by page, so that any number of them fits in memory; relations are ids. */
export async function* pagesOf<Row extends { id: string }>(
  payload: Payload,
  { collection, by, where = {}, select, size = 500 }: Paged,
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
      req: {},
    })
    after = found.docs.at(-1)
    more = found.docs.length === size
    yield found.docs
  }
}

/** The rows with these ids, by id. */
export const rowsById = async <Row extends { id: string }>(
  payload: Payload,
  { collection, ids, select }: { collection: Collection; ids: readonly string[]; select?: SelectType },
): Promise<Map<string, Row>> => {
  const { docs } = await payload.db.find<Row & Record<string, unknown>>({
    collection,
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    ...(select && { select }),
    req: {},
  })
  return new Map(docs.map((row) => [row.id, row]))
}

const beyond = (row: { id: string }, by: string | undefined): Where => {
  const later: Where = { id: { greater_than: row.id } }
  if (!by) return later
  const value: unknown = (row as unknown as Record<string, unknown>)[by]
  return { or: [{ [by]: { greater_than: value } }, { and: [{ [by]: { equals: value } }, later] }] }
}
