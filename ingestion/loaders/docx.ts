import mammoth from 'mammoth'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { htmlToMarkdown } from './htmlToMarkdown'
import { splitTitle } from './title'

/** A Word document (.docx): headings, lists and tables by their styles; headers, footers and comments are left out. */
export const loadDocx: Loader = async function* ({ key, bytes }) {
  yield { key, ...splitTitle({ markdown: htmlToMarkdown(await toHtml(bytes)), key }), metadata: {}, line: 1 }
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    return value
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LoadError(
      `The Word document is damaged and cannot be read (${reason}). Open it in Word and save it again.`,
    )
  }
}

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
