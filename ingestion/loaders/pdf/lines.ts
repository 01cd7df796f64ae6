import { setImmediate } from 'node:timers/promises'
import type { Omissions } from '../../omissions'
import { withLigatures } from './arabic'
import { FontCheck } from './fonts'
import { withFields } from './fields'
import { mainRun, textOfLine } from './lineText'
import type { PdfDocument } from './open'
import { pageRuns, type Run } from './runs'
import { tablesOn } from './tables'

/** A line of a page, or a table. Lengths are points; `y` grows downwards from the top of the page. */
export interface PdfLine {
  page: number
  text: string
  x: number
  y: number
  end: number
  size: number
  /** The font that most of it is set in. */
  font: string
  pageHeight: number
  /** The rows of a table, whose words `text` repeats. */
  table?: string[][]
}

/**
 * The lines of a PDF in the order they were written, which is the reading order of nearly every producer; tables are put
 * together from where their words stand. Pages and fonts that cannot be read are told.
 */
export async function pdfLines(
  pdf: PdfDocument,
  omissions: Omissions,
  signal: AbortSignal,
): Promise<{ lines: PdfLine[]; unreadableShare: number }> {
  const lines: PdfLine[] = []
  const fonts = new FontCheck(omissions)
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { runs, pageHeight } = await pageRuns(page)
    const readable = await fonts.readable(page, number, runs)
    const filled = await withFields(page, await withLigatures(page, readable), omissions)
    lines.push(...linesOn(filled, { page: number, pageHeight }))
    page.cleanup()
    // pdf.js works in microtasks; without a turn of the event loop no timer fires and no request is served.
    await setImmediate()
    signal.throwIfAborted()
  }
  fonts.report(pdf.numPages)
  return { lines, unreadableShare: fonts.unreadableShare }
}

interface Place {
  page: number
  pageHeight: number
}

/** A table takes the place of the first of its words. */
function linesOn(runs: Run[], place: Place): PdfLine[] {
  const tables = tablesOn(runs)
  if (tables.length === 0) return joinRuns(runs, place)
  const tableOf = new Map(tables.flatMap((table) => table.runs.map((run) => [run, table] as const)))
  const lines: PdfLine[] = []
  const placed = new Set<(typeof tables)[number]>()
  let pending: Run[] = []
  const flush = () => {
    lines.push(...joinRuns(pending, place))
    pending = []
  }
  for (const run of runs) {
    const table = tableOf.get(run)
    if (!table) pending.push(run)
    else if (!placed.has(table)) {
      flush()
      placed.add(table)
      lines.push({ ...place, ...boxOf(table.runs), text: table.rows.flat().join(' '), table: table.rows })
    }
  }
  flush()
  return lines
}

function joinRuns(runs: Run[], place: Place): PdfLine[] {
  const lines: Run[][] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line && onLine(line, run)) line.push(run)
    else if (run.text.trim()) lines.push([run])
  }
  return lines.flatMap((line) => {
    const text = textOfLine(line)
    return text ? [Object.assign(boxOf(line), place, { text })] : []
  })
}

/** Where some pieces stand, and what most of them are set in. */
function boxOf(runs: Run[]) {
  const main = mainRun(runs)
  const [first] = runs
  return {
    x: Math.min(...runs.map(({ x }) => x)),
    y: main?.y ?? first?.y ?? 0,
    end: Math.max(...runs.map(({ x, width }) => x + width)),
    size: main?.size ?? 0,
    font: main?.font ?? '',
  }
}

/** The same baseline, give or take a superscript, and not back to where there is text already. */
function onLine(line: Run[], run: Run): boolean {
  const main = mainRun(line) ?? run
  const size = Math.max(main.size, run.size)
  if (Math.abs(main.y - run.y) >= 0.5 * size) return false
  const { x, end } = boxOf(line)
  return run.x > end - size || (run.rightToLeft && run.x + run.width < x + size)
}
