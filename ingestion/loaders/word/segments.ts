import { loweredText, raisedText } from '../superscript'
import { escapeHtml } from '../xml'

/** A piece of a paragraph that is set in one way. */
export interface Segment {
  text: string
  bold?: boolean
  italic?: boolean
  struck?: boolean
  raised?: 'superscript' | 'subscript'
  /** Where it leads. */
  href?: string
  /** HTML that is no text: a line break, a picture's words. */
  html?: string
}

/** A paragraph's pieces as HTML: pieces set alike are joined, and what is raised is told from what stands round it. */
export function segmentsToHtml(segments: Segment[], { plain = false } = {}): string {
  const told = spelledOut(segments)
  const joined: Segment[] = []
  for (const segment of told) {
    const last = joined.at(-1)
    if (last && !last.html && !segment.html && alike(last, segment, plain)) last.text += segment.text
    else joined.push({ ...segment })
  }
  return joined.map((segment) => segmentHtml(segment, plain)).join('')
}

const alike = (a: Segment, b: Segment, plain: boolean) =>
  a.href === b.href &&
  Boolean(a.struck) === Boolean(b.struck) &&
  (plain || (Boolean(a.bold) === Boolean(b.bold) && Boolean(a.italic) === Boolean(b.italic)))

/** Raised and lowered pieces as text. Pieces that stand raised one after the other are one. */
function spelledOut(segments: Segment[]): Segment[] {
  const grouped: Segment[] = []
  for (const segment of segments) {
    const last = grouped.at(-1)
    if (last?.raised && last.raised === segment.raised && !segment.html && last.href === segment.href)
      last.text += segment.text
    else grouped.push({ ...segment })
  }
  let before = ''
  for (const [i, segment] of grouped.entries()) {
    const { raised } = segment
    const after = grouped[i + 1]?.text ?? ''
    const text = !raised
      ? segment.text
      : raised === 'superscript'
        ? raisedText({ before: before.slice(-40), text: segment.text, after: after.slice(0, 20) })
        : loweredText({ before: before.slice(-40), text: segment.text })
    before += text
    segment.text = raised ? keepSpaces(segment.text, text) : text
    delete segment.raised
  }
  return grouped
}

const keepSpaces = (original: string, told: string) =>
  `${/^\s/.test(original) ? ' ' : ''}${told}${/\s$/.test(original) ? ' ' : ''}`

function segmentHtml({ text, html, bold, italic, struck, href }: Segment, plain: boolean): string {
  let inner = html ?? escapeHtml(text)
  if (!html && !text.trim()) return inner
  if (struck) inner = `<del>${inner}</del>`
  if (italic && !plain) inner = `<em>${inner}</em>`
  if (bold && !plain) inner = `<strong>${inner}</strong>`
  return href ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner
}
