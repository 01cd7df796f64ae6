import type { Loader } from '../types'
import { decodeText } from './decode'
import { splitTitle } from './title'

/** Plain text: one document. */
export const loadText: Loader = async function* ({ key, bytes }) {
  yield {
    key,
    ...splitTitle({ markdown: plainToMarkdown(decodeText(bytes)), key, unstyled: true }),
    metadata: {},
    line: 1,
  }
}

/** Blank lines between paragraphs stay. Indentation is dropped, or it would read as code. */
export const plainToMarkdown = (text: string): string =>
  escapeTags(
    text
      .replace(/^[ \t]+(?=\S)/gm, '')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n'),
  )

/** `<name>` in plain text is a word in brackets; as Markdown it would be read as HTML and vanish. */
export const escapeTags = (text: string) => text.replace(/<(?=[a-z/!?])/gi, '\\<')
