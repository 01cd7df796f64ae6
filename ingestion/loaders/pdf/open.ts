import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { LoadError } from '../../../src/errors'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/**
 * A PDF, opened with the tables of characters and the fonts that PDFs refer to and do not bring: without the first, no
 * Japanese, Chinese or Korean text of most programs can be read. They come with pdfjs-dist, whose version is unpdf's.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  canTransfer()
  const root = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'))
  try {
    // A copy, because pdf.js takes the buffer away; errors only, because it prints warnings to the console.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      cMapUrl: join(root, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(root, 'standard_fonts/'),
      useWorkerFetch: false,
      fontExtraProperties: true,
      // Pictures are not looked at, so they need not be unpacked.
      maxImageSize: 1,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new LoadError('The PDF is protected with a password. Save a copy without one.')
    }
    throw damagedPdf(error)
  }
}

export const damagedPdf = (error: unknown): LoadError =>
  new LoadError(
    `The PDF is damaged and cannot be read (${error instanceof Error ? error.message : String(error)}).`,
  )

/** Node 20 lacks what pdf.js hands fonts over with. */
function canTransfer(): void {
  const buffer = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  buffer.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new Uint8Array(length)
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
    return copy.buffer
  }
}
