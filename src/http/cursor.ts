import type { Where } from 'payload'
import { z } from 'zod'
import { invalidParameter } from './problem'

/** `?limit=&cursor=` of every list: at most 100 rows, the newest first. */
export interface PageRequest {
  limit: number
  after: { createdAt: string; id: string } | null
}

const limitSchema = z.coerce.number().int().min(1).max(100)
const cursorSchema = z.tuple([z.iso.datetime(), z.string().min(1).max(100)])

/** @throws {HttpProblem} 400 with a pointer to the parameter that cannot be used. */
export const parsePage = (url: string): PageRequest => {
  const { searchParams } = new URL(url)
  const limit = limitSchema.safeParse(searchParams.get('limit') ?? 20)
  if (!limit.success) throw invalidParameter('limit', 'This takes a whole number from 1 to 100.')
  const cursor = searchParams.get('cursor')
  return { limit: limit.data, after: cursor === null ? null : parseCursor(cursor) }
}

/** Rows that come after the cursor in the order of `sort: ['-createdAt', '-id']`. */
export const afterCursor = (after: PageRequest['after']): Where =>
  after
    ? {
        or: [
          { createdAt: { less_than: after.createdAt } },
          { and: [{ createdAt: { equals: after.createdAt } }, { id: { less_than: after.id } }] },
        ],
      }
    : {}

/** One page out of `limit + 1` rows, and where the next begins. */
export const pageOf = <Row extends { id: string; createdAt: string }>(
  rows: Row[],
  limit: number,
): { data: Row[]; nextCursor: string | null } => {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf(last) : null }
}

const cursorOf = ({ createdAt, id }: { createdAt: string; id: string }): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')

/** @throws {HttpProblem} 400 for one that was not given by a page before. */
export const parseCursor = (cursor: string): { createdAt: string; id: string } => {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { createdAt, id }
  } catch {
    throw invalidParameter('cursor', 'This takes the “nextCursor” of the page before, as it was given.')
  }
}
