import { markdownTable } from './markdownTable'
import { isHeader } from './rows'
import { isSpanned, joinHeaders } from './tableShape'
import { escapeTags } from './text'

/**
 * A sheet's rows as Markdown. A blank row ends a table, rows with one cell above a table are paragraphs, and the first
 * rows of a table are its header; a block of figures below a blank row belongs to the header above it. Nothing that has
 * words is left out: names with nothing below them are a row, keys with their values a table without names.
 */
export function sheetMarkdown(rows: string[][]): string {
  const blocks: string[] = []
  let header: string[] | undefined
  // Column names with a blank row below them, until it is known whether they head anything.
  let waiting: { names: string[]; at: number } | undefined
  for (const block of blocksOf(withoutEmptyColumns(rows))) {
    const { lines, names, body } = readBlock(block)
    blocks.push(...lines)
    if (names) header = names
    if (names && body.length === 0) {
      waiting = { names, at: blocks.push(markdownTable([names.map(() => ''), names])) - 1 }
    } else if (body.length > 0) {
      if (waiting && waiting.names === header) blocks[waiting.at] = ''
      waiting = undefined
      blocks.push(markdownTable([header ?? (body[0] ?? []).map(() => ''), ...body]))
    }
    if (isKeyAndValue(body)) header = undefined
  }
  return blocks.filter(Boolean).join('\n\n')
}

/** Lines above a table, the names of its columns where it has some, and its rows. */
function readBlock(block: string[][]): { lines: string[]; names: string[] | undefined; body: string[][] } {
  const wide = block.findIndex((row) => filled(row).length > 1)
  const start = wide < 0 ? block.length : wide
  const lines = block.slice(0, start).map((row) => escapeTags(filled(row)[0] ?? ''))
  const table = block.slice(start)
  // A narrower line above the column names spans them: a unit, a period.
  while (isNarrower(table[0], table[1])) lines.push(escapeTags(filled(table.shift()).join(' · ')))
  if (isKeyAndValue(table)) return { lines, names: (table[0] ?? []).map(() => ''), body: table }
  const depth = headerRows(table)
  const names = depth > 0 ? joinHeaders(table.slice(0, depth)) : undefined
  return { lines, names, body: table.slice(depth) }
}

/** How many rows name the columns: more than one where merged cells say so. */
function headerRows(table: string[][]): number {
  const [first = [], second = [], third] = table
  if (third && isSpanned(first, second) && isHeader(joinHeaders([first, second])) && !second.some(isFigure))
    return 2
  return table.length > 0 && isHeader(first) ? 1 : 0
}

/** Two columns of which the second holds things of different kinds: the first names them, and no row names the columns. */
export function isKeyAndValue(table: string[][]): boolean {
  const pairs = table.map(filled)
  if (table.length < 2 || !pairs.every((pair) => pair.length === 2)) return false
  const labels = pairs.map(([label = '']) => label)
  if (labels.every((label) => label.endsWith(':'))) return true
  if (new Set(labels).size < labels.length || labels.some(isFigure)) return false
  return (
    table.length > 2 &&
    new Set(pairs.slice(1).map(([, value = '']) => kindOf(value))).size > 1 &&
    !isName(pairs[0]?.[1])
  )
}

/** Words such as stand at the head of a column. */
const COLUMN_NAME =
  /^(values?|details?|descriptions?|notes?|comments?|amounts?|prices?|costs?|fees?|answers?|texts?|meanings?|info(rmation)?|werte?|betrag|preise?|kosten|antwort|beschreibung|valeurs?|prix|montant|valor(es)?|precios?|importe|valore|prezzo|waarde|prijs|bedrag|preço)$/i
const isName = (value = '') => COLUMN_NAME.test(value.trim())

const isFigure = (cell: string) => /^[\d.,:%€$£/+\- ]+$/.test(cell)

function kindOf(value: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'date'
  if (/@\S+\.\S/.test(value)) return 'mail'
  if (/^(https?:|www\.)/i.test(value)) return 'address'
  if (/^[+(]?\d[\d\s()/-]{6,}$/.test(value)) return 'telephone'
  return isFigure(value) ? 'figure' : 'words'
}

const isNarrower = (row: string[] = [], below: string[] = []) =>
  isHeader(row) && isHeader(below) && filled(row).length < filled(below).length

const filled = (row: string[] = []) => row.filter((cell) => cell !== '')

function blocksOf(rows: string[][]): string[][][] {
  const blocks: string[][][] = [[]]
  for (const row of rows) {
    if (filled(row).length > 0) blocks.at(-1)?.push(row)
    else if (blocks.at(-1)?.length) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const used = Array.from({ length: width }, (_, i) => rows.some((row) => (row[i] ?? '') !== ''))
  return rows.map((row) => used.flatMap((isUsed, i) => (isUsed ? [row[i] ?? ''] : [])))
}
