import type { Omissions } from '../../omissions'
import type { PdfPage } from './open'
import type { Run } from './runs'

/** What pdf.js tells of a field of a form (src/core/annotation.js); what is not used is left out. */
interface Widget {
  subtype: string
  fieldType?: string
  fieldValue?: string | string[] | null
  checkBox?: boolean
  radioButton?: boolean
  pushButton?: boolean
  password?: boolean
  exportValue?: string
  buttonValue?: string
  annotationFlags?: number
  rect: [number, number, number, number]
  options?: { exportValue: string; displayValue: string }[]
}

const HIDDEN = 2
const NO_VIEW = 32

/** A page's text with what was filled into its form, each where it stands. Hidden fields and remarks are counted. */
export async function withFields(page: PdfPage, runs: Run[], omissions: Omissions): Promise<Run[]> {
  const all = (await page.getAnnotations()) as Widget[]
  const viewport = page.getViewport({ scale: 1 })
  let filled = runs
  for (const widget of all) {
    if (/^(Text|FreeText|Highlight|Popup)$/.test(widget.subtype)) countRemark(widget, omissions)
    if (widget.subtype !== 'Widget' || widget.pushButton || widget.password) continue
    const text = valueOf(widget)
    if (!text) continue
    if ((widget.annotationFlags ?? 0) & (HIDDEN | NO_VIEW)) omissions.add('hidden_text', text)
    else {
      const corners = viewport.convertToViewportRectangle(widget.rect) as number[]
      filled = placed(filled, fieldRuns(corners, text))
    }
  }
  return filled
}

function countRemark(widget: Widget, omissions: Omissions): void {
  const said = (widget as { contentsObj?: { str?: string } }).contentsObj?.str
  if (said && widget.subtype !== 'Popup') omissions.add('comments', said)
}

function valueOf({
  fieldType,
  fieldValue,
  checkBox,
  radioButton,
  exportValue,
  buttonValue,
  options,
}: Widget): string {
  if (checkBox)
    return fieldValue && fieldValue !== 'Off' && fieldValue === (exportValue ?? fieldValue) ? '☒' : '☐'
  if (radioButton) return fieldValue && fieldValue === buttonValue ? '☒' : '☐'
  if (fieldType === 'Sig') return ''
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue ?? '']).filter(Boolean)
  const shown = (value: string) =>
    options?.find((option) => option.exportValue === value)?.displayValue ?? value
  return values.map(shown).join(', ').trim()
}

/** The lines of a field, the first at its top where it has several. */
function fieldRuns(corners: number[], text: string): Run[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners
  const [left, top, bottom] = [Math.min(x1, x2), Math.min(y1, y2), Math.max(y1, y2)]
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim())
  const size = Math.min(12, Math.max(6, (bottom - top) / Math.max(1, lines.length) / 1.3))
  const base = lines.length > 1 ? top + size : (top + bottom) / 2 + 0.35 * size
  return lines.map((line, i) => ({
    text: line,
    x: left + 2,
    y: base + i * size * 1.2,
    width: Math.min(Math.abs(x2 - x1), line.length * size * 0.5),
    size,
    font: 'field',
    upright: true,
    rightToLeft: false,
  }))
}

/** Behind what stands to its left on its line or, for a box before its words, before what stands to its right. */
function placed(runs: Run[], field: Run[]): Run[] {
  const [first] = field
  if (!first) return runs
  const sameLine = (run: Run) =>
    Math.abs(run.y - first.y) < 0.7 * Math.max(run.size, first.size) && run.text.trim() !== ''
  const left = runs.findLastIndex((run) => sameLine(run) && run.x < first.x)
  if (left >= 0) return [...runs.slice(0, left + 1), ...field, ...runs.slice(left + 1)]
  const right = runs.findIndex((run) => sameLine(run) && run.x >= first.x)
  if (right >= 0) return [...runs.slice(0, right), ...field, ...runs.slice(right)]
  const above = runs.findLastIndex((run) => run.y < first.y && run.text.trim() !== '')
  return [...runs.slice(0, above + 1), ...field, ...runs.slice(above + 1)]
}
