import type { Loader } from '../types'
import { decodeText } from './decode'
import { readMarkdown } from './markdown'
import { stripJsx } from './jsx'

/** Markdown with components (.mdx): imports, exports and tags go, their text stays. */
export const loadMdx: Loader = async function* ({ key, bytes }) {
  yield* readMarkdown({ key, text: decodeText(bytes), toMarkdown: stripJsx })
}
