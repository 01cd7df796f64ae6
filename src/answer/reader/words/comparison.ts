import { coverage } from '../../terms'
import type { Compared } from '../../understand/compared'
import { isBeside } from '../../units/placedUnits'
import type { LikelyUnit } from './verdictFeatures'

/** A unit speaks of a side from this share of its terms on; what a question says around a side takes the rest. */
const SPEAKS = 0.5
/** Units that are looked at. */
const MOST = 60

/**
 * What a comparison is answered from: two rows or items of one table or list, each of one side, or one unit that tells of both.
 * Null where no one place speaks of both sides.
 */
export function unitsCompared(units: readonly LikelyUnit[], compared: Compared): LikelyUnit[] | null {
  const read = units
    .slice(0, MOST)
    .map((unit) => ({ unit, sides: compared.map((side) => speaks(unit, side)) }))
  const pair = bestPair(read)
  const both = read.find(({ sides }) => sides.every((share) => share >= SPEAKS))
  if (both && (!pair || both.unit.probability >= Math.max(...pair.map(({ probability }) => probability))))
    return [both.unit]
  return pair
}

interface Read {
  unit: LikelyUnit
  sides: number[]
}

function bestPair(read: readonly Read[]): LikelyUnit[] | null {
  let best: { units: LikelyUnit[]; worth: number } | null = null
  for (const one of read) {
    const [left = 0, notLeft = 0] = one.sides
    if (left < SPEAKS || left <= notLeft) continue
    for (const other of read) {
      const [notRight = 0, right = 0] = other.sides
      if (right < SPEAKS || right <= notRight || !isBeside(one.unit.placed, other.unit.placed)) continue
      const worth = left + right + one.unit.probability + other.unit.probability
      if (!best || worth > best.worth) best = { units: [one.unit, other.unit], worth }
    }
  }
  return best?.units ?? null
}

const speaks = ({ terms }: LikelyUnit, side: ReadonlySet<string>): number =>
  coverage(side, new Set([...terms.own, ...terms.leads]))
