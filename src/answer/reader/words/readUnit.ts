import { cellsOf } from '../../markdown'
import { termsOf } from '../../terms'
import { sliceOf, type PlacedUnit, type UnitSource } from '../../units/placedUnits'

/** A unit's terms, by where they stand; read once for each unit, which lives as long as its release is remembered. */
export interface UnitTerms {
  own: ReadonlySet<string>
  leads: ReadonlySet<string>
  /** Of what names it: a row's first cell, what stands before an item's colon; each of several things that it names. */
  labels: readonly ReadonlySet<string>[]
  /** Of the innermost heading over it. */
  heading: ReadonlySet<string>
  /** Of the title and of the headings over it. */
  over: ReadonlySet<string>
  /** All of these. */
  all: ReadonlySet<string>
  /** Its own words in order. */
  order: readonly string[]
}

const read = new WeakMap<object, UnitTerms>()

/** @see UnitTerms */
export function termsOfUnit(placed: PlacedUnit, locale: string): UnitTerms {
  const before = read.get(placed.unit)
  if (before) return before
  const own = termsOf(placed.text, locale)
  const leads = termsOf(placed.leads.join(' '), locale)
  const over = termsOf([placed.passage.document.title, ...placed.headingPath].join(' '), locale)
  const labels = [
    labelOf(placed),
    ...labelOf(placed).split(/,|\/|\s(?:or|and|oder|und|ou|et|o|y)\s/),
  ].flatMap((name) => {
    const named = termsOf(name, locale)
    return named.size > 0 ? [named] : []
  })
  const heading = termsOf(placed.headingPath.at(-1) ?? '', locale)
  const terms = {
    own,
    leads,
    over,
    labels,
    heading,
    all: new Set([...own, ...leads, ...over]),
    order: [...own],
  }
  read.set(placed.unit, terms)
  return terms
}

/** Of so few words is what stands before a colon a name. */
const MOST_NAMING = 6

function labelOf({ unit, passage, text }: PlacedUnit): string {
  if (unit.kind === 'row') return cellsOf(sliceOf(passage, unit))?.[0] ?? ''
  const named = unit.kind === 'item' ? /^([^:.]{1,60}):\s/.exec(text)?.[1] : undefined
  return named && named.split(/\s+/).length <= MOST_NAMING ? named : ''
}

/** A text that units are read from, and the title of its document. */
export type TitledSource = UnitSource & { document: { title: string } }

/** What is embedded of a unit: never without what must be shown with it. */
export const embeddedText = ({ passage, headingPath, leads, text }: PlacedUnit<TitledSource>): string =>
  [
    [passage.document.title, ...headingPath.filter((heading) => heading !== passage.document.title)].join(
      ' > ',
    ),
    ...leads,
    text,
  ].join('\n')
