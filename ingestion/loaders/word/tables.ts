import { spans, type XmlElement } from '../xml'
import type { WordContext } from './context'
import { toggle } from './styles'

interface Cell {
  column: number
  across: number
  down: number
  element: XmlElement | null
}

/** A table with its merged cells and its rows of names; rows that are hidden or deleted are left out and counted. */
export function tableToHtml(
  context: WordContext,
  table: XmlElement,
  contentOf: (cell: XmlElement) => string,
): string {
  const { xml } = context
  const rows = childrenOf(table, 'w:tr').filter((row) => isShown(context, row))
  const grid: { cells: Cell[]; isHead: boolean }[] = []
  // The cell that reaches down to the next row, by its first column.
  const reaching = new Map<number, Cell>()
  for (const row of rows) {
    const properties = xml(row).children('w\\:trPr')
    let column = Number(properties.children('w\\:gridBefore').attr('w:val') ?? 0) || 0
    const cells: Cell[] = column > 0 ? [{ column: 0, across: column, down: 1, element: null }] : []
    for (const element of childrenOf(row, 'w:tc')) {
      const own = xml(element).children('w\\:tcPr')
      const across = Math.max(1, Number(own.children('w\\:gridSpan').attr('w:val') ?? 1) || 1)
      const merge = own.children('w\\:vMerge').get(0)
      const above = reaching.get(column)
      if (merge && merge.attribs['w:val'] !== 'restart' && above) above.down++
      else {
        const cell = { column, across, down: 1, element }
        cells.push(cell)
        if (merge) reaching.set(column, cell)
        else reaching.delete(column)
      }
      column += across
    }
    grid.push({ cells, isHead: toggle(properties.children('w\\:tblHeader').get(0)?.attribs) ?? false })
  }
  const heads = grid.findIndex(({ isHead }) => !isHead)
  const html = grid.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, contentOf)).join('')}</tr>`)
  const depth = heads < 0 ? 0 : heads
  const head = depth > 0 ? `<thead>${html.slice(0, depth).join('')}</thead>` : ''
  return `<table>${head}${html.slice(depth).join('')}</table>`
}

const cellHtml = ({ across, down, element }: Cell, contentOf: (cell: XmlElement) => string) =>
  `<td${spans({ across: String(across), down: String(down) })}>${element ? contentOf(element) : ''}</td>`

/** Rows or cells, also inside what only wraps them. */
function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'tag') return []
    if (child.name === name) return [child]
    return /^(w:sdt|w:sdtContent|w:customXml|w:ins|w:moveTo)$/.test(child.name) ? childrenOf(child, name) : []
  })
}

function isShown({ xml, omissions }: WordContext, row: XmlElement): boolean {
  const properties = xml(row).children('w\\:trPr')
  const deleted = properties.children('w\\:del').length > 0
  const hidden = toggle(properties.children('w\\:hidden').get(0)?.attribs) ?? false
  if (deleted) omissions.add('deleted_text', xml(row).text())
  else if (hidden) omissions.add('hidden_text', xml(row).text())
  return !deleted && !hidden
}
