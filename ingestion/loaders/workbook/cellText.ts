import { dateToSerial } from 'numfmt'
import type { RawCell } from './cells'
import type { CellFormat } from './formats'
import { formatNumber, formatText } from './numberFormat'

/** What a workbook's cells need to be understood. */
export interface WorkbookContext {
  strings: string[]
  formats: CellFormat[]
  /** Days are counted from 1904, as Excel for the Macintosh did. */
  from1904: boolean
  /** The language of dates in words whose format names none. */
  locale: string
}

/** A cell as a reader sees it: the result of a formula, a number in its format. Lines within it are kept. */
export function cellText(cell: RawCell, context: WorkbookContext): string {
  const { pattern, checkbox } = context.formats[cell.style] ?? { pattern: '', checkbox: false }
  const value = cell.value.trim()
  const text = () =>
    formatText(cell.type === 's' ? (context.strings[Number(value)] ?? '') : cell.value, pattern)
  if (cell.type === 's' || cell.type === 'str' || cell.type === 'inlineStr')
    return text().replace(/\r\n?/g, '\n').trim()
  if (cell.type === 'b') return truth(value === '1' || value === 'true', checkbox)
  if (cell.type === 'e') return value
  if (cell.type === 'd') return dateText(value, pattern, context)
  const number = Number(value)
  return Number.isFinite(number) ? formatNumber(serial(number, pattern, context), pattern, context) : value
}

const truth = (value: boolean, checkbox: boolean) =>
  checkbox ? (value ? '☑' : '☐') : value ? 'TRUE' : 'FALSE'

/** Days between the two beginnings of time. */
const DAYS_1904 = 1462

const serial = (number: number, pattern: string, { from1904 }: WorkbookContext) =>
  from1904 && isDay(pattern) ? number + DAYS_1904 : number

/** A format that shows a day, not only a time or a figure with an `m` in its words. */
const isDay = (pattern: string) =>
  /[dy]|m{3}/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')) || /\[\$-[^\]]*F800\]/i.test(pattern)

/** An ISO date, which some programs write instead of a number. */
function dateText(value: string, pattern: string, context: WorkbookContext): string {
  const date = new Date(
    /[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}${value.includes('T') ? 'Z' : ''}`,
  )
  const days = Number.isNaN(date.getTime()) ? undefined : dateToSerial(date, { ignoreTimezone: true })
  if (days === undefined || !isDay(pattern))
    return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ')
  return formatNumber(days, pattern, context)
}
