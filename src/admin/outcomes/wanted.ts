import { auditDates } from '../../commands/auditDates'
import type { MeasuresWanted } from '../../commands/measures/readMeasures'
import { VouchError } from '../../errors'
import { DIMENSIONS, type Dimension, type Slice } from '../../measures/slices'
import { listHref } from '../links'

export const OUTCOMES_HREF = listHref('conversation-reports')
export const TRANSCRIPTS_HREF = listHref('verdicts')

type Query = Record<string, string | string[] | undefined>

/** What an address asks for: days as they were typed, and which conversations. */
export interface Wanted {
  /** `2026-11-01`; empty is the last 28 days. */
  from: string
  to: string
  slice: Slice
}

const MOST_CHARACTERS = 200

/** What can be used of an address. */
export function wantedOf(query: Query): Wanted {
  const one = (name: string): string => {
    const value = query[name]
    return typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : ''
  }
  const slice = DIMENSIONS.flatMap((dimension) => {
    const value = one(dimension)
    return value ? [[dimension, value]] : []
  })
  return { from: one('from'), to: one('to'), slice: Object.fromEntries(slice) as Slice }
}

/** The same as the commands take it; a day that is none is left out, with what is wrong. */
export function measuresWanted({ from, to, slice }: Wanted): {
  wanted: MeasuresWanted
  problem: string | null
} {
  try {
    const dates = auditDates({ from, to })
    if (dates.from && dates.to && dates.from >= dates.to)
      return { wanted: slice, problem: 'The last day is before the first. The last 28 days are shown.' }
    return { wanted: { ...slice, ...dates }, problem: null }
  } catch (error) {
    if (!(error instanceof VouchError)) throw error
    return { wanted: slice, problem: `${error.message} The last 28 days are shown.` }
  }
}

/** The same period and conversations as parts of an address. */
export function queryOf({ from, to, slice }: Wanted): Record<string, string> {
  return { ...(from && { from }), ...(to && { to }), ...slice }
}

/** The room of outcomes. @param by what the figures are told apart by. */
export function outcomesHref(wanted: Wanted, by?: Dimension): string {
  return addressOf(OUTCOMES_HREF, { ...queryOf(wanted), ...(by && { by }) })
}

/** The conversations behind a figure; all of the period where it names none. */
export function behindHref(wanted: Wanted, figure?: string, page = 1): string {
  return addressOf(TRANSCRIPTS_HREF, {
    show: 'all',
    ...queryOf(wanted),
    ...(figure && { figure }),
    ...(page > 1 && { page: String(page) }),
  })
}

/** The export of what the room shows. */
export function exportHref(wanted: Wanted, o: { table: string; by: Dimension }): string {
  return addressOf('/api/v1/measures/export', { ...queryOf(wanted), ...o })
}

function addressOf(path: string, query: Record<string, string>): string {
  const words = new URLSearchParams(query).toString()
  return words ? `${path}?${words}` : path
}
