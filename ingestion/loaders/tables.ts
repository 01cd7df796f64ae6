import type { CheerioAPI } from 'cheerio'

/**
 * Makes every table one that Markdown can hold. A table used for layout (one column or row, or with headings, lists or
 * tables inside) becomes its contents; a table of data gets a full grid, its first row as header, one line a cell.
 */
export function tidyTables(page: CheerioAPI): void {
  for (const table of page('table').toArray().reverse()) {
    if (isLayout(page, table)) unwrap(page, table)
    else page(table).replaceWith(toGrid(page, table))
  }
}

type Table = Parameters<CheerioAPI>[0]

const cellsOf = (page: CheerioAPI, row: Table) => page(row).children('td, th').toArray()

function isLayout(page: CheerioAPI, table: Table): boolean {
  const rows = page(table).find('tr').toArray()
  const columns = Math.max(0, ...rows.map((row) => cellsOf(page, row).length))
  return rows.length < 2 || columns < 2 || page(table).find('table, h1, h2, h3, h4, ul, ol, hr').length > 0
}

function unwrap(page: CheerioAPI, table: Table): void {
  const own = page(table).find('td, th, caption')
  const contents = own.filter((_, cell) => page(cell).closest('table').is(page(table))).toArray()
  page(table).replaceWith(contents.map((cell) => `<div>${page(cell).html() ?? ''}</div>`).join(''))
}

/** A cell that spans rows is repeated in each, so that a row read alone says all it says. */
function toGrid(page: CheerioAPI, table: Table): string {
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
  return toHtml(grid)
}

function toHtml(grid: string[][]): string {
  const filled = grid.filter((row) => row.some((cell) => cell?.trim()))
  const width = Math.max(...filled.map((row) => row.length))
  const row = (cells: string[], tag: string) =>
    `<tr>${Array.from({ length: width }, (_, i) => `<${tag}>${cells[i] ?? ''}</${tag}>`).join('')}</tr>`
  const [header = [], ...body] = filled
  return `<table><thead>${row(header, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

/** A span of thousands is a mistake in the page, and would fill the memory. */
const span = (attribute: string | undefined) =>
  Math.min(50, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1))
