import type { CheerioAPI } from 'cheerio'
import { cellHtml } from './tableCell'
import { isDataTable } from './tableKind'
import { isSpanned, joinHeaders } from './tableShape'

/**
 * Takes the tables out of a page before it is converted. A table used for layout becomes its contents (see tableKind.ts). A
 * table of data leaves a mark, and is returned as Markdown with a full grid and its first row as header. (Turndown's own
 * tables take time with the square of their rows.)
 */
export function takeTables(page: CheerioAPI, cellToMarkdown: (html: string) => string): string[] {
  const taken: string[] = []
  // From the outside in: a table inside a cell of data is a part of that cell.
  for (const table of page('table').toArray()) {
    if (page(table).closest(`[${SPENT}]`).length > 0) continue
    if (!isDataTable(page, table)) unwrap(page, table)
    else {
      const markdown = toMarkdown(page, table, cellToMarkdown)
      page(table).attr(SPENT, '')
      page(table).replaceWith(`<p>${OPEN}${taken.push(markdown) - 1}${CLOSE}</p>`)
    }
  }
  return taken
}

/** Puts the tables back where their marks stand. */
export const putTables = (markdown: string, tables: string[]): string =>
  markdown.replace(
    new RegExp(`^(.*?)${OPEN}(\\d+)${CLOSE}`, 'gm'),
    (_, before: string, i: string) =>
      before +
      (tables[Number(i)] ?? '').replaceAll('\n', `\n${' '.repeat(before.trim() ? 0 : before.length)}`),
  )

/** Private-use characters, which no text has. */
const [OPEN, CLOSE] = ['\uE0F0', '\uE0F1']
const SPENT = 'data-vouch-table'

type Table = Parameters<CheerioAPI>[0]

const ownRows = (page: CheerioAPI, table: Table) =>
  page(table)
    .find('tr')
    .filter((_, row) => page(row).closest('table').is(page(table)))
    .toArray()

function unwrap(page: CheerioAPI, table: Table): void {
  const own = page(table).find('td, th, caption')
  const contents = own.filter((_, cell) => page(cell).closest('table').is(page(table))).toArray()
  const blocks = contents.map((cell) => page('<div></div>').append(page(cell).contents()))
  page(table).before(...blocks.flatMap((block) => block.toArray()))
  page(table).remove()
}

interface GridCell {
  html: string
  /** It stands in the cell before it as well. */
  repeated: boolean
}

/** A cell that spans rows or columns is repeated in each, so that a row or a column read alone says all it says. */
function gridOf(page: CheerioAPI, table: Table): GridCell[][] {
  const grid: GridCell[][] = []
  const rows = ownRows(page, table)
  for (const [r, row] of rows.entries()) {
    let column = 0
    for (const cell of page(row).children('td, th').toArray()) {
      while (grid[r]?.[column] !== undefined) column++
      const [across, down] = [span(page(cell).attr('colspan')), span(page(cell).attr('rowspan'))]
      const html = cellHtml(page, cell)
      for (let i = 0; i < Math.min(down, rows.length - r); i++) {
        const target = (grid[r + i] ??= [])
        for (let j = 0; j < across; j++) target[column + j] = { html, repeated: j > 0 }
      }
      column += across
    }
    grid[r] ??= []
  }
  return grid
}

function toMarkdown(page: CheerioAPI, table: Table, cellToMarkdown: (html: string) => string): string {
  const rendered = new Map<string, string>()
  const text = (html: string) => {
    const known = rendered.get(html)
    if (known !== undefined) return known
    const markdown = cellToMarkdown(html)
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')
    rendered.set(html, markdown)
    return markdown
  }
  const grid = gridOf(page, table)
  const heads = headRows(page, table)
  const rows = grid
    .map((cells, i) => ({ cells: once(cells).map(text), isHead: i < heads }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 1)
  const above = [captionOf(page, table, cellToMarkdown)]
  // A line over all columns before their names is what the table is called.
  const titles = width > 1 ? rows.findIndex(({ cells }) => !isTitle(cells, width)) : 0
  const taken = rows.splice(0, Math.max(0, Math.min(titles, rows.length - 2)))
  above.push(...taken.map(({ cells }) => cells[0] ?? ''))
  const depth = headDepth(rows)
  const alone = rows.length === 1
  const header = alone ? [] : joinHeaders(rows.slice(0, depth).map(({ cells }) => cells))
  const body = rows.slice(alone ? 0 : depth).map(({ cells }) => cells)
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`
  const lines = [line(header), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
  return [...above.filter(Boolean), lines].join('\n\n')
}

/** The HTML of a row's cells; one that is alone in its row, over all of it, stands once. */
const once = (cells: GridCell[]): string[] =>
  Array.from(cells, (cell, i) => {
    if (cell === undefined) return ''
    return i > 0 && cells.every((one, j) => j === 0 || one?.repeated) ? '' : cell.html
  })

const isTitle = (cells: string[], width: number) =>
  cells.length === width && Boolean(cells[0]?.trim()) && cells.slice(1).every((cell) => !cell.trim())

const captionOf = (page: CheerioAPI, table: Table, toMarkdownText: (html: string) => string) =>
  toMarkdownText(page(table).children('caption').first().html() ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** Rows of names that the page declares: its `thead`, or rows of `th` alone. */
function headRows(page: CheerioAPI, table: Table): number {
  const rows = ownRows(page, table)
  const declared = rows.findIndex((row) => !page(row).parent().is('thead'))
  if (declared !== 0) return declared < 0 ? 0 : declared
  const first = rows.findIndex(
    (row) => page(row).children('td').length > 0 || page(row).children().length === 0,
  )
  return Math.max(0, first)
}

interface Row {
  cells: string[]
  isHead: boolean
}

/** How many rows the names of the columns take: as many as are declared, or two where the first one's cells are merged. */
function headDepth(rows: Row[]): number {
  const declared = rows.findIndex(({ isHead }) => !isHead)
  if (declared > 1) return Math.min(declared, 4)
  const [first, second, third] = rows
  if (!first || !second || !third || declared === 1) return 1
  const named = second.cells.every(
    (cell) => cell.length < 60 && !/^[-+(]?[\d.,:%€$£\s]+\)?$/.test(cell.trim() || 'x'),
  )
  const across = first.cells.some((cell, i) => cell !== '' && cell === first.cells[i + 1])
  const below = second.cells.every((cell, i) => cell.trim() !== '' || (first.cells[i] ?? '').trim() !== '')
  return across && named && below && isSpanned(first.cells, second.cells) && isDown(first.cells, second.cells)
    ? 2
    : 1
}

/** What spans no columns spans the rows of the head, or leaves room below or above it. */
const isDown = (first: string[], second: string[]) =>
  first.some((cell, i) => cell === second[i] || cell.trim() === '' || (second[i] ?? '').trim() === '')

/** A span of thousands is a mistake in the page, and would fill the memory. */
const span = (attribute: string | undefined) =>
  Math.min(50, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1))
