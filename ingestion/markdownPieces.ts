/** From this length on a text is parsed piece by piece. In UTF-16 units. */
export const LONG = 16 * 1024

/** A part of a text that is parsed as it would be within the whole. */
export interface Piece {
  /** Offset of its first character, and how many lines stand before it. */
  start: number
  line: number
  text: string
}

/**
 * Cuts a long Markdown text where no block goes on: before a line that begins a paragraph or a heading at the margin,
 * after a blank one, outside fences and raw HTML. A parser's memory and time grow faster than the text; pieces keep both
 * small. Pure.
 */
export function piecesOf(text: string, long = LONG): Piece[] {
  if (text.length <= long) return [{ start: 0, line: 0, text }]
  const pieces: Piece[] = []
  let [start, firstLine] = [0, 0]
  let [at, line, blankBefore] = [0, 0, false]
  let until: RegExp | null = null
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    const words = text.slice(at, next)
    if (until) until = until.test(words) ? null : until
    else {
      if (blankBefore && at - start >= long && BEGINS.test(words)) {
        pieces.push({ start, line: firstLine, text: text.slice(start, at) })
        ;[start, firstLine] = [at, line]
      }
      until = openedBy(words)
    }
    blankBefore = /^[ \t]*\r?\n?$/.test(words)
    at = next
    line++
  }
  return [...pieces, { start, line: firstLine, text: text.slice(start) }]
}

/** A letter or a heading's mark at the margin, after a blank line: lists, quotes, tables and paragraphs are over. */
const BEGINS = /^(\p{L}|#{1,6} )/u

/** What ends that which this line opens, when blank lines do not: a fence, or HTML that may hold them. */
function openedBy(line: string): RegExp | null {
  const fence = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})/.exec(line)?.[1]
  if (fence) return new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*\\r?\\n?$`)
  const html = /^ {0,3}<(script|pre|style|textarea)\b/i.exec(line)?.[1]
  const ends = html
    ? /<\/(script|pre|style|textarea)>/i
    : /^ {0,3}<!--/.test(line)
      ? /-->/
      : /^ {0,3}<\?/.test(line)
        ? /\?>/
        : /^ {0,3}<!\[CDATA\[/.test(line)
          ? /\]\]>/
          : null
  return ends && !ends.test(line) ? ends : null
}
