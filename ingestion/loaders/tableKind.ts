import type { CheerioAPI } from 'cheerio'

type Element = Parameters<CheerioAPI>[0]

/** A cell with more than this is a part of a page, not of a table, where it has headings or tables inside. */
const CELL_CHARACTERS = 600
/** The cells of a table of one row are no longer than this. */
const LABEL_CHARACTERS = 80

/**
 * Whether a table holds data, or only puts things side by side. What is in a cell does not decide it (lists, headings and
 * small tables stand in tables of data): it is layout when the page says so, when it has one column, or when its cells are
 * whole parts of a page.
 */
export function isDataTable(page: CheerioAPI, table: Element): boolean {
  if (/^(presentation|none)$/.test(page(table).attr('role') ?? '')) return false
  const isOwn = (_: number, element: Element) => page(element).closest('table').is(page(table))
  const rows = page(table).find('tr').filter(isOwn).toArray()
  const cells = rows.map((row) => page(row).children('td, th').toArray())
  const columns = cells.reduce((most, row) => Math.max(most, widthOf(page, row)), 0)
  if (columns < 2 || cells.length === 0) return false
  const all = cells.flat()
  const filled = cells.filter((row) => row.some((cell) => page(cell).text().trim() !== ''))
  if (filled.length < 2) return isPairOfLabels(page, filled[0] ?? [])
  const declared =
    all.some((cell) => page(cell).is('th')) || page(table).children('caption, thead').length > 0
  const sectioned = all.filter((cell) => page(cell).find('h1, h2, h3, h4, table, hr').length > 0)
  if (sectioned.length === 0) return true
  const limit = declared ? 2 * CELL_CHARACTERS : CELL_CHARACTERS
  return sectioned.every((cell) => page(cell).text().trim().length <= limit)
}

const widthOf = (page: CheerioAPI, row: Element[]) =>
  row.reduce(
    (sum: number, cell) => sum + Math.min(50, Math.max(1, Number(page(cell).attr('colspan') ?? 1) || 1)),
    0,
  )

/** "Telephone | 0800 123": what stands beside each other belongs together, as long as it is no part of a page. */
function isPairOfLabels(page: CheerioAPI, row: Element[]): boolean {
  const filled = row.filter((cell) => page(cell).text().trim() !== '')
  return (
    filled.length > 1 &&
    filled.every(
      (cell) =>
        page(cell).text().trim().length <= LABEL_CHARACTERS &&
        page(cell).find('h1, h2, h3, h4, ul, ol, table, hr, img, nav').length === 0,
    )
  )
}
