import type { CheerioAPI } from 'cheerio'
import type { Omissions } from '../omissions'
import { paragraphsToHtml, wordsOf } from './pptxText'
import { escapeHtml, spans, type XmlElement } from './xml'

/** One slide as HTML: its title as a heading, its shapes in reading order, its notes under a heading of their own. */
export function slideToHtml(given: {
  slide: CheerioAPI
  notes: CheerioAPI | null
  /** Counted from 1, for a slide without a title. */
  number: number
  /** The first slide may be the title of the whole. */
  isFirst: boolean
  /** Charts and diagrams as HTML, by their ids. */
  graphics: ReadonlyMap<string, string>
  omissions: Omissions
}): string {
  const { slide, notes, number, isFirst } = given
  const [title] = slide('p\\:sp')
    .filter((_, shape) => isTitle(slide, shape))
    .toArray()
  const words = title ? wordsOf(slide, title) : ''
  const shapes = inReadingOrder(slide, slide('p\\:spTree').first().children().toArray())
  const body = shapes
    .map((shape) => (shape === title ? '' : shapeToHtml({ ...given, slide }, shape)))
    .join('\n')
  const said = notes ? notesToHtml(notes) : ''
  if (!words && !body.trim() && !said) return ''
  const ofTheWhole = isFirst && title && placeholderOf(slide, title) === 'ctrTitle' && words
  const heading = ofTheWhole
    ? `<h1>${escapeHtml(words)}</h1>`
    : `<h2>${escapeHtml(words || `Slide ${number}`)}</h2>`
  return [heading, body, said].join('\n')
}

/** What the layout means a shape for; undefined for one that was drawn freely. */
function placeholderOf(slide: CheerioAPI, shape: XmlElement): string | undefined {
  const placeholder = slide(shape).find('> p\\:nvSpPr p\\:ph, > p\\:nvPicPr p\\:ph')
  return placeholder.length ? (placeholder.attr('type') ?? 'obj') : undefined
}

const isTitle = (slide: CheerioAPI, shape: XmlElement) =>
  /^(title|ctrTitle)$/.test(placeholderOf(slide, shape) ?? '')

/** On every slide alike: the date, the footer, the number. */
const FURNITURE = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg'])
const BULLETED = new Set(['obj', 'body'])

interface Shown {
  slide: CheerioAPI
  graphics: ReadonlyMap<string, string>
  omissions: Omissions
}

function shapeToHtml(shown: Shown, shape: XmlElement): string {
  const { slide, graphics, omissions } = shown
  const named = slide(shape).find('p\\:cNvPr').first()
  if (/^(1|true)$/.test(named.attr('hidden') ?? '')) {
    omissions.add('hidden_text', slide(shape).text())
    return ''
  }
  if (shape.name === 'p:grpSp') {
    return inReadingOrder(slide, slide(shape).children().toArray())
      .map((child) => shapeToHtml(shown, child))
      .join('\n')
  }
  const placeholder = placeholderOf(slide, shape)
  if (placeholder && FURNITURE.has(placeholder)) return ''
  if (shape.name === 'p:sp')
    return paragraphsToHtml(slide, shape, { bulleted: BULLETED.has(placeholder ?? '') })
  if (shape.name === 'p:graphicFrame') {
    const found = slide(shape).find('dgm\\:relIds, c\\:chart').toArray()
    const figures = found.map(({ attribs }) => graphics.get(attribs['r:dm'] ?? attribs['r:id'] ?? '') ?? '')
    return [tablesToHtml(slide, shape), ...figures].filter(Boolean).join('\n')
  }
  if (shape.name !== 'p:pic') return ''
  const alternative = named.attr('descr')?.trim()
  omissions.add(alternative ? 'images' : 'images_without_alt', alternative)
  return alternative ? `<p>${escapeHtml(alternative)}</p>` : ''
}

function tablesToHtml(slide: CheerioAPI, frame: XmlElement): string {
  const cell = (tc: XmlElement) =>
    tc.attribs['hMerge'] || tc.attribs['vMerge']
      ? ''
      : `<td${spans({ across: tc.attribs['gridSpan'], down: tc.attribs['rowSpan'] })}>${paragraphsToHtml(slide, tc, { bulleted: false })}</td>`
  const row = (tr: XmlElement) => `<tr>${slide(tr).children('a\\:tc').toArray().map(cell).join('')}</tr>`
  return slide(frame)
    .find('a\\:tbl')
    .toArray()
    .map((table) => `<table>${slide(table).children('a\\:tr').toArray().map(row).join('')}</table>`)
    .join('\n')
}

function notesToHtml(notes: CheerioAPI): string {
  const body = notes('p\\:sp')
    .filter((_, shape) => placeholderOf(notes, shape) === 'body')
    .toArray()
  const said = body.map((shape) => paragraphsToHtml(notes, shape, { bulleted: false })).join('\n')
  return said.trim() ? `<h3>Notes</h3>\n${said}` : ''
}

/** Shapes whose tops are nearer than this stand side by side: a quarter of an inch in EMU. */
const SAME_ROW = 228_600

/**
 * From the top down and, side by side, from the left. Where a shape takes its place from the layout, nothing is known
 * of its height on the slide, and the order of the file holds, which is the one screen readers follow.
 */
function inReadingOrder(slide: CheerioAPI, shapes: XmlElement[]): XmlElement[] {
  const content = shapes.filter((shape) => /^p:(sp|grpSp|graphicFrame|pic)$/.test(shape.name))
  const found = content.filter((shape) => !isTitle(slide, shape)).map((shape) => placed(slide, shape))
  if (found.some(({ y }) => Number.isNaN(y))) return content
  found.sort((a, b) => a.y - b.y)
  const rows: (typeof found)[] = []
  for (const one of found) {
    const top = rows.at(-1)?.[0]
    if (top && one.y - top.y < SAME_ROW) rows.at(-1)?.push(one)
    else rows.push([one])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x).map(({ shape }) => shape))
}

function placed(slide: CheerioAPI, shape: XmlElement): { shape: XmlElement; x: number; y: number } {
  const offset = slide(shape).find(
    '> p\\:spPr > a\\:xfrm > a\\:off, > p\\:grpSpPr > a\\:xfrm > a\\:off, > p\\:xfrm > a\\:off',
  )
  return { shape, x: Number(offset.attr('x') ?? Number.NaN), y: Number(offset.attr('y') ?? Number.NaN) }
}
