import Pdf from 'pdfkit'
import { plain, type Block, type Run } from './markdown'

const MARGINS = { top: 84, bottom: 76, left: 68, right: 68 }
const INK = '#1d2733'
const QUIET = '#5b6774'
const HEADING_SIZES: Record<number, number> = { 1: 21, 2: 14, 3: 11.5 }

export interface PdfSource {
  title: string
  blocks: Block[]
  /** Printed at the foot of each page, before the page number. */
  reference: string
  /** Fixed, so that an unchanged source gives unchanged bytes. */
  date: Date
}

/** Draws blocks on A4 with a running header and numbered pages. */
export async function toPdf({ title, blocks, reference, date }: PdfSource): Promise<Buffer> {
  const document = new Pdf({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Author: 'Ottermoor Electricals Ltd', CreationDate: date },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const finished = new Promise<void>((resolve) => document.on('end', resolve))
  for (const block of blocks) drawBlock(document, block)
  drawPageFurniture({ document, title, reference })
  document.end()
  await finished
  return Buffer.concat(parts)
}

function drawBlock(document: PDFKit.PDFDocument, block: Block) {
  document.fillColor(INK)
  if (block.type === 'heading') drawHeading(document, block)
  else if (block.type === 'paragraph') drawRuns({ document, runs: block.runs, indent: 0 })
  else if (block.type === 'table') drawTable(document, block.rows)
  else drawList(document, block)
}

function drawHeading(document: PDFKit.PDFDocument, { level, text }: { level: number; text: string }) {
  const room = document.page.height - MARGINS.bottom - document.y
  if (room < 110) document.addPage()
  if (level > 1) document.moveDown(0.5)
  document.font('Helvetica-Bold').fontSize(HEADING_SIZES[level] ?? 11)
  document.text(text, MARGINS.left).moveDown(level === 1 ? 0.7 : 0.4)
}

function drawList(document: PDFKit.PDFDocument, { ordered, items }: { ordered: boolean; items: Run[][] }) {
  for (const [index, runs] of items.entries()) {
    const marker = ordered ? `${index + 1}. ` : '• '
    drawRuns({ document, runs: [{ text: marker, bold: false }, ...runs], indent: 14, gap: 0.2 })
  }
  document.moveDown(0.4)
}

function drawRuns(options: { document: PDFKit.PDFDocument; runs: Run[]; indent: number; gap?: number }) {
  const { document, runs, indent, gap = 0.6 } = options
  const width = document.page.width - MARGINS.left - MARGINS.right - indent
  document.x = MARGINS.left + indent
  document.fontSize(10.5)
  for (const [index, run] of runs.entries()) {
    document.font(run.bold ? 'Helvetica-Bold' : 'Helvetica')
    document.text(run.text, { width, lineGap: 2.5, continued: index < runs.length - 1 })
  }
  document.x = MARGINS.left
  document.moveDown(gap)
}

function drawTable(document: PDFKit.PDFDocument, rows: Run[][][]) {
  const rule = { top: 0, left: 0, right: 0, bottom: 0.5 }
  document.x = MARGINS.left
  document.fontSize(9.5)
  document.table({
    columnStyles: columnWidths({ rows, width: document.page.width - MARGINS.left - MARGINS.right }),
    defaultStyle: { padding: [5, 6, 5, 4], border: rule, borderColor: '#c4ccd4', textColor: INK },
    data: rows.map((cells, row) =>
      cells.map((runs) => ({
        text: plain(runs),
        font: { src: row === 0 ? 'Helvetica-Bold' : 'Helvetica', size: 9.5 },
        ...(row === 0 && { backgroundColor: '#eef2f5', type: 'TH' as const }),
      })),
    ),
  })
  document.x = MARGINS.left
  document.moveDown(0.9)
}

/** Widths in points that share the line by the longest text of each column, so that short cells do not wrap. */
function columnWidths({ rows, width }: { rows: Run[][][]; width: number }): number[] {
  const longest = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => Math.min(plain(cells[column] ?? []).length, 44) + 4)),
  )
  const total = longest.reduce((sum, length) => sum + length, 0)
  return longest.map((length) => (length / total) * width)
}

function drawPageFurniture(options: { document: PDFKit.PDFDocument; title: string; reference: string }) {
  const { document, title, reference } = options
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    // Text below the bottom margin would start a new page.
    document.page.margins.bottom = 0
    const { width, height } = document.page
    const line = { width: width - MARGINS.left - MARGINS.right, lineBreak: false }
    document.font('Helvetica').fontSize(8.5).fillColor(QUIET)
    document.text('Ottermoor', MARGINS.left, 42, { ...line, align: 'left' })
    document.text(title, MARGINS.left, 42, { ...line, align: 'right' })
    document
      .moveTo(MARGINS.left, 58)
      .lineTo(width - MARGINS.right, 58)
      .lineWidth(0.5)
      .stroke('#c4ccd4')
    document.text(reference, MARGINS.left, height - 46, { ...line, align: 'left' })
    document.text(`Page ${page + 1} of ${count}`, MARGINS.left, height - 46, { ...line, align: 'right' })
  }
}
