import type { Where } from 'payload'
import { z } from 'zod'
import type { Gap } from '../../payload-types'
import { GAP_STATES, OPEN_GAP_STATES } from '../vocabulary'
import { invalidParameter } from './problem'

const cursorSchema = z.tuple([z.number(), z.string().min(1).max(100)])
const stateSchema = z.enum(['open', ...GAP_STATES])

/** The filters of a list of gaps. @throws {HttpProblem} 400 for a state that there is not. */
export function gapsWanted(state: string | null): Where {
  if (state === null) return {}
  const wanted = stateSchema.safeParse(state)
  if (!wanted.success) throw invalidParameter('state', `This takes ${['open', ...GAP_STATES].join(', ')}.`)
  return { state: wanted.data === 'open' ? { in: [...OPEN_GAP_STATES] } : { equals: wanted.data } }
}

/** Gaps that come after the cursor in the order of `sort: ['-rank', '-id']`. @throws {HttpProblem} 400 */
export function afterGap(cursor: string | null): Where {
  if (cursor === null) return {}
  const [rank, id] = parseCursor(cursor)
  return {
    or: [{ rank: { less_than: rank } }, { and: [{ rank: { equals: rank } }, { id: { less_than: id } }] }],
  }
}

/** One page out of `limit + 1` gaps, and where the next begins. */
export function pageOfGaps(rows: Gap[], limit: number): { data: Gap[]; nextCursor: string | null } {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const next = rows.length > limit && last ? JSON.stringify([last.rank ?? 0, last.id]) : null
  return { data, nextCursor: next && Buffer.from(next).toString('base64url') }
}

function parseCursor(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw invalidParameter('cursor', 'This takes the “nextCursor” of the page before, as it was given.')
  }
}
