import { markdownTable } from './markdownTable'
import { isHeader } from './rows'
import { escapeTags } from './text'

/**
 * A sheet's rows as Markdown. A blank row ends a table, rows with one cell above a table are paragraphs, and
 * the first row of a table is its header; a block of figures below a blank row belongs to the header above it.
 */
export function sheetMarkdown(rows: string[][]): string {
  const blocks: string[] = []
  let header: string[] | undefined
  for (const block of blocksOf(withoutEmptyColumns(rows))) {
    const wide = block.findIndex((row) => filled(row).length > 1)
    const start = wide < 0 ? block.length : wide
    blocks.push(...block.slice(0, start).map((row) => escapeTags(filled(row)[0] ?? '')))
    const table = block.slice(start)
    // A narrower line above the column names spans them: a unit, a period.
    while (isNarrower(table[0], table[1])) blocks.push(escapeTags(filled(table.shift()).join(' · ')))
    const [first] = table
    if (!first) continue
    if (isHeader(first)) header = table.shift()
    // Column names with a blank row below them head the figures that follow.
    if (table.length > 0) blocks.push(markdownTable([header ?? first.map(() => ''), ...table]))
  }
  return blocks.join('\n\n')
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
