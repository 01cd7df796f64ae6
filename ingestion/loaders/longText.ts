import { cutMarkdown } from '../../src/markdown/pieces'
import type { Loader, SourceDocument } from '../types'
import { rowKeys } from './rowKeys'

/** Some 16,000 words, 40 pages: nobody signs more at once, and no step with it holds a process for long. In UTF-16 units. */
export const MOST_TEXT = 100_000

/** Cuts what nobody could read before signing it into several texts, and says so. */
export const inReadableTexts = (load: Loader): Loader =>
  async function* (file, signal, limits) {
    for await (const part of load(file, signal, limits)) {
      if ('markdown' in part) yield* cutLongText(part)
      else yield part
    }
  }

/**
 * A text of at most `most` characters as it is; a longer one as several, cut at the headings of the highest rank that makes
 * the parts short enough, else where a block ends. An answer to a question is never cut. Pure.
 */
export function cutLongText(document: SourceDocument, most = MOST_TEXT): SourceDocument[] {
  if (document.question || document.markdown.length <= most) return [document]
  const parts = partsOf(document.markdown, most, 1)
  const keyOf = rowKeys(document.key)
  const { omissions = [], ...rest } = document
  return parts.map((markdown, i) => {
    const name = headingOf(markdown)
    const key = keyOf({ id: undefined, title: name || `part ${i + 1}` })
    const title = `${document.title} (${i + 1} of ${parts.length})${name ? `: ${name}` : ''}`
    const told = { kind: 'cut_up' as const, count: parts.length, example: document.title }
    return Object.assign({}, rest, { key, title, markdown }, i === 0 && { omissions: [...omissions, told] })
  })
}

const DEEPEST = 6

/** Neighbours that fit together stay together. */
function partsOf(text: string, most: number, depth: number): string[] {
  if (text.length <= most) return [text.trim()]
  if (depth > DEEPEST) return pack(blocksOf(text, most), most)
  const sections = sectionsAt(text, depth)
  const parts = sections.length > 1 ? sections : [text]
  return pack(
    parts.flatMap((section) => (section.length > most ? partsOf(section, most, depth + 1) : [section])),
    most,
  )
}

function pack(parts: readonly string[], most: number): string[] {
  const packed: string[] = []
  for (const part of parts) {
    const text = part.trim()
    const last = packed.at(-1)
    if (!text) continue
    if (last !== undefined && last.length + text.length + 2 <= most)
      packed[packed.length - 1] = `${last}\n\n${text}`
    else packed.push(text)
  }
  return packed
}

const FENCE = /^(`{3,}|~{3,})/

/** Cuts before the headings of a rank. Fences are as our own writer has them, at the margin. */
function sectionsAt(text: string, depth: number): string[] {
  const heading = new RegExp(`^#{${depth}} `)
  const starts = [0]
  let fence = ''
  let at = 0
  for (const line of text.split('\n')) {
    const [, mark] = FENCE.exec(line) ?? []
    if (mark && !fence) fence = mark
    else if (fence && line.startsWith(fence)) fence = ''
    else if (!fence && at > 0 && heading.test(line)) starts.push(at)
    at += line.length + 1
  }
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
}

/** Without a heading: where a block ends; where none ends, at a line, and in a line without end anywhere. */
const blocksOf = (text: string, most: number): string[] =>
  cutMarkdown(text, Math.ceil(most / 8)).pieces.flatMap(({ text: piece }) => {
    if (piece.length <= most) return [piece]
    return piece.split(/(?<=\n)/).flatMap((line) => line.match(new RegExp(`[\\s\\S]{1,${most}}`, 'g')) ?? [])
  })

const headingOf = (markdown: string): string =>
  /^#{1,6} +(.+)/
    .exec(markdown)?.[1]
    ?.replace(/[*_`~[\]]/g, '')
    .trim()
    .slice(0, 120) ?? ''
