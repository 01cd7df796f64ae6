import type { PdfPage } from './open'

type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

/** A piece of text as it is set on a page. Lengths are points; `y` grows downwards from the top of the page. */
export interface Run {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  upright: boolean
  rightToLeft: boolean
}

/** The pieces of a page's text in the order in which they were written, and the height of the page. */
export async function pageRuns(page: PdfPage): Promise<{ runs: Run[]; pageHeight: number }> {
  const viewport = page.getViewport({ scale: 1 })
  // pdf.js would write ligatures out before it turns Arabic round, and "لا" would become "ال".
  const { items } = await page.getTextContent({ disableNormalization: true })
  const runs = items.flatMap((item) => ('str' in item ? toRun(item, viewport.transform) : []))
  return { runs: mainDirection(runs), pageHeight: viewport.height }
}

/** Into the page as it is shown. Text set upwards or downwards runs along y, so its axes are exchanged. */
function toRun(item: TextItem, view: number[]): Run[] {
  if (item.str === '') return []
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[]
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf]
  const [dx, dy] = [va * a + vc * b, vb * a + vd * b]
  const base = {
    text: item.str,
    width: item.width,
    size: Math.hypot(c, d),
    font: item.fontName,
    rightToLeft: item.dir === 'rtl',
  }
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
