import type { RankedPassage } from '../../retrieval/types'
import { stripMarkdown } from '../markdown'
import { unitsOf, type Unit } from '../units'
import { findQuote } from './fold'

/** What a generated sentence rests on: the whole sentences, items or rows in which its quotes stand. */
export interface Evidence {
  passage: RankedPassage
  /** Within the passage's text; a list's lead-in or a table's header row first. */
  spans: { start: number; end: number }[]
  /** The spans' words. */
  text: string
}

/** A quote of more units than this is no quote of a sentence. */
const MOST_UNITS = 3

/**
 * The evidence that `quote` points at, for each place where it stands in `passage`; none when it does not. Whole units,
 * never the quote alone: a quote that begins after “not” says the opposite of its sentence. Headings state nothing.
 */
export const evidenceOf = (passage: RankedPassage, quote: string): Evidence[] => {
  const places = findQuote(passage.text, quote)
  if (places.length === 0) return []
  const units = unitsOf(passage.text, passage.locale)
  return places.flatMap(({ start, end }) => {
    const within = units.filter((unit) => unit.start < end && unit.end > start)
    const stating = within.filter(({ kind }) => kind !== 'heading' && kind !== 'code')
    if (stating.length === 0 || stating.length > MOST_UNITS) return []
    return [toEvidence(passage, stating)]
  })
}

const toEvidence = (passage: RankedPassage, units: readonly Unit[]): Evidence => {
  const context = units.find((unit) => unit.context)?.context
  const own = units.map(({ start, end }) => ({ start, end }))
  const spans = context && !own.some(({ start }) => start === context.start) ? [context, ...own] : own
  const text = spans.map(({ start, end }) => stripMarkdown(passage.text.slice(start, end))).join(' ')
  return { passage, spans, text }
}
