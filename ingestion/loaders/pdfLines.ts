import { setImmediate } from 'node:timers/promises'
import type { getDocumentProxy } from 'unpdf'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type TextContent = Awaited<ReturnType<Awaited<ReturnType<PdfDocument['getPage']>>['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

/** A line of a page. Lengths are points; `y` grows downwards from the top of the page. */
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
}

/** The lines of a PDF in the order they were written, which is the reading order of nearly every producer. */
export async function pdfLines(pdf: PdfDocument, signal: AbortSignal): Promise<PdfLine[]> {
  const lines: PdfLine[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) => ('str' in item ? toRun(item, viewport.transform) : []))
    lines.push(...joinRuns(mainDirection(runs), { page: number, pageHeight: viewport.height }))
    page.cleanup()
    // pdf.js works in microtasks; without a turn of the event loop no timer fires and no request is served.
    await setImmediate()
    signal.throwIfAborted()
  }
  return lines
}

interface Run {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  upright: boolean
}

/** Into the page as it is shown. Text set upwards or downwards runs along y, so its axes are exchanged. */
function toRun(item: TextItem, view: number[]): Run[] {
  if (item.str === '') return []
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[]
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf]
  const [dx, dy] = [va * a + vc * b, vb * a + vd * b]
  const base = { text: item.str, width: item.width, size: Math.hypot(c, d), font: item.fontName }
  const upright = Math.abs(dx) >= Math.abs(dy)
  return [upright ? { ...base, x, y, upright } : { ...base, upright, x: dy > 0 ? y : -y, y: dy > 0 ? -x : x }]
}

/** A stamp along the margin is no part of the text; a page turned as a whole is. */
function mainDirection(runs: Run[]): Run[] {
  const characters = (upright: boolean) =>
    runs.reduce((sum, run) => sum + (run.upright === upright ? run.text.length : 0), 0)
  const main = characters(true) >= characters(false)
  return runs.filter((run) => run.upright === main)
}

function joinRuns(runs: Run[], page: { page: number; pageHeight: number }): PdfLine[] {
  const lines: (PdfLine & { runs: Run[] })[] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line && onLine(line, run)) {
      const gap = run.x - line.end > 0.2 * line.size && !/\s$/.test(line.text) && !/^\s/.test(run.text)
      line.text += (gap ? ' ' : '') + run.text
      line.end = Math.max(line.end, run.x + run.width)
      line.runs.push(run)
    } else if (run.text.trim()) {
      lines.push({ ...page, ...run, end: run.x + run.width, runs: [run] })
    }
  }
  return lines.map(({ runs, page, pageHeight, text, x, y, end }) => {
    const main = runs.toSorted((a, b) => b.text.trim().length - a.text.trim().length)[0]
    return { page, pageHeight, text: tidy(text), x, y, end, size: main?.size ?? 0, font: main?.font ?? '' }
  })
}

/** The same baseline, give or take a superscript, and not back to the left. */
const onLine = (line: PdfLine, run: Run) =>
  Math.abs(line.y - run.y) < 0.5 * Math.max(line.size, run.size) &&
  run.x > line.end - Math.max(line.size, run.size)

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[\uFB00-\uFB06]/g, (c) => c.normalize('NFKC'))
    .trim()
