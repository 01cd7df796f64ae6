import type { List, ListItem, Nodes, Paragraph, Root, Table } from 'mdast'
import { parseMarkdown } from '../../markdown/read'
import { pointsBack } from './pointsBack'
import { restricts } from './restricts'
import { sentencesIn, trimmed } from './sentences'
import type { Span, Unit } from './types'

/** Reads Markdown into units in order; separators, blank lines and fences between them belong to none. */
export function readUnits(text: string, locale: string): Unit[] {
  const reader = new UnitReader(text, locale)
  reader.readBlocks(parseMarkdown(text))
  return reader.units
}

/** A paragraph that is bold from end to end heads what follows, below every heading that is marked as one. */
const BOLD_LINE = 7
const MAX_BOLD_LINE = 80

class UnitReader {
  readonly units: Unit[] = []
  readonly #text: string
  readonly #locale: string
  #headings: { depth: number; span: Span }[] = []
  #block = 0

  constructor(text: string, locale: string) {
    this.#text = text
    this.#locale = locale
  }

  readBlocks(parent: Root | Extract<Nodes, { type: 'blockquote' | 'footnoteDefinition' }>): void {
    for (const [i, node] of parent.children.entries()) {
      this.#block++
      this.#readBlock(node, this.#leadOf(parent.children[i - 1]))
    }
  }

  #readBlock(node: Nodes, lead: readonly Span[]): void {
    switch (node.type) {
      case 'heading':
        return this.#head(node.depth, spanOf(node))
      case 'paragraph':
      case 'html':
        return isBoldLine(node) ? this.#head(BOLD_LINE, spanOf(node)) : this.#readParagraph(spanOf(node))
      case 'list':
        return this.#readList(node, lead)
      case 'table':
        return this.#readTable(node)
      case 'code':
        return this.#add('code', spanOf(node))
      case 'blockquote':
      case 'footnoteDefinition':
        return this.readBlocks(node)
      default:
    }
  }

  #head(depth: number, span: Span): void {
    this.#headings = [...this.#headings.filter((heading) => heading.depth < depth), { depth, span }]
    this.#add('heading', span)
  }

  #readParagraph(span: Span): void {
    // The rows of a table whose head stands elsewhere are no table to Markdown.
    if (/^\s*\|/.test(this.#text.slice(span.start, span.end))) return this.#readLooseRows(span)
    let before: Unit | null = null
    for (const sentence of sentencesIn(this.#text, span, this.#locale)) {
      const back = before && pointsBack(this.#said(sentence), this.#locale) ? before : null
      this.#add('sentence', sentence, back ? [...back.leads, { start: back.start, end: back.end }] : [])
      before = this.units.at(-1) ?? null
    }
  }

  #readLooseRows({ start, end }: Span): void {
    let at = start
    for (const line of this.#text.slice(start, end).split('\n')) {
      if (!/^[|\s:-]*$/.test(line))
        this.#add('row', trimmed(this.#text, { start: at, end: at + line.length }))
      at += line.length + 1
    }
  }

  #readTable({ children }: Table): void {
    const [header, ...rows] = children
    const lead = header ? [spanOf(header)] : []
    if (rows.length === 0 && header) this.#add('row', spanOf(header))
    for (const row of rows) this.#add('row', spanOf(row), lead)
  }

  #readList({ children, ordered }: List, lead: readonly Span[]): void {
    for (const item of children) this.#readItem(item, ordered ? 'step' : 'item', lead)
  }

  #readItem(item: ListItem, kind: 'step' | 'item', leads: readonly Span[]): void {
    const nested = item.children.findIndex(({ type }) => type === 'list' || type === 'table')
    const own = nested < 0 ? item.children : item.children.slice(0, nested)
    const last = own.at(-1)
    const span = last && { start: spanOf(item).start, end: spanOf(last).end }
    if (span) this.#add(kind, span, leads)
    const within = span ? [...leads, span] : leads
    for (const child of nested < 0 ? [] : item.children.slice(nested))
      if (child.type === 'list') this.#readList(child, within)
      else this.#readBlock(child, within)
  }

  /** The sentence before a list leads in to it when it ends in a colon, announces it, or says that something is not so. */
  #leadOf(before: Nodes | undefined): readonly Span[] {
    if (before?.type !== 'paragraph') return []
    const last = this.units.at(-1)
    if (last?.kind !== 'sentence') return []
    const said = this.#said(last)
    return /:[*_]*$/.test(said) || ANNOUNCES.test(said) || restricts(said)
      ? [...last.leads, { start: last.start, end: last.end }]
      : []
  }

  #said({ start, end }: Span): string {
    return this.#text.slice(start, end)
  }

  #add(kind: Unit['kind'], span: Span, leads: readonly Span[] = []): void {
    const { start, end } = trimmed(this.#text, span)
    if (end <= start) return
    const headings = this.#headings.map((heading) => heading.span)
    const over = kind === 'heading' ? headings.slice(0, -1) : headings
    this.units.push({ kind, start, end, leads, headings: over, block: this.#block })
  }
}

const ANNOUNCES = /\b(?:following|these|below|folgende[nrs]?|diese|suivante?s?|siguientes?)\b/i

const spanOf = ({ position }: Nodes): Span => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

const isBoldLine = (node: Nodes): boolean =>
  node.type === 'paragraph' && isStrongAlone(node) && spanOf(node).end - spanOf(node).start <= MAX_BOLD_LINE

const isStrongAlone = ({ children }: Paragraph): boolean =>
  children.length === 1 && children[0]?.type === 'strong'
