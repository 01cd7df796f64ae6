import type { Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { type Span, spanOf } from './blocks'

/** Says whether a stretch of text is small enough for one chunk. */
export type Fits = (text: string) => boolean

/** A span to pack; rows of a table that stand without its head carry the names of its columns. */
export interface Unit extends Span {
  columns?: string
}

/**
 * The smallest spans that a chunk is packed from, in order, each of which fits: a whole block where it can be,
 * else its rows, items or quoted blocks, else sentences, else words, else a hard cut.
 */
export function unitsOf({ text, blocks, fits }: { text: string; blocks: RootContent[]; fits: Fits }): Unit[] {
  return blocks.flatMap((block) => split({ text, node: block, fits })).filter((unit) => unit.end > unit.start)
}

const SENTENCES = new Intl.Segmenter('en-u-ss-standard', { granularity: 'sentence' })
const UNSEEN = new Set(['thematicBreak', 'definition'])

function split({ text, node, fits }: { text: string; node: Nodes; fits: Fits }): Unit[] {
  if (UNSEEN.has(node.type) || isComment(node)) return []
  const span = trim(text, spanOf(node))
  if (fits(text.slice(span.start, span.end))) return [span]
  if (node.type === 'code' || node.type === 'html')
    return pieces(text, span, linesOf).flatMap(toFit(text, fits, wordsOf))
  const parts = partsOf(node)
  if (parts.length === 0) return pieces(text, span, sentencesOf).flatMap(toFit(text, fits, wordsOf))
  const units = parts.flatMap((part) =>
    Array.isArray(part) ? toFit(text, fits, wordsOf)(enclosing(part)) : split({ text, node: part, fits }),
  )
  const marked = withMarker(units, span.start)
  const [head] = node.type === 'table' ? node.children : []
  return head ? withColumns(marked, { columns: columnNames(head), until: spanOf(head).end }) : marked
}

/** "Zone | Up to 5 kg"; '' for a table without names. */
export const columnNames = (head: Nodes): string =>
  'children' in head
    ? head.children
        .map((cell) => toString(cell, { includeHtml: false }).replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join(' | ')
    : ''

const withColumns = (units: Span[], { columns, until }: { columns: string; until: number }): Unit[] =>
  columns ? units.map((unit) => (unit.start < until ? unit : { ...unit, columns })) : units

/** Children that may stand in different chunks. A table's header row stays with its first row, or it is no table. */
function partsOf(node: Nodes): (Nodes | Nodes[])[] {
  if (node.type === 'table') {
    const [header, first, ...rest] = node.children
    const head = [header, first].filter((row) => row !== undefined)
    return [head, ...rest.map((row) => [row])]
  }
  const divisible = ['list', 'listItem', 'blockquote', 'footnoteDefinition']
  return divisible.includes(node.type) && 'children' in node ? node.children : []
}

/** The first unit of an item or a quote begins with its marker ("3. ", "> "). */
const withMarker = (units: Unit[], start: number): Unit[] =>
  units.map((unit, i) => (i === 0 ? { ...unit, start } : unit))

const enclosing = (nodes: Nodes[]): Span => ({
  start: Math.min(...nodes.map((node) => spanOf(node).start)),
  end: Math.max(...nodes.map((node) => spanOf(node).end)),
})

type Cut = (text: string) => Iterable<{ segment: string }>

/** A line break inside a paragraph ends no sentence, so it is read as a space. */
const sentencesOf: Cut = (text) => SENTENCES.segment(text.replace(/[\r\n]/g, ' '))
const linesOf: Cut = (text) => text.split(/(?<=\n)/).map((segment) => ({ segment }))
const wordsOf: Cut = (text) => text.split(/(?<=\s)(?=\S)/).map((segment) => ({ segment }))
/** For text without spaces: pieces that are certain to fit, never between the halves of a surrogate pair. */
const anywhere: Cut = (text) =>
  (text.match(/[\s\S]{1,40}(?<![\uD800-\uDBFF])|[\s\S]/g) ?? []).map((segment) => ({ segment }))

function pieces(text: string, span: Span, cut: Cut): Span[] {
  const found: Span[] = []
  let start = span.start
  for (const { segment } of cut(text.slice(span.start, span.end))) {
    const piece = trim(text, { start, end: start + segment.length })
    if (piece.end > piece.start) found.push(piece)
    start += segment.length
  }
  return found
}

/** Cuts a span finer where it does not fit, then joins the crumbs up to the largest spans that do. */
const toFit =
  (text: string, fits: Fits, cut: Cut) =>
  (span: Span): Span[] => {
    if (fits(text.slice(span.start, span.end))) return [span]
    if (cut === anywhere) return join(text, pieces(text, span, anywhere), fits)
    return join(text, pieces(text, span, cut).flatMap(toFit(text, fits, anywhere)), fits)
  }

function join(text: string, crumbs: Span[], fits: Fits): Span[] {
  const joined: Span[] = []
  for (const crumb of crumbs) {
    const last = joined.at(-1)
    if (last && fits(text.slice(last.start, crumb.end))) last.end = crumb.end
    else joined.push({ ...crumb })
  }
  return joined
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

const isComment = (node: Nodes) => node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value.trim())
