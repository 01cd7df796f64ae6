import type { Where } from 'payload'
import { z } from 'zod'
import type { Gap } from '../../payload-types'
import { GAP_STATES, OPEN_GAP_STATES } from '../vocabulary'
import { afterPlace, pageBy, parsePlace } from './cursor'
import { invalidParameter } from './problem'

const stateSchema = z.enum(['open', ...GAP_STATES])

/** The filters of a list of gaps. @throws {HttpProblem} 400 for a state that there is not. */
export function gapsWanted(state: string | null): Where {
  if (state === null) return {}
  const wanted = stateSchema.safeParse(state)
  if (!wanted.success) throw invalidParameter('state', `This takes ${['open', ...GAP_STATES].join(', ')}.`)
  return { state: wanted.data === 'open' ? { in: [...OPEN_GAP_STATES] } : { equals: wanted.data } }
}

/** Gaps that come after the cursor in the order of `sort: ['-rank', '-id']`. @throws {HttpProblem} 400 */
export const afterGap = (cursor: string | null): Where =>
  cursor === null ? {} : afterPlace('rank', parsePlace(cursor, z.number()))

/** One page out of `limit + 1` gaps, and where the next begins. */
export const pageOfGaps = (rows: Gap[], limit: number) =>
  pageBy(rows, { limit, placeOf: ({ rank, id }) => [rank ?? 0, id] })
