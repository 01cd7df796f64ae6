import { termsOf } from '../../terms'
import type { PlacedUnit, UnitSource } from '../../units/placedUnits'

/** A unit's terms, by where they stand; read once for each unit, which lives as long as its release is remembered. */
export interface UnitTerms {
  own: ReadonlySet<string>
  leads: ReadonlySet<string>
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
  const terms = { own, leads, over, all: new Set([...own, ...leads, ...over]), order: [...own] }
  read.set(placed.unit, terms)
  return terms
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
