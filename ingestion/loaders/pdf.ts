import { getDocumentProxy } from 'unpdf'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { withoutFurniture } from './pdfFurniture'
import { type PdfDocument, pdfLines } from './pdfLines'
import { pdfMarkdown } from './pdfMarkdown'
import { humaniseFileName, splitTitle } from './title'

/** A PDF of pictures alone, which only text recognition reads. */
export class ScannedPdfError extends LoadError {
  override name = 'ScannedPdfError'
}

/** A PDF with text in it: headings, lists and paragraphs found again from where the words stand. */
export const loadPdf: Loader = async function* ({ key, bytes }, signal) {
  const pdf = await open(bytes)
  try {
    const lines = withoutFurniture(await readLines(pdf, signal))
    if (lines.length === 0) {
      throw new ScannedPdfError(
        'The PDF has no text, only pictures (a scan?). Run text recognition (OCR) on it first.',
      )
    }
    const markdown = pdfMarkdown(lines)
    yield { key, ...splitTitle({ markdown, key, given: titleOf(markdown, key) }), metadata: {}, line: 1 }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** One heading of the first rank, near the start, is the title; otherwise the file's name says more. */
const titleOf = (markdown: string, key: string) => {
  const [first, second] = [...markdown.matchAll(/^# /gm)]
  return first && !second && first.index < TITLE_WITHIN_CHARACTERS ? null : humaniseFileName(key)
}

const TITLE_WITHIN_CHARACTERS = 600

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy, because pdf.js takes the buffer away; errors only, because it prints warnings to the console.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new LoadError('The PDF is protected with a password. Save a copy without one.')
    }
    throw damaged(error)
  }
}

async function readLines(pdf: PdfDocument, signal: AbortSignal) {
  try {
    return await pdfLines(pdf, signal)
  } catch (error) {
    signal.throwIfAborted()
    throw damaged(error)
  }
}

const damaged = (error: unknown) =>
  new LoadError(
    `The PDF is damaged and cannot be read (${error instanceof Error ? error.message : String(error)}).`,
  )
