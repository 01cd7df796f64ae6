import type { DiffBlock } from './diff'
import type { Run } from './diffWords'
import { LINK_TARGET } from './markdownBlocks'

/** The words that a comment is about, as W3C’s text quote selector keeps them. */
export interface Quote {
  id: string
  exact: string
  prefix: string | null
  suffix: string | null
}

/** Where quoted words stand in a new text: characters of its kept and added runs, counted through all its blocks. */
export interface Place {
  id: string
  start: number
  end: number
}

/**
 * Finds each quote in the new text of a difference, however white space, cells and link targets lie between its words; where
 * the words occur several times, the place whose surroundings agree best (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * A quote whose words are gone has no place.
 */
export const placesOf = (blocks: readonly DiffBlock[], quotes: readonly Quote[]): Place[] => {
  if (!quotes.length) return []
  const { text, at } = readableText(blocks)
  return quotes.flatMap((quote) => {
    const exact = spaced(quote.exact)
    const starts = exact ? occurrences(text, exact) : []
    const best = starts
      .map((start) => ({ start, agrees: agreement(text, start, start + exact.length, quote) }))
      .toSorted((a, b) => b.agrees - a.agrees)[0]
    const [first, last] = best ? [at[best.start], at[best.start + exact.length - 1]] : []
    return first === undefined || last === undefined ? [] : [{ id: quote.id, start: first, end: last + 1 }]
  })
}

/** A piece of a run, with the comments that are about it and those that end with it. */
export interface Piece extends Run {
  /** Its name among the pieces of its cell. */
  key: string
  about: string[]
  ends: string[]
}

/**
 * The runs of one cell, cut where passages begin and end.
 * @param offset of the cell’s first character in the new text.
 */
const cutAtPassages = (
  runs: readonly Run[],
  offset: number,
  places: readonly Place[],
): { pieces: Piece[]; end: number } => {
  let at = offset
  const pieces = runs.flatMap((run): Piece[] => {
    if (run.change === 'removed') return [{ ...run, key: `${at}-`, about: [], ends: [] }]
    const [from, to] = [at, at + run.text.length]
    at = to
    const cuts = places.flatMap(({ start, end }) => [start, end]).filter((cut) => from < cut && cut < to)
    const edges = [...new Set([from, ...cuts, to])].toSorted((a, b) => a - b)
    return edges.slice(0, -1).map((start, i) => {
      const end = edges[i + 1] ?? to
      return {
        key: `${start}+`,
        change: run.change,
        text: run.text.slice(start - from, end - from),
        about: places.filter((place) => place.start < end && start < place.end).map(({ id }) => id),
        ends: places.filter((place) => start < place.end && place.end <= end).map(({ id }) => id),
      }
    })
  })
  return { pieces, end: at }
}

/** Runs about which nothing was said. */
export const uncommented = (runs: readonly Run[]): Piece[] => cutAtPassages(runs, 0, []).pieces

/** Every cell of every block, cut where passages begin and end: by block, then by cell. */
export const piecesOf = (blocks: readonly DiffBlock[], places: readonly Place[]): Piece[][][] => {
  let offset = 0
  return blocks.map(({ cells }) =>
    cells.map((runs) => {
      const { pieces, end } = cutAtPassages(runs, offset, places)
      offset = end
      return pieces
    }),
  )
}

/** The new text as it is read and selected, and for each of its characters which character of the runs it is. */
const readableText = (blocks: readonly DiffBlock[]): { text: string; at: (number | undefined)[] } => {
  let [text, offset] = ['', 0]
  const at: (number | undefined)[] = []
  const separate = (by: string) => {
    if (!text) return
    const missing = text.endsWith(' ') ? by.trimEnd() : by
    text += missing
    at.push(...Array.from({ length: missing.length }, () => undefined))
  }
  for (const { cells } of blocks)
    cells
      .map((runs) => runs.flatMap(({ change, text: words }) => (change === 'removed' ? [] : words)).join(''))
      .forEach((cell, column, all) => {
        if (cell.trim()) separate(column > 0 && all.slice(0, column).some((each) => each.trim()) ? ', ' : ' ')
        const hidden = [...cell.matchAll(new RegExp(LINK_TARGET, 'gu'))]
        for (let i = 0; i < cell.length; i++) {
          const character = cell.charAt(i).replace(/\s/, ' ')
          const isHidden = hidden.some(({ index, 0: found }) => index <= i && i < index + found.length)
          if (isHidden || (character === ' ' && (text.endsWith(' ') || !text))) continue
          text += character
          at.push(offset + i)
        }
        offset += cell.length
      })
  return { text, at }
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const occurrences = (text: string, exact: string): number[] => {
  const found: number[] = []
  for (let i = text.indexOf(exact); i >= 0; i = text.indexOf(exact, i + 1)) found.push(i)
  return found
}

/** How many characters before and after agree with what stood there when the words were selected. */
const agreement = (text: string, start: number, end: number, { prefix, suffix }: Quote): number =>
  sharedEnd(spaced(text.slice(Math.max(0, start - 120), start)), spaced(prefix ?? '')) +
  sharedStart(spaced(text.slice(end, end + 120)), spaced(suffix ?? ''))

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const sharedEnd = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
