import type { RankedPassage } from '../../retrieval/types'
import { unitsOfPassage, type PlacedUnit } from '../units/placedUnits'
import type { Span } from '../units/types'
import { findQuote } from './fold'
import { turningHeadings } from './turningHeadings'

/** What a generated sentence rests on: the whole sentences, items or rows in which its quotes stand. */
export interface Evidence {
  passage: RankedPassage
  /** Within the release's text; a list's lead-in or a table's header row first. */
  spans: Span[]
  /** The spans' words, behind the headings that turn what they mean. */
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
  const units = unitsOfPassage(passage)
  return places.flatMap((place) => {
    const [start, end] = [place.start + passage.start, place.end + passage.start]
    const stating = units.filter(({ unit }) => unit.start < end && unit.end > start && unit.kind !== 'code')
    if (stating.length === 0 || stating.length > MOST_UNITS) return []
    return [toEvidence(passage, stating)]
  })
}

const toEvidence = (passage: RankedPassage, units: readonly PlacedUnit[]): Evidence => {
  const own = units.map(({ unit: { start, end } }) => ({ start, end }))
  const leads = (units.find(({ unit }) => unit.leads.length > 0)?.unit.leads ?? []).filter(
    (lead) => !own.some(({ start }) => start === lead.start),
  )
  const { document } = passage
  const headings = [
    ...(document.collection === 'policies' ? [document.title] : []),
    ...units.flatMap(({ headingPath }) => headingPath),
  ]
  const turning = [...new Set(turningHeadings(headings))].map((heading) => `${heading}:`)
  const text = [...(units[0]?.leads ?? []), ...units.map((unit) => unit.text)].join(' ')
  return { passage, spans: [...leads, ...own], text: [...turning, text].join(' ') }
}
