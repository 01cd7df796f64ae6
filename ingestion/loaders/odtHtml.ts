import type { CheerioAPI } from 'cheerio'
import type { Omissions } from '../omissions'
import { loweredText, raisedText } from './superscript'
import { escapeHtml, spans, type XmlElement } from './xml'
import { formatCount } from './word/count'

/**
 * The body of an OpenDocument text as HTML, or null when there is none. Elements by the names of the OpenDocument 1.3
 * schema (OASIS), parts 3.5 to 3.9.
 */
export function odtToHtml(content: CheerioAPI, styles: CheerioAPI, omissions: Omissions): string | null {
  const [body] = content('office\\:body > office\\:text').toArray()
  if (!body) return null
  const reader: Reader = { xml: content, styles: new Map(), lists: new Map(), omissions, notes: [], said: '' }
  for (const xml of [styles, content]) {
    for (const style of xml('style\\:style').toArray())
      reader.styles.set(style.attribs['style:name'] ?? '', readStyle(xml, style))
    for (const list of xml('text\\:list-style').toArray())
      reader.lists.set(
        list.attribs['style:name'] ?? '',
        xml(list).children('text\\:list-level-style-number').toArray(),
      )
  }
  const html = inside(reader, body)
  const notes = reader.notes.map((note, i) => `<p>[${i + 1}] ${note}</p>`)
  return [html, ...notes].join('\n')
}

interface Style {
  parent: string
  hidden: boolean
  raised: 'superscript' | 'subscript' | null
  struck: boolean
}

function readStyle(xml: CheerioAPI, style: XmlElement): Style {
  const text = xml(style).children('style\\:text-properties')
  const row = xml(style).children('style\\:table-row-properties')
  const position = /^(super|sub|-?\d+)/.exec(text.attr('style:text-position') ?? '')?.[1] ?? ''
  const raised = position === 'super' || Number(position.replace('%', '')) > 0 ? 'superscript' : null
  const lowered = position === 'sub' || Number(position.replace('%', '')) < 0 ? 'subscript' : null
  return {
    parent: style.attribs['style:parent-style-name'] ?? '',
    hidden: text.attr('text:display') === 'none' || row.attr('table:display') === 'false',
    raised: raised ?? lowered,
    struck: !/^(none|)$/.test(text.attr('style:text-line-through-style') ?? ''),
  }
}

interface Reader {
  xml: CheerioAPI
  styles: Map<string, Style>
  /** The levels of list styles that count. */
  lists: Map<string, XmlElement[]>
  omissions: Omissions
  notes: string[]
  /** The words before, as far as they tell what a raised figure means. */
  said: string
  /** The list that is being read: its style and how deep. */
  list?: { style: string; level: number; count: number }
}

/** Not part of what a reader is told, and counted: comments, deleted passages, hidden text. */
const COUNTED: Record<string, 'comments' | 'deleted_text' | 'hidden_text'> = {
  'office:annotation': 'comments',
  'text:tracked-changes': 'deleted_text',
  'text:hidden-text': 'hidden_text',
  'text:hidden-paragraph': 'hidden_text',
}

/** Generated lists of contents, and what is no text. */
const UNREAD = new Set(
  'text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:user-index text:sequence-decls text:variable-decls text:user-field-decls office:forms text:note-citation office:annotation-end text:ruby-text svg:title svg:desc'.split(
    ' ',
  ),
)

type Rule = (reader: Reader, element: XmlElement) => string

const RULES: Record<string, Rule> = {
  'text:h': (reader, element) => {
    const level = Math.min(6, Math.max(1, Number(element.attribs['text:outline-level'] ?? 1) || 1))
    return `<h${level}>${inside(reader, element)}</h${level}>\n`
  },
  'text:p': (reader, element) => {
    const tag = isTitle(reader, element.attribs['text:style-name']) ? 'h1' : 'p'
    return `<${tag}>${inside(reader, element)}</${tag}>\n`
  },
  'text:list': (reader, element) => {
    const style = element.attribs['text:style-name'] ?? reader.list?.style ?? ''
    const level = (reader.list?.level ?? 0) + 1
    const [format, own] = numberOf(reader, style, level)
    const start = Number(own?.attribs['text:start-value'] ?? 1) || 1
    const tag = format === '1' ? 'ol' : 'ul'
    const items = inside({ ...reader, list: { style, level, count: start - 1 } }, element)
    return `<${tag}${tag === 'ol' && start !== 1 ? ` start="${start}"` : ''}>${items}</${tag}>\n`
  },
  'text:list-item': (reader, element) => {
    const label = labelOf(reader)
    return `<li>${label && `${escapeHtml(label)} `}${inside(reader, element).replace(/^<p>([\s\S]*?)<\/p>/, '$1')}</li>`
  },
  'text:list-header': (reader, element) => `<li>${inside(reader, element)}</li>`,
  'text:section': (reader, element) =>
    element.attribs['text:display'] === 'none'
      ? leaveOut(reader, element, 'hidden_text')
      : inside(reader, element),
  'text:span': (reader, element) => {
    const style = reader.styles.get(element.attribs['text:style-name'] ?? '')
    const html = inside(reader, element)
    const text = reader.xml(element).text()
    if (style?.raised && html === escapeHtml(text)) {
      const before = reader.said.slice(0, Math.max(0, reader.said.length - text.length)).slice(-40)
      return escapeHtml(
        style.raised === 'superscript'
          ? raisedText({ before, text, after: textAfter(element) })
          : loweredText({ before, text }),
      )
    }
    return style?.struck ? `<del>${html}</del>` : html
  },
  'draw:image': (reader, element) => {
    const frame = reader.xml(element).parent()
    const words = (frame.children('svg\\:desc').text() || frame.children('svg\\:title').text()).trim()
    reader.omissions.add(words ? 'images' : 'images_without_alt', words)
    return escapeHtml(words)
  },
  'table:table': (reader, element) => `<table>${inside(reader, element)}</table>\n`,
  'table:table-header-rows': (reader, element) => `<thead>${inside(reader, element)}</thead>`,
  'table:table-row': (reader, element) =>
    /^(collapse|filter)$/.test(element.attribs['table:visibility'] ?? '')
      ? leaveOut(reader, element, 'hidden_text')
      : `<tr>${inside(reader, element)}</tr>`,
  'table:table-cell': (reader, element) => {
    const across = element.attribs['table:number-columns-spanned']
    const down = element.attribs['table:number-rows-spanned']
    const cell = `<td${spans({ across, down })}>${inside(reader, element)}</td>`
    return cell.repeat(Math.min(50, Number(element.attribs['table:number-columns-repeated'] ?? 1) || 1))
  },
  'table:covered-table-cell': () => '',
  'text:a': (reader, element) =>
    `<a href="${escapeHtml(element.attribs['xlink:href'] ?? '')}">${inside(reader, element)}</a>`,
  'text:line-break': () => '<br>',
  'text:tab': () => ' ',
  'text:s': () => ' ',
  'text:note': (reader, element) => {
    const note = inside(reader, element)
      .replace(/<\/?p>/g, '')
      .trim()
    return ` [${reader.notes.push(note)}]`
  },
}

function inside(reader: Reader, element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') {
        reader.said = (reader.said + child.data).slice(-200)
        return escapeHtml(child.data)
      }
      if (child.type !== 'tag' || UNREAD.has(child.name)) return ''
      const counted = COUNTED[child.name]
      if (counted) return leaveOut(reader, child, counted)
      const style = child.attribs['text:style-name'] ?? ''
      if (/^text:(p|h|span)$/.test(child.name) && isHidden(reader, style))
        return leaveOut(reader, child, 'hidden_text')
      if (/^text:(p|h)$/.test(child.name)) reader.said = ''
      return (RULES[child.name] ?? inside)(reader, child)
    })
    .join('')
}

function leaveOut(
  { xml, omissions }: Reader,
  element: XmlElement,
  kind: 'comments' | 'deleted_text' | 'hidden_text',
): string {
  const words = xml(element).text().trim()
  if (words) omissions.add(kind, words)
  return ''
}

/** The text right behind a span. */
const textAfter = (element: XmlElement): string => {
  const next = element.next
  return next?.type === 'text' ? next.data.slice(0, 20) : ''
}

/** How a level of a list counts: `1`, `a`, `I`; '' for marks. */
function numberOf(
  { lists }: Reader,
  style: string,
  level: number,
): [format: string, own: XmlElement | undefined] {
  const own = lists.get(style)?.find(({ attribs }) => attribs['text:level'] === String(level))
  return [own?.attribs['style:num-format'] ?? (own ? '1' : ''), own]
}

const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** What is printed before an item, where that is not a plain number. */
function labelOf(reader: Reader): string {
  if (!reader.list) return ''
  const count = ++reader.list.count
  const [format, own] = numberOf(reader, reader.list.style, reader.list.level)
  if (!FORMATS[format]) return ''
  const { 'style:num-prefix': before = '', 'style:num-suffix': behind = '' } = own?.attribs ?? {}
  return `${before}${formatCount(count, FORMATS[format])}${behind}`
}

function isHidden({ styles }: Reader, style: string): boolean {
  let [name, steps] = [style, 0]
  while (name && steps++ < 10) {
    const own = styles.get(name)
    if (own?.hidden) return true
    name = own?.parent ?? ''
  }
  return false
}

/** Whether a style is the one of titles, or derived from it. */
function isTitle({ styles }: Reader, style: string | undefined): boolean {
  let [name, steps] = [style, 0]
  while (name && steps++ < 10) {
    if (name === 'Title') return true
    name = styles.get(name)?.parent
  }
  return false
}
