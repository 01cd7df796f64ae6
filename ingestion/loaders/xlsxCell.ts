import type ExcelJS from 'exceljs'

/**
 * A cell's text as a reader sees it: the result of a formula, a number with its percent sign, decimals and currency.
 * Dates are written 2026-03-01, which no reader takes for the third of January.
 */
export function cellText(cell: ExcelJS.Cell): string {
  return textOf(cell.value, cell.numFmt ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function textOf(value: ExcelJS.CellValue | undefined, format: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatNumber(value, format)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  if (value instanceof Date) return formatDate(value, format)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return textOf(value.text as ExcelJS.CellValue, format)
  if ('error' in value) return String(value.error)
  return 'result' in value ? textOf(value.result, format) : ''
}

/** The part of Excel's number formats that changes what a figure means: percent, decimals, thousands, words round it. */
function formatNumber(value: number, format: string): string {
  const section = sectionFor(value, format)
  const pattern = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '')
  if (!/[0#?]/.test(pattern) || /[yd]|e[+-]|\?\/|#\/|@/i.test(pattern)) return plain(value)
  const percent = pattern.includes('%')
  const decimals = /\.([0#?]+)/.exec(pattern)?.[1] ?? ''
  const figures = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals.replace(/[^0]/g, '').length,
    maximumFractionDigits: decimals.length,
    useGrouping: /[#0],[#0]/.test(pattern),
  }).format(Math.abs(value) * (percent ? 100 : 1))
  const [before, after] = literalsOf(section)
  const signed = value < 0 && !before.includes('(') ? '-' : ''
  return `${signed}${before}${figures}${after}`
}

/** Formats may have sections for positive; negative; zero. */
function sectionFor(value: number, format: string): string {
  const sections = format.split(';')
  if (value < 0 && sections[1]) return sections[1]
  return (value === 0 && sections[2]) || sections[0] || ''
}

/** What stands before and after the figures: currency, brackets, units. */
function literalsOf(section: string): [string, string] {
  const readable = section
    .replace(/\[\$([^\]-]*)(-[^\]]*)?\]/g, '$1')
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/\\(.)/g, '$1')
  const match = /^([^0#?]*)[0#?.,\s]*[0#?]\.?(.*)$/s.exec(readable.replace(/"([^"]*)"/g, '$1'))
  return [match?.[1] ?? '', match?.[2] ?? '']
}

/** Figures as Excel shows them without a format: no more than eleven digits. */
const plain = (value: number) => String(Number(value.toPrecision(11)))

function formatDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  const [hasDate, hasTime] = [/[yd]/i.test(format), /h|s/i.test(format.replace(/\[[^\]]*\]/g, ''))]
  if (hasTime && !hasDate) return iso.slice(11, 16)
  return hasTime ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10)
}
