import type { RankedPassage } from '../../../retrieval/types'
import { unitsOfPassage, type PlacedUnit, type UnitSource } from '../../units/placedUnits'

/** What is read at once: some units of one passage, as a customer would see them. */
export interface ReadWindow<P extends UnitSource = RankedPassage> {
  /** The title, then headings, leads and units, in the order of the text. */
  lines: { text: string; unit: PlacedUnit<P> | null }[]
}

/** A cross-encoder's time grows with what it reads: about 110 tokens. */
const MOST_CHARACTERS = 450

/**
 * The units of the passages in windows, in the order of the passages and of their texts. Each window begins with what must be
 * shown with its first unit; no unit is cut, and none is in two windows.
 */
export function windowsOf<P extends UnitSource & { document: { title: string } }>(
  passages: readonly P[],
): ReadWindow<P>[] {
  const seen = new Set<string>()
  return passages.flatMap((passage) => {
    const units = unitsOfPassage(passage).filter(({ unit }) => {
      const key = `${passage.releaseId} ${unit.start}`
      return unit.kind !== 'code' && !seen.has(key) && seen.add(key)
    })
    return packed(units).map((some) => ({ lines: written(passage.document.title, some) }))
  })
}

function packed<P extends UnitSource>(units: readonly PlacedUnit<P>[]): PlacedUnit<P>[][] {
  const windows: PlacedUnit<P>[][] = []
  let length = Infinity
  for (const unit of units) {
    length += unit.text.length
    if (length > MOST_CHARACTERS) {
      windows.push([])
      length = unit.text.length
    }
    windows.at(-1)?.push(unit)
  }
  return windows
}

function written<P extends UnitSource>(
  title: string,
  placed: readonly PlacedUnit<P>[],
): ReadWindow<P>['lines'] {
  const lines: ReadWindow<P>['lines'] = [{ text: title, unit: null }]
  let over: readonly string[] = []
  for (const unit of placed) {
    const above = [unit.headingPath.filter((heading) => heading !== title).join(' > '), ...unit.leads]
    // What the line before stands under is not said again.
    lines.push(
      ...above.flatMap((text, i) => (text !== '' && over[i] !== text ? [{ text, unit: null }] : [])),
      { text: unit.text, unit },
    )
    over = above
  }
  return lines
}
