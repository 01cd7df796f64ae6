import type { CheerioAPI } from 'cheerio'

/**
 * Takes the tables out of a page before it is converted. A table used for layout (one column or row, or with headings,
 * lists or tables inside) becomes its contents. A table of data leaves a mark, and is returned as Markdown with a full
 * grid and its first row as header. (Turndown's own tables take time with the square of their rows.)
 */
export function takeTables(page: CheerioAPI, cellToMarkdown: (html: string) => string): string[] {
  const taken: string[] = []
  for (const table of page('table').toArray().reverse()) {
    if (isLayout(page, table)) unwrap(page, table)
    else
      page(table).replaceWith(
        `<p>${OPEN}${taken.push(toMarkdown(gridOf(page, table), cellToMarkdown)) - 1}${CLOSE}</p>`,
      )
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

type Table = Parameters<CheerioAPI>[0]

const cellsOf = (page: CheerioAPI, row: Table) => page(row).children('td, th').toArray()

function isLayout(page: CheerioAPI, table: Table): boolean {
  const rows = page(table).find('tr').toArray()
  const columns = rows.reduce((most, row) => Math.max(most, cellsOf(page, row).length), 0)
  return (
    rows.length < 2 ||
    columns < 2 ||
    page(table).text().includes(OPEN) ||
    page(table).find('table, h1, h2, h3, h4, ul, ol, hr').length > 0
  )
}

function unwrap(page: CheerioAPI, table: Table): void {
  const own = page(table).find('td, th, caption')
  const contents = own.filter((_, cell) => page(cell).closest('table').is(page(table))).toArray()
  page(table).replaceWith(contents.map((cell) => `<div>${page(cell).html() ?? ''}</div>`).join(''))
}

/** A cell that spans rows is repeated in each, so that a row read alone says all it says. */
function gridOf(page: CheerioAPI, table: Table): string[][] {
  const grid: string[][] = []
  for (const [r, row] of page(table).find('tr').toArray().entries()) {
    let column = 0
    for (const cell of cellsOf(page, row)) {
      while (grid[r]?.[column] !== undefined) column++
      const [across, down] = [span(page(cell).attr('colspan')), span(page(cell).attr('rowspan'))]
      page(cell).find('br, p, div').before(' ')
      page(cell)
        .find('p, div')
        .each((_, block) => void page(block).replaceWith(page(block).contents()))
      page(cell).find('br').remove()
      for (let i = 0; i < down; i++) {
        const target = (grid[r + i] ??= [])
        for (let j = 0; j < across; j++)
          target[column + j] = j === 0 ? (page(cell).html() ?? '').replace(/\s+/g, ' ') : ''
      }
      column += across
    }
  }
  return grid
}

function toMarkdown(grid: string[][], cellToMarkdown: (html: string) => string): string {
  const filled = grid.filter((row) => row.some((cell) => cell?.trim()))
  const width = filled.reduce((widest, row) => Math.max(widest, row.length), 1)
  const cell = (html = '') =>
    cellToMarkdown(html)
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cell(cells[i])).join(' | ')} |`
  const [header = [], ...body] = filled
  return [line(header), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}

/** A span of thousands is a mistake in the page, and would fill the memory. */
const span = (attribute: string | undefined) =>
  Math.min(50, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1))
