import { LoadError, VouchError } from '../../src/errors'
import { Omissions } from '../omissions'
import type { Loader } from '../types'
import { withoutFurniture } from './pdf/furniture'
import { pdfLines } from './pdf/lines'
import { pdfMarkdown } from './pdf/markdown'
import { damagedPdf, openPdf, type PdfDocument } from './pdf/open'
import { humaniseFileName, splitTitle } from './title'

/** A PDF that has no text to read, which only text recognition reads. */
export class ScannedPdfError extends LoadError {
  override name = 'ScannedPdfError'
}

/**
 * A PDF with text in it: headings, lists, tables and paragraphs found again from where the words stand, and what was filled
 * into its form. Fonts that say nothing of letters and pages that are pictures are told.
 */
export const loadPdf: Loader = async function* ({ key, bytes }, signal) {
  const pdf = await openPdf(bytes)
  const omissions = new Omissions()
  try {
    const { lines: all, unreadableShare } = await readLines(pdf, omissions, signal)
    const lines = withoutFurniture(all)
    const left = omissions.list()
    if (lines.length === 0 || unreadableShare > MOST_OF_THE_TEXT)
      throw withoutText(left.find(({ kind }) => kind === 'unreadable_fonts')?.example)
    const markdown = pdfMarkdown(lines)
    yield {
      key,
      ...splitTitle({ markdown, key, given: titleOf(markdown, key) }),
      metadata: {},
      line: 1,
      ...(left.length > 0 && { omissions: left }),
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** A text of which as much is missing says something else. */
const MOST_OF_THE_TEXT = 0.4

const withoutText = (font: string | undefined) =>
  new ScannedPdfError(
    font
      ? `The PDF's fonts do not say which letters their shapes are (${font}), so its text cannot be read. Export it again with searchable text, or run text recognition (OCR) on it first.`
      : 'The PDF has no text, only pictures (a scan?). Run text recognition (OCR) on it first.',
  )

/** One heading of the first rank, near the start, is the title; otherwise the file's name says more. */
const titleOf = (markdown: string, key: string) => {
  const [first, second] = [...markdown.matchAll(/^# /gm)]
  return first && !second && first.index < TITLE_WITHIN_CHARACTERS ? null : humaniseFileName(key)
}

const TITLE_WITHIN_CHARACTERS = 600

async function readLines(pdf: PdfDocument, omissions: Omissions, signal: AbortSignal) {
  try {
    return await pdfLines(pdf, omissions, signal)
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof VouchError ? error : damagedPdf(error)
  }
}
