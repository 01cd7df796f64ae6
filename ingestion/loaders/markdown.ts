import type { Loader } from '../types'
import { decodeText } from './decode'
import { splitFrontMatter } from './frontMatter'
import { replaceInlineHtml } from './inlineHtml'
import { stripLiquid } from './liquid'
import { type Fields, readMetadata } from './metadata'
import { splitTitle } from './title'

/** A Markdown file: one document. Front matter gives title and metadata; template tags and raw HTML become text. */
export const loadMarkdown: Loader = async function* ({ key, bytes }) {
  const { fields, body } = splitFrontMatter(decodeText(bytes))
  const name = fields['title']
  const given =
    typeof name === 'string' || typeof name === 'number' ? stripLiquid(String(name), fields) : null
  const { title, markdown } = splitTitle({
    markdown: replaceInlineHtml(stripLiquid(body, fields)),
    given,
    key,
  })
  const question = typeof fields['question'] === 'string' ? { question: fields['question'] } : {}
  yield {
    key,
    title: question.question ?? title,
    markdown: markdown || redirect(fields, title),
    ...question,
    metadata: readMetadata(fields),
    line: 1,
  }
}

/** A page without text that forwards its readers (`redirect_to`, as Jekyll has it) says where to. */
function redirect(fields: Fields, title: string): string {
  const target = fields['redirectto']
  return typeof target === 'string' ? `${title}: [${target}](${target})` : ''
}
