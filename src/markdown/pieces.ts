/** Larger texts are read in pieces, so that no turn of the event loop takes long. */
const PIECE_CHARACTERS = 6_000

interface DefinitionLine {
  /** In lower case, as references name it. */
  label: string
  line: string
}

/**
 * Cuts Markdown where a new block begins for certain: at an unindented line below a blank one, or at an item of a long
 * list; never inside a fence or raw HTML. The lines that define references and notes are found on the way.
 */
export function cutMarkdown(
  text: string,
  size = PIECE_CHARACTERS,
): { pieces: string[]; definitions: DefinitionLine[] } {
  if (text.length <= size * 2) return { pieces: [text], definitions: [] }
  const scan = new Scan(size)
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    scan.line(text.slice(at, end < 0 ? text.length : end), at)
    at = next
  }
  return { pieces: scan.pieces(text), definitions: scan.definitions }
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const DEFINITION = /^ {0,3}\[((?:[^\]\\]|\\.)+)\]:[ \t]*\S/
const HTML_OPEN: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]
const LIST_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=\s)/

class Scan {
  readonly definitions: DefinitionLine[] = []
  readonly #cuts: number[] = []
  #last = 0
  #fence = ''
  #html: RegExp | null = null
  #blank = true
  #inList = false
  readonly size: number

  constructor(size: number) {
    this.size = size
  }

  line(line: string, at: number): void {
    const inside = this.#fence !== '' || this.#html !== null
    if (!inside) {
      const [, label] = DEFINITION.exec(line) ?? []
      if (label) this.definitions.push({ label: label.toLowerCase(), line: line.trim() })
      if (this.#mayCut(line) && at - this.#last >= this.size) this.#cut(at)
      if (LIST_ITEM.test(line)) this.#inList = true
      else if (this.#blank && /^\S/.test(line)) this.#inList = false
    }
    this.#follow(line)
    this.#blank = line.trim() === ''
  }

  pieces(text: string): string[] {
    const starts = [0, ...this.#cuts]
    return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
  }

  #mayCut(line: string): boolean {
    if (!/^\S/.test(line)) return false
    return LIST_ITEM.test(line) ? this.#inList || this.#blank : this.#blank
  }

  #cut(at: number): void {
    this.#cuts.push(at)
    this.#last = at
  }

  #follow(line: string): void {
    if (this.#fence) {
      if (new RegExp(`^ {0,3}${this.#fence[0]}{${this.#fence.length},}[ \\t]*$`).test(line)) this.#fence = ''
    } else if (this.#html) {
      if (this.#html.test(line)) this.#html = null
    } else {
      this.#fence = FENCE.exec(line)?.[1] ?? ''
      const html = HTML_OPEN.find(([open]) => open.test(line))
      if (!this.#fence && html && !html[1].test(line.replace(html[0], ''))) this.#html = html[1]
    }
  }
}
