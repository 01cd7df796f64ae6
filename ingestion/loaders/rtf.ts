import type { Loader } from '../types'
import { htmlToMarkdown } from './htmlToMarkdown'
import { rtfToHtml } from './rtfHtml'
import { splitTitle } from './title'

/**
 * Rich Text: headings by their outline level, lists, tables. Read by our own few lines, because rtf-parser (under
 * rtf-to-html) drops tables and headings, and throws from inside a stream, which ends the process.
 */
export const loadRtf: Loader = async function* ({ key, bytes }) {
  const html = rtfToHtml(new TextDecoder('latin1').decode(bytes))
  yield { key, ...splitTitle({ markdown: htmlToMarkdown(html), key, unstyled: true }), metadata: {}, line: 1 }
}
