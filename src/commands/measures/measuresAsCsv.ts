import Papa from 'papaparse'
import { ENDING_WORDS, ENDINGS } from '../../measures/ending'
import { HANDLING_TIME, MEASURE_NAMES, MEASURES } from '../../measures/definitions'
import { rate } from '../../measures/rate'
import type { SliceRow } from '../../measures/slices'
import type { Rate } from '../../measures/types'
import type { MeasuresReport } from './readMeasures'

export const MEASURE_TABLES = ['measures', 'days'] as const

/** How the conversations of each day ended, one row a day and ending. A cell that a spreadsheet would reckon with stays text. */
export function daysAsCsv({ days }: MeasuresReport): string {
  return toCsv(
    days.flatMap(({ day, days: length, conversations, ended }) =>
      ENDINGS.map((ending) => {
        const { count, of, share } = cells(rate(ended[ending], conversations))
        return { day, days: length, ended: ENDING_WORDS[ending].name, count, of, share }
      }),
    ),
  )
}

/** Every measure with its formula and what it is a share of: of all, then of each value that the conversations are told apart by. */
export function measuresAsCsv(
  report: MeasuresReport,
  { by, rows, nameOf }: { by: string; rows: readonly SliceRow[]; nameOf: (value: string) => string },
): string {
  const { averageMinutes, handovers } = report.handlingTime
  return toCsv([
    ...MEASURE_NAMES.map((name) => lineOf({ by: '', value: '', name, rate: report[name] })),
    ...report.escalationByReason.map(({ reason, ...each }) =>
      lineOf({ by: 'reason', value: reason, name: 'escalation', rate: each }),
    ),
    {
      by: '',
      value: '',
      measure: HANDLING_TIME.name,
      count: averageMinutes ?? '',
      of: handovers,
      share: '',
      formula: HANDLING_TIME.formula,
    },
    ...rows.flatMap(({ value, rates }) =>
      MEASURE_NAMES.map((name) => lineOf({ by, value: nameOf(value), name, rate: rates[name] })),
    ),
  ])
}

const lineOf = (o: { by: string; value: string; name: keyof typeof MEASURES; rate: Rate }) => ({
  by: o.by,
  value: o.value,
  measure: MEASURES[o.name].name,
  ...cells(o.rate),
  formula: MEASURES[o.name].formula,
})

/** A share of nothing is an empty cell. */
const cells = ({ count, of, share }: Rate) => ({ count, of, share: share ?? '' })

const toCsv = (rows: readonly object[]): string => Papa.unparse([...rows], { escapeFormulae: true })
