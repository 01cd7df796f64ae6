import type { Loader, SourceDocument } from '../types'
import { decodeText } from './decode'
import { splitFaqPage } from './faqPage'
import { splitFrontMatter } from './frontMatter'
import { replaceInlineHtml } from './inlineHtml'
import { stripLiquid } from './liquid'
import { type Fields, readMetadata } from './metadata'
import { splitTitle } from './title'

/** A Markdown file: one document, or an FAQ for each question of an FAQ page. Front matter gives title and metadata; template tags and raw HTML become text. */
export const loadMarkdown: Loader = async function* ({ key, bytes }) {
  yield* readMarkdown({ key, text: decodeText(bytes), toMarkdown: stripLiquid })
}

/** Documents from Markdown with front matter. `toMarkdown` takes out what is no Markdown, before raw HTML is turned into it. */
export function readMarkdown(given: {
  key: string
  text: string
  toMarkdown: (body: string, fields: Fields) => string
}): SourceDocument[] {
  const { key, text, toMarkdown } = given
  const { fields, body } = splitFrontMatter(text)
  const name = fields['title']
  const named = typeof name === 'string' || typeof name === 'number' ? toMarkdown(String(name), fields) : null
  const { title, markdown } = splitTitle({
    markdown: replaceInlineHtml(toMarkdown(body, fields)),
    given: named,
    key,
  })
  const question = typeof fields['question'] === 'string' ? { question: fields['question'] } : {}
  return splitFaqPage({
    key,
    title: question.question ?? title,
    markdown: markdown || redirect(fields, title),
    ...question,
    metadata: readMetadata(fields),
    line: 1,
  })
}

/** A page without text that forwards its readers (`redirect_to`, as Jekyll has it) says where to. */
function redirect(fields: Fields, title: string): string {
  const target = fields['redirectto']
  return typeof target === 'string' ? `${title}: [${target}](${target})` : ''
}
