import type { CheerioAPI } from 'cheerio'
import { escapeHtml, spans, type XmlElement } from './xml'

/**
 * The body of an OpenDocument text as HTML, or null when there is none. Elements by the names of the OpenDocument 1.3
 * schema (OASIS), parts 3.5 to 3.9.
 */
export function odtToHtml(content: CheerioAPI, styles: CheerioAPI): string | null {
  const [body] = content('office\\:body > office\\:text').toArray()
  if (!body) return null
  const reader: Reader = { styles: new Map(), numbered: new Set(), notes: [] }
  for (const xml of [styles, content]) {
    for (const { attribs } of xml('style\\:style').toArray())
      reader.styles.set(attribs['style:name'] ?? '', attribs['style:parent-style-name'] ?? '')
    for (const list of xml('text\\:list-style').toArray())
      if (xml(list).children('text\\:list-level-style-number').attr('text:level') === '1')
        reader.numbered.add(list.attribs['style:name'] ?? '')
  }
  const html = inside(reader, body)
  const notes = reader.notes.map((note, i) => `<p>[${i + 1}] ${note}</p>`)
  return [html, ...notes].join('\n')
}

interface Reader {
  /** A style's name and the one it is derived from. */
  styles: Map<string, string>
  /** List styles that count. */
  numbered: Set<string>
  notes: string[]
}

/** Not part of what a reader is told: comments, deleted passages, generated lists of contents. */
const UNREAD = new Set(
  'office:annotation text:tracked-changes text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:user-index text:sequence-decls text:variable-decls text:user-field-decls office:forms text:hidden-text text:hidden-paragraph text:note-citation'.split(
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
    const tag = reader.numbered.has(element.attribs['text:style-name'] ?? '') ? 'ol' : 'ul'
    return `<${tag}>${inside(reader, element)}</${tag}>\n`
  },
  'text:list-item': (reader, element) =>
    `<li>${inside(reader, element).replace(/^<p>([\s\S]*?)<\/p>/, '$1')}</li>`,
  'text:list-header': (reader, element) => `<li>${inside(reader, element)}</li>`,
  'text:section': (reader, element) =>
    element.attribs['text:display'] === 'none' ? '' : inside(reader, element),
  'table:table': (reader, element) => `<table>${inside(reader, element)}</table>\n`,
  'table:table-row': (reader, element) => `<tr>${inside(reader, element)}</tr>`,
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
      if (child.type === 'text') return escapeHtml(child.data)
      if (child.type !== 'tag' || UNREAD.has(child.name)) return ''
      return (RULES[child.name] ?? inside)(reader, child)
    })
    .join('')
}

/** Whether a style is the one of titles, or derived from it. */
function isTitle({ styles }: Reader, style: string | undefined): boolean {
  let [name, steps] = [style, 0]
  while (name && steps++ < 10) {
    if (name === 'Title') return true
    name = styles.get(name)
  }
  return false
}
