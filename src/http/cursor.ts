import type { Where } from 'payload'
import { z } from 'zod'
import { invalidParameter } from './problem'

/** `?limit=&cursor=` of every list: at most 100 rows, the newest first. */
export interface PageRequest {
  limit: number
  after: { createdAt: string; id: string } | null
}

const limitSchema = z.coerce.number().int().min(1).max(100)

/** @throws {HttpProblem} 400 with a pointer to the parameter that cannot be used. */
export const parsePage = (url: string): PageRequest => {
  const cursor = new URL(url).searchParams.get('cursor')
  return { limit: parseLimit(url), after: cursor === null ? null : parseCursor(cursor) }
}

/** How many rows of a list. @throws {HttpProblem} 400 */
export const parseLimit = (url: string): number => {
  const limit = limitSchema.safeParse(new URL(url).searchParams.get('limit') ?? 20)
  if (!limit.success) throw invalidParameter('limit', 'This takes a whole number from 1 to 100.')
  return limit.data
}

/** What a row of a list is sorted by: a field, then its id, both the highest first. */
type Place<Value extends string | number> = [value: Value, id: string]

/** Rows that come after the cursor in the order of `sort: ['-createdAt', '-id']`. */
export const afterCursor = (after: PageRequest['after']): Where =>
  after ? afterPlace('createdAt', [after.createdAt, after.id]) : {}

/** Rows that come after a place in the order of that field, then of the id. */
export const afterPlace = (field: string, [value, id]: Place<string | number>): Where => ({
  or: [
    { [field]: { less_than: value } },
    { and: [{ [field]: { equals: value } }, { id: { less_than: id } }] },
  ],
})

/** One page out of `limit + 1` rows, and where the next begins. */
export const pageOf = <Row extends { id: string; createdAt: string }>(
  rows: Row[],
  limit: number,
): { data: Row[]; nextCursor: string | null } =>
  pageBy(rows, { limit, placeOf: ({ createdAt, id }) => [createdAt, id] })

/** The same in the order of another field. */
export function pageBy<Row>(
  rows: Row[],
  { limit, placeOf }: { limit: number; placeOf: (row: Row) => Place<string | number> },
): { data: Row[]; nextCursor: string | null } {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return {
    data,
    nextCursor:
      rows.length > limit && last ? Buffer.from(JSON.stringify(placeOf(last))).toString('base64url') : null,
  }
}

/** @throws {HttpProblem} 400 for one that was not given by a page before. */
export const parseCursor = (cursor: string): { createdAt: string; id: string } => {
  const [createdAt, id] = parsePlace(cursor, z.iso.datetime())
  return { createdAt, id }
}

/** The place where the page before ended. @throws {HttpProblem} 400 for one that was not given by a page before. */
export function parsePlace<Value extends string | number>(
  cursor: string,
  value: z.ZodType<Value>,
): Place<Value> {
  try {
    return z
      .tuple([value, z.string().min(1).max(100)])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw invalidParameter('cursor', 'This takes the “nextCursor” of the page before, as it was given.')
  }
}
