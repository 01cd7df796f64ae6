import { LoadError, VouchError } from '../../src/errors'
import { Omissions } from '../omissions'
import type { Loader } from '../types'
import { openArchive } from './archive'
import { htmlToMarkdown } from './htmlToMarkdown'
import { splitTitle } from './title'
import { wordToHtml } from './word/document'

/**
 * A Word document (.docx): headings, lists with their numbers, tables, notes, equations, boxes and the results of fields, as
 * they are seen. Hidden and deleted text, comments, headers and footers are left out and counted.
 */
export const loadDocx: Loader = async function* ({ key, bytes }) {
  const omissions = new Omissions()
  const markdown = htmlToMarkdown(await toHtml(bytes, omissions))
  const left = omissions.list()
  yield {
    key,
    ...splitTitle({ markdown, key, unstyled: true }),
    metadata: {},
    line: 1,
    ...(left.length > 0 && { omissions: left }),
  }
}

async function toHtml(bytes: Uint8Array, omissions: Omissions): Promise<string> {
  try {
    const html = await wordToHtml(await openArchive(bytes), omissions)
    if (html !== null) return html
  } catch (error) {
    if (error instanceof VouchError) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  throw damaged('it has no text part')
}

const damaged = (reason: string) =>
  new LoadError(
    `The Word document is damaged and cannot be read (${reason}). Open it in Word and save it again.`,
  )
