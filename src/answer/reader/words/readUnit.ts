import { cellsOf } from '../../markdown'
import { termsOf } from '../../terms'
import { sliceOf, type PlacedUnit, type UnitSource } from '../../units/placedUnits'

/** A unit's terms, by where they stand; read once for each unit, which lives as long as its release is remembered. */
export interface UnitTerms {
  own: ReadonlySet<string>
  leads: ReadonlySet<string>
  /** Of what names a row, its first cell, and of each of several things that it names; of no other unit. */
  labels: readonly ReadonlySet<string>[]
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
  const terms = {
    own,
    leads,
    over,
    labels: labelsOf(placed, locale),
    all: new Set([...own, ...leads, ...over]),
    order: [...own],
  }
  read.set(placed.unit, terms)
  return terms
}

function labelsOf({ unit, passage }: PlacedUnit, locale: string): ReadonlySet<string>[] {
  const label = unit.kind === 'row' ? (cellsOf(sliceOf(passage, unit))?.[0] ?? '') : ''
  return [label, ...label.split(/,|\/|\s(?:or|and|oder|und|ou|et|o|y)\s/)]
    .map((name) => termsOf(name, locale))
    .filter(({ size }) => size > 0)
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
