import type { Passage } from '../retrieval/types'
import type { PlacedUnit } from './units/placedUnits'
import { restricts } from './units/restricts'

/**
 * The headings that must be said with a unit, outermost first: of an item or row the innermost, which it continues, unless a
 * lead-in says what it is or the names of a table's columns do; of any unit those that restrict it, the title of a policy among them. The title of an FAQ is what was
 * asked.
 */
export function headingsToSay(
  passage: Pick<Passage, 'document'>,
  { unit, headingPath }: Pick<PlacedUnit, 'unit' | 'headingPath'>,
): string[] {
  const { collection, title } = passage.document
  // Its first heading often says the title again.
  const path = headingPath.filter((heading) => heading !== title)
  const continues =
    (unit.kind === 'item' || unit.kind === 'step' || unit.kind === 'row') && unit.leads.length === 0
  return [
    ...(collection === 'policies' && restricts(title) ? [title] : []),
    ...path.filter((heading, i) => restricts(heading) || (continues && i === path.length - 1)),
  ]
}
