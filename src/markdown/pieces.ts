/** A longer text is read piece by piece: a parser's time and memory grow faster than its text. In UTF-16 units. */
const PIECE_CHARACTERS = 3_000

/** A part of a text that reads as it does within the whole. */
export interface Piece {
  /** Offset of its first character, and how many lines stand before it. */
  start: number
  line: number
  text: string
  /** It begins with the next item of the list that the piece before ends with, after a blank line or without one. */
  continues: 'loose' | 'tight' | null
}

export interface Cut {
  pieces: Piece[]
  /** The line that defines each reference and note, the first of each name. */
  definitions: ReadonlyMap<string, string>
}

/**
 * Cuts Markdown where a new block begins for certain: at an unindented line below a blank one, or at the next item of a list
 * at the margin; never inside a fence or raw HTML. Pure, and takes time with the length of the text.
 */
export function cutMarkdown(text: string, size = PIECE_CHARACTERS): Cut {
  if (text.length <= size)
    return { pieces: [{ start: 0, line: 0, text, continues: null }], definitions: NONE }
  const scan = new Scan(size)
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    scan.line(text.slice(at, end < 0 ? text.length : end), at)
    at = end < 0 ? text.length : end + 1
  }
  const pieces = scan.cuts.map((cut, i) => ({
    ...cut,
    text: text.slice(cut.start, scan.cuts[i + 1]?.start ?? text.length),
  }))
  return { pieces, definitions: scan.definitions }
}

/** As references name it: whatever its case and its blanks. */
export const labelOf = (written: string): string => written.trim().replace(/\s+/g, ' ').toUpperCase()

const NONE: ReadonlyMap<string, string> = new Map()
const FENCE = /^ {0,3}(?:>[ \t]?)*(`{3,}(?=[^`]*$)|~{3,})/
const DEFINITION = /^[ \t>]*\[((?:[^\]\\]|\\.){1,999})\]:/
const HTML_OPEN: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]
const LIST_ITEM = /^(?:([-+*])|\d{1,9}([.)]))(?=[ \t]+\S)/
/** What looks like an item and is a rule. */
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/
/** A letter or a heading's mark: a list, a quotation, a table and a paragraph before it are over. */
const BEGINS = /^(?:\p{L}|#{1,6}[ \t])/u

class Scan {
  readonly definitions = new Map<string, string>()
  readonly cuts: Omit<Piece, 'text'>[] = [{ start: 0, line: 0, continues: null }]
  #line = 0
  #fence = ''
  #html: RegExp | null = null
  #blank = true
  /** A definition of which only the label was seen. */
  #open = ''
  /** Of the list at the margin that goes on here. */
  #marker = ''

  constructor(readonly size: number) {}

  line(line: string, at: number): void {
    if (!this.#fence && !this.#html) this.#look(line, at)
    this.#follow(line)
    this.#blank = line.trim() === ''
    this.#line++
  }

  #look(line: string, at: number): void {
    this.#define(line)
    const item = RULE.test(line) ? null : LIST_ITEM.exec(line)
    const marker = item?.[1] ?? item?.[2] ?? ''
    const long = at - (this.cuts.at(-1)?.start ?? 0) >= this.size
    if (long && marker && marker === this.#marker) this.#cut(at, this.#blank ? 'loose' : 'tight')
    else if (long && this.#blank && BEGINS.test(line)) this.#cut(at, null)
    if (marker) this.#marker = marker
    else if (/^\S/.test(line) && (this.#blank || !BEGINS.test(line))) this.#marker = ''
  }

  /** What it refers to may stand on the next line. */
  #define(line: string): void {
    const words = line.replace(/^[ \t>]+/, '').trimEnd()
    if (this.#open && words) this.definitions.set(this.#open, `${this.definitions.get(this.#open)}\n${words}`)
    this.#open = ''
    const [whole, label] = DEFINITION.exec(line) ?? []
    const name = label === undefined ? '' : labelOf(label)
    if (!whole || !name || this.definitions.has(name)) return
    this.definitions.set(name, words)
    if (line.slice(whole.length).trim() === '') this.#open = name
  }

  #cut(start: number, continues: Piece['continues']): void {
    this.cuts.push({ start, line: this.#line, continues })
  }

  #follow(line: string): void {
    if (this.#fence) {
      if (new RegExp(`^[ \\t>]*${this.#fence[0]}{${this.#fence.length},}[ \\t]*\\r?$`).test(line))
        this.#fence = ''
    } else if (this.#html) {
      if (this.#html.test(line)) this.#html = null
    } else {
      this.#fence = FENCE.exec(line)?.[1] ?? ''
      const html = HTML_OPEN.find(([open]) => open.test(line))
      if (!this.#fence && html && !html[1].test(line.replace(html[0], ''))) this.#html = html[1]
    }
  }
}
