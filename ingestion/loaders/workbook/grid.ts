import { LoadError } from '../../../src/errors'
import type { TableRow } from '../rows'
import type { CellRange, RawSheet } from './cells'
import { MAX_CELLS } from './sheetXml'

/** A sheet's texts by row and column. */
type Texts = Map<number, Map<number, string>>

/**
 * The visible rows and columns that have something in them, and a blank row for each gap between two. Cells that are
 * merged are repeated, so that a row or a column read alone says all it says; a line across the whole row stands once.
 */
export function visibleRows(sheet: RawSheet, texts: Texts): TableRow[] {
  const lines = [...texts.keys()].filter((row) => !sheet.hiddenRows.has(row)).sort((a, b) => a - b)
  const isHidden = (column: number) =>
    sheet.hiddenColumns.some(([from, to]) => from <= column && column <= to)
  const used = new Set(lines.flatMap((line) => [...(texts.get(line)?.keys() ?? [])]))
  const columns = [...used].filter((column) => !isHidden(column)).sort((a, b) => a - b)
  refuseSize(lines.length * columns.length)
  const filled = withMerges({ merges: sheet.merges, texts, lines, columns })
  const rows: TableRow[] = []
  for (const [i, line] of lines.entries()) {
    const cells = columns.map((column) => filled.get(line)?.get(column) ?? '')
    if (i > 0 && line - (lines[i - 1] ?? 0) > hiddenBetween(sheet, lines[i - 1] ?? 0, line) + 1)
      rows.push({ cells: columns.map(() => ''), line: line - 1 })
    rows.push({ cells, line })
  }
  return rows
}

interface Merged {
  merges: CellRange[]
  texts: Texts
  lines: number[]
  columns: number[]
}

function withMerges({ merges, texts, lines, columns }: Merged): Texts {
  const filled: Texts = new Map(lines.map((line) => [line, new Map(texts.get(line))]))
  let room = MAX_CELLS
  const [firstColumn = 1] = columns
  // Down before across: whether a line stands alone is known when what reaches down to it is there.
  const ordered = merges.toSorted((a, b) => a.right - a.left - (b.right - b.left))
  for (const { top, left, bottom, right } of ordered) {
    const text = texts.get(top)?.get(left)
    if (!text || room <= 0) continue
    const across = between(columns, left, right)
    const down = between(lines, top, bottom)
    const isMaster = (line: number, column: number) => line === top && column === left
    // Where cells below the merged one have text of their own, the file says what no one can have typed.
    const covered = down.some((line) =>
      across.some((column) => !isMaster(line, column) && texts.get(line)?.has(column)),
    )
    if (covered) continue
    for (const line of down) {
      const row = filled.get(line)
      const title = left <= firstColumn && [...(row?.keys() ?? [])].every((column) => column <= right)
      for (const column of title ? across.slice(0, 1) : across) row?.set(column, text)
      room -= across.length
    }
  }
  return filled
}

/** The numbers of a sorted list from one to another. */
function between(sorted: number[], from: number, to: number): number[] {
  const first = sorted.findIndex((number) => number >= from)
  if (first < 0) return []
  const behind = sorted.findIndex((number, i) => i >= first && number > to)
  return sorted.slice(first, behind < 0 ? undefined : behind)
}

function hiddenBetween({ hiddenRows }: RawSheet, above: number, below: number): number {
  if (below - above > 100_000) return 0
  let hidden = 0
  for (let line = above + 1; line < below; line++) if (hiddenRows.has(line)) hidden++
  return hidden
}

/** A few cells far apart make a large table of nothing. */
const MAX_GRID = 2_000_000

function refuseSize(cells: number): void {
  if (cells > MAX_GRID)
    throw new LoadError(
      `The sheet's cells are spread over a table of ${cells.toLocaleString('en')}, and at most ${MAX_GRID.toLocaleString('en')} are read. Split it into sheets.`,
    )
}
