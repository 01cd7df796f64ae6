import type { Heading, Paragraph, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { basename, dirname, extname } from 'node:path/posix'
import { parseMarkdown } from '../../src/markdown/read'
import { spanOf } from '../blocks'

/** A title for a document that has none: "returns/gift_cards-2024.md" is "Gift cards 2024", "taxes/index.md" is "Taxes". */
export function humaniseFileName(key: string): string {
  const name = basename(key, extname(key))
  const folder = basename(dirname(key))
  const telling = /^(index|readme)$/i.test(name) && folder && folder !== '.' ? folder : name
  const words = telling.replace(/[_\-\s]+/g, ' ').trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * Finds a Markdown body's title and takes its heading out of the body. The title is the one given (front matter), else
 * the first level-one heading, else (`unstyled`) a first line that reads as one, else the file's name. A heading that only repeats the given title is taken out too.
 */
export function splitTitle({
  markdown,
  given,
  key,
  unstyled = false,
}: {
  markdown: string
  given?: string | null
  key: string
  /** Whether its format lets people write a title as a line like any other, which is bold or stands alone. */
  unstyled?: boolean
}): {
  title: string
  markdown: string
} {
  const root = parseMarkdown(markdown)
  const heading = titleHeading(root) ?? (unstyled ? titleLine(root) : undefined)
  const text = heading ? oneLine(toString(heading, { includeHtml: false })) : ''
  const title = oneLine(given ?? '') || text || humaniseFileName(key)
  if (!heading || !text || !sameWords(text, title)) return { title, markdown: markdown.trim() }
  const { start, end } = spanOf(heading)
  return {
    title,
    markdown: `${markdown.slice(0, start).trimEnd()}\n\n${markdown.slice(end).trimStart()}`.trim(),
  }
}

const titleHeading = (root: Root): Heading | undefined =>
  root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1)

/** No title is longer, in characters. */
const LONGEST_TITLE = 100

/**
 * The first line of a text that has no heading at all, where it reads as a title: short, no sentence, and bold as a whole or
 * followed by something longer.
 */
function titleLine({ children: [first, second, ...rest] }: Root): Paragraph | undefined {
  if (first?.type !== 'paragraph' || !second || [second, ...rest].some(({ type }) => type === 'heading'))
    return
  const text = toString(first, { includeHtml: false }).trim()
  if (!/\p{L}/u.test(text) || /\n/.test(text) || text.length > LONGEST_TITLE) return
  if (first.children.some(({ type }) => type === 'break' || type === 'image' || type === 'link')) return
  const bold = first.children.every(({ type }) => type === 'strong' || type === 'emphasis')
  const isSentence = /[.,;:!…。]$/u.test(text)
  if (isSentence && !(bold && !text.endsWith(','))) return
  return bold || toString(second).length > text.length ? first : undefined
}

export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Two titles that differ in nothing but signs and capitals. */
export const sameWords = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
