import type { Loader } from '../types'
import { decodeText } from './decode'
import { splitTitle } from './title'

/** Plain text: one document, its blank lines between paragraphs. Indentation is dropped, or it would read as code. */
export const loadText: Loader = async function* ({ key, bytes }) {
  const markdown = decodeText(bytes)
    .replace(/^[ \t]+(?=\S)/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
  yield { key, ...splitTitle({ markdown: escapeTags(markdown), key }), metadata: {}, line: 1 }
}

/** `<name>` in plain text is a word in brackets; as Markdown it would be read as HTML and vanish. */
export const escapeTags = (text: string) => text.replace(/<(?=[a-z/!?])/gi, '\\<')
