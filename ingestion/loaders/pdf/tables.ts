import { textOfLine } from './lineText'
import type { Run } from './runs'

/** A table that was found where words stand below each other. */
export interface PdfTable {
  runs: Run[]
  rows: string[][]
}

/** Words that stand together on a line, apart from others on it. */
interface Fragment {
  x: number
  end: number
  runs: Run[]
}

interface Row {
  y: number
  size: number
  fragments: Fragment[]
}

/** Words further apart than this, in sizes of their font, stand in two columns. */
const GAP = 1.1
/** Rows further apart than this, in sizes of their font, are not of one table. */
const ROW_GAP = 4.2

/** The tables of a page: rows whose parts stand in columns. Columns of running text are none, and are read down. */
export function tablesOn(runs: Run[]): PdfTable[] {
  const tables: PdfTable[] = []
  for (const block of blocksOf(rowsOf(runs))) {
    const table = tableOf(block)
    if (table) tables.push(table)
  }
  return tables
}

function rowsOf(runs: Run[]): Row[] {
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    // What is raised belongs to the line that it is raised from, which comes next.
    if (row && Math.abs(run.y - row.y) < 0.5 * Math.max(row.size, run.size)) {
      row.runs.push(run)
      if (run.size > row.size) [row.size, row.y] = [run.size, run.y]
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  return rows
    .map(({ y, size, runs: own }) => ({ y, size, fragments: fragmentsOf(own, size) }))
    .filter(({ fragments }) => fragments.length > 0)
}

function fragmentsOf(runs: Run[], size: number): Fragment[] {
  const fragments: Fragment[] = []
  for (const run of runs.toSorted((a, b) => a.x - b.x)) {
    const last = fragments.at(-1)
    // A narrow space parts two words, a wide one two columns.
    if (!run.text.trim()) {
      if (last && run.width < 0.6 * size && run.x - last.end < 0.3 * size) last.runs.push(run)
    } else if (last && run.x - last.end < GAP * size) {
      last.runs.push(run)
      last.end = Math.max(last.end, run.x + run.width)
    } else fragments.push({ x: run.x, end: run.x + run.width, runs: [run] })
  }
  return fragments
}

/** Stretches of rows that may be a table: rows in parts, and lines between them that belong to one of the parts. */
function blocksOf(rows: Row[]): Row[][] {
  const blocks: Row[][] = []
  let block: Row[] = []
  const finish = () => {
    while (block.length > 0 && block.at(-1)?.fragments.length === 1 && !continuesCell(block)) block.pop()
    if (block.length > 1) blocks.push(block)
    block = []
  }
  for (const row of rows) {
    const last = block.at(-1)
    const near = last && row.y - last.y < ROW_GAP * Math.max(row.size, last.size)
    if (last && !near) finish()
    if (row.fragments.length > 1) block.push(row)
    else if (block.length > 0 && isBelowCell(block, row)) block.push(row)
    else finish()
  }
  finish()
  return blocks
}

/** A single line below a part of the rows above it that is not the first, close to it. */
const isBelowCell = (block: Row[], row: Row): boolean => {
  const [only] = row.fragments
  const last = block.at(-1)
  const first = Math.min(...block.flatMap(({ fragments }) => fragments.map(({ x }) => x)))
  return Boolean(only && last && only.x > first + row.size && row.y - last.y < 1.6 * row.size)
}
const continuesCell = (block: Row[]): boolean => {
  const row = block.at(-1)
  return block.length > 1 && row !== undefined && isBelowCell(block.slice(0, -1), row)
}

function tableOf(block: Row[]): PdfTable | null {
  const columns = columnsOf(block)
  const full = block.filter(({ fragments }) => fragments.length > 1)
  if (columns.length < 2 || full.length < (columns.length > 2 ? 2 : 3)) return null
  const cells = block.map(({ fragments }) => cellsOf(fragments, columns))
  if (isRunningText(cells, columns) || isList(cells)) return null
  return {
    runs: block.flatMap(({ fragments }) => fragments.flatMap((one) => one.runs)),
    rows: joinWrapped(block, cells),
  }
}

interface Column {
  x: number
  end: number
}

/**
 * From the rows with the most parts; a part over several columns would hide the gap between them. One row below the first
 * may be cut by chance, two are not.
 */
function columnsOf(block: Row[]): Column[] {
  const counts = block.map(({ fragments }) => fragments.length)
  const [most = 0, second = 0] = counts.toSorted((a, b) => b - a)
  if (most === second || counts[0] === most) {
    const columns = columnsFrom(block, most)
    if (columns.length > 0) return columns
  }
  return columnsFrom(block, second)
}

function columnsFrom(block: Row[], count: number): Column[] {
  const columns: Column[] = []
  const parts = block
    .filter(({ fragments }) => fragments.length === count)
    .flatMap(({ fragments }) => fragments)
    .toSorted((a, b) => a.x - b.x)
  for (const { x, end } of parts) {
    const last = columns.at(-1)
    if (last && x < last.end) last.end = Math.max(last.end, end)
    else columns.push({ x, end })
  }
  return columns.length === count ? columns : []
}

/** What stands in each column; a part over several is repeated, as merged cells are. */
function cellsOf(fragments: Fragment[], columns: Column[]): string[] {
  const cells = columns.map(() => '')
  for (const { x, end, runs } of fragments) {
    const text = textOfLine(runs)
    const covered = columns.flatMap((column, i) =>
      Math.min(end, column.end) - Math.max(x, column.x) > 0 ? [i] : [],
    )
    const at = covered.length > 0 ? covered : [nearest(columns, (x + end) / 2)]
    for (const i of at) cells[i] = [cells[i], text].filter(Boolean).join(' ')
  }
  return cells
}

const nearest = (columns: Column[], middle: number) =>
  columns.reduce(
    (best, { x, end }, i) => {
      const distance = Math.abs((x + end) / 2 - middle)
      return distance < best.distance ? { i, distance } : best
    },
    { i: 0, distance: Infinity },
  ).i

/** Newspapers: two or more columns of long lines, all full. */
function isRunningText(cells: string[][], columns: Column[]): boolean {
  const long = columns.filter((_, i) => {
    const own = cells.map((row) => row[i] ?? '').filter(Boolean)
    return own.length > 3 && own.reduce((sum, text) => sum + text.length, 0) / own.length > 32
  })
  return long.length > 1 && cells.length > 4
}

/** Numbers, letters or marks with their text beside them. */
function isList(cells: string[][]): boolean {
  const marks = cells.map(([first = '']) => first).filter(Boolean)
  const marked = marks.filter((mark) => LIST_MARK.test(mark))
  return (cells[0]?.length ?? 0) === 2 && marked.length >= 0.6 * marks.length
}
const LIST_MARK =
  /^([•●▪■◦○‣⁃∙\uF0B7\uF0A7o–—*☐☒☑✓-]|\(?(\d{1,3}|[a-z]|[ivxl]{1,5})[.):]*\)?|\d{1,3}(\.\d{1,3})+\.?|(clause|article|section|§)\s*\d+[a-z]?\.?)$/i

/** Lines that only go on with the cells above them are joined to these: closer than rows are, with nothing in the first column. */
function joinWrapped(block: Row[], cells: string[][]): string[][] {
  const distances = block.slice(1).map(({ y }, i) => y - (block[i]?.y ?? 0))
  const rowDistance = Math.max(...distances)
  const rows: string[][] = []
  for (const [i, row] of cells.entries()) {
    const above = rows.at(-1)
    const close = i > 0 && (distances[i - 1] ?? 0) < 0.85 * rowDistance
    const goesOn = row[0] === '' && row.filter(Boolean).every((text) => close || /^\p{Ll}/u.test(text))
    if (above && goesOn)
      for (const [c, text] of row.entries()) above[c] = [above[c], text].filter(Boolean).join(' ')
    else rows.push([...row])
  }
  return rows
}
