import type { CheerioAPI } from 'cheerio'
import { joinItems } from './tableShape'

type Element = Parameters<CheerioAPI>[0]

/** What a cell holds as inline HTML on one line: items of lists and lines of small tables are parted by semicolons. */
export function cellHtml(page: CheerioAPI, cell: Element): string {
  for (const table of page(cell).find('table').toArray().reverse())
    replaceBlock(page, table, innerTable(page, table))
  for (const list of page(cell).find('ul, ol').toArray().reverse())
    replaceBlock(page, list, listItems(page, list))
  page(cell)
    .find('h1, h2, h3, h4, h5, h6')
    .each((_, heading) => {
      page(heading).replaceWith(`<p>${page(heading).html() ?? ''}</p>`)
    })
  page(cell).find('hr').remove()
  page(cell).find('br, p, div').before(' ')
  page(cell)
    .find('p, div')
    .each((_, block) => void page(block).replaceWith(page(block).contents()))
  page(cell).find('br').remove()
  return (page(cell).html() ?? '').replace(/\s+/g, ' ').trim()
}

function listItems(page: CheerioAPI, list: Element): string {
  const start = Number(page(list).attr('start') ?? 1) || 1
  const numbered = page(list).is('ol')
  const items = page(list)
    .children('li')
    .toArray()
    .map((item, i) => `${numbered ? `${start + i}. ` : ''}${inline(page, item)}`)
  return joinItems(items)
}

const innerTable = (page: CheerioAPI, table: Element) =>
  joinItems(
    page(table)
      .find('tr')
      .toArray()
      .map((row) =>
        page(row)
          .children('td, th')
          .toArray()
          .map((cell) => inline(page, cell))
          .filter(Boolean)
          .join(': '),
      ),
  )

/** A list inside an item has become words already; paragraphs are lines. */
const inline = (page: CheerioAPI, element: Element) => {
  page(element).find('p, div, br').before(' ')
  page(element)
    .find('p, div')
    .each((_, block) => void page(block).replaceWith(page(block).contents()))
  page(element).find('br').remove()
  return (page(element).html() ?? '').replace(/\s+/g, ' ').trim()
}

/** What stands before a list leads into it; what stands behind it is parted from it. */
function replaceBlock(page: CheerioAPI, element: Element, html: string): void {
  const before = page(element).parent().text().trim() && textBefore(page, element)
  const lead = before && !/[.:;,!?…(–-]$/.test(before) ? ': ' : ' '
  page(element).replaceWith(before ? `${lead}${html} ` : `${html} `)
}

function textBefore(page: CheerioAPI, element: Element): string {
  const parts = page(element).parent().contents().toArray()
  const at = parts.findIndex((part) => part === element)
  return parts
    .slice(0, at)
    .map((part) => page(part).text())
    .join('')
    .trim()
}
