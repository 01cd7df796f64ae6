import {
  findConflicts,
  statedUnitsOf,
  weighPairs,
  type ConflictPorts,
} from '../../src/proofs/conflicts/findConflicts'
import { differingPairs, type ConflictSource } from '../../src/proofs/conflicts/pairs'
import { overlap } from '../../src/proofs/conflicts/scope'
import type { ConflictPair } from './pairs'

/** What was made of a pair. */
export interface JudgedPair {
  pair: ConflictPair
  /** How likely it conflicts; 0 where nobody can be told both, or nothing differs. */
  likelihood: number
  sides: readonly string[]
}

/** Judges a pair as a draft is judged beside a text in force. */
export async function judgePair(pair: ConflictPair, ports: ConflictPorts): Promise<JudgedPair> {
  if (!overlap(pair.a, pair.b)) return { pair, likelihood: 0, sides: [] }
  const [found] = await findConflicts(differingPairs(unitsOf(pair, 'a'), unitsOf(pair, 'b')), ports)
  return { pair, likelihood: found?.likelihood ?? 0, sides: found?.difference.sides ?? [] }
}

/** The features of every pair of sentences that differ, whether or not somebody can be told both. */
export const featuresOf = async (pair: ConflictPair, ports: ConflictPorts) =>
  weighPairs(differingPairs(unitsOf(pair, 'a'), unitsOf(pair, 'b')), ports)

const unitsOf = (pair: ConflictPair, which: 'a' | 'b') => statedUnitsOf(sourceOf(pair, which))

function sourceOf(pair: ConflictPair, which: 'a' | 'b'): ConflictSource {
  const { title, text, collection } = pair[which]
  return {
    releaseId: `${pair.id}${which}`,
    text,
    start: 0,
    end: text.length,
    releaseText: text,
    headingPath: [],
    locale: 'en-GB',
    document: { id: `${pair.id}${which}`, collection, title },
  }
}
