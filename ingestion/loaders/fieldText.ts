import { load } from 'cheerio'
import { htmlToMarkdown } from './htmlToMarkdown'
import { escapeTags } from './text'

/**
 * A field of a table as Markdown. HTML is read as HTML, with the lines of a field that has none of its own; what else
 * stands in angle brackets ("press <Enter>") are words.
 */
export function fieldToMarkdown(text: string): string {
  const field = text.trim()
  if (!TAG.test(field)) return escapeTags(field)
  const html = field.replace(ANY_TAG, (tag) => (TAG.test(tag) ? tag : `&lt;${tag.slice(1)}`))
  if (BLOCK.test(field)) return htmlToMarkdown(html)
  return MARKDOWN.test(field)
    ? inlineToMarkdown(wordsEscaped(field))
    : htmlToMarkdown(html.replace(/\n/g, '<br>\n'))
}

/** A question or a title: its words on one line, without tags. */
export function fieldToText(text: string): string {
  if (!TAG.test(text) && !ENTITY.test(text)) return text.trim()
  const html = text.replace(ANY_TAG, (tag) => (TAG.test(tag) ? tag : `&lt;${tag.slice(1)}`))
  return load(html.replace(BREAK, ' $&'), {}, false).text().replace(/\s+/g, ' ').trim()
}

const NAMES =
  'a|abbr|address|article|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|ol|p|picture|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video|iframe|script|style'
/** With an attribute's sign, an end or nothing behind the name, so that "<a or b>" are words. */
const TAG = new RegExp(`</?(?:${NAMES})(?:\\s+[\\w:-]+\\s*=[^>]*|\\s*)/?>`, 'i')
const ANY_TAG = /<(?=[a-z/!?])[^<>]*>?/gi
const BLOCK = /<(?:p|div|ul|ol|li|table|h[1-6]|br|blockquote|pre|dl|section|article|hr)\b/i
const BREAK = /<(?:br|p|div|li)\b/gi
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/i
const MARKDOWN = /\*\*\S|\]\(|^\s*(?:[-*+]|\d+\.)\s|^#{1,6}\s/m

const wordsEscaped = (text: string) => text.replace(ANY_TAG, (tag) => (TAG.test(tag) ? tag : `\\${tag}`))

/** Tags among Markdown: those that it has signs for become these, of the others the words stay. */
const inlineToMarkdown = (text: string) =>
  text
    .replace(/<a\s[^>]*href=["']([^"']+)["'][^>]*>([\s\S]*?)<\/a>/gi, '[$2]($1)')
    .replace(/<\/?(?:b|strong)>/gi, '**')
    .replace(/<\/?(?:i|em)>/gi, '_')
    .replace(ANY_TAG, (tag, at: number) => (TAG.test(tag) && text[at - 1] !== '\\' ? '' : tag))
