import type { Loader } from '../types'
import { decodeText } from './decode'
import { markdownDocuments } from './markdown'
import { stripJsx } from './jsx'

/** Markdown with components (.mdx): imports, exports and tags go, their text stays. */
export const loadMdx: Loader = async function* ({ key, bytes, base }) {
  yield* await markdownDocuments({ key, base, text: decodeText(bytes), toMarkdown: (body) => stripJsx(body) })
}
