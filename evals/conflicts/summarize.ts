import { LIKELY } from '../../src/proofs/conflicts/findConflicts'
import type { JudgedPair } from './judgePair'
import type { ConflictPair } from './pairs'

/** How well conflicts were found. */
export interface ConflictSummary {
  pairs: number
  precision: number
  recall: number
  /** By kind of pair: how many were judged as they are. */
  right: Partial<Record<ConflictPair['kind'], { right: number; of: number }>>
  wrong: {
    id: string
    kind: ConflictPair['kind']
    conflict: boolean
    likelihood: number
    sides: readonly string[]
  }[]
}

/** Pure. */
export function summarizeConflicts(judged: readonly JudgedPair[]): ConflictSummary {
  const said = judged.filter(({ likelihood }) => likelihood >= LIKELY)
  const truly = judged.filter(({ pair }) => pair.conflict)
  const both = said.filter(({ pair }) => pair.conflict).length
  const isRight = ({ pair, likelihood }: JudgedPair) => pair.conflict === likelihood >= LIKELY
  const right: ConflictSummary['right'] = {}
  for (const each of judged) {
    const counts = (right[each.pair.kind] ??= { right: 0, of: 0 })
    counts.of += 1
    if (isRight(each)) counts.right += 1
  }
  return {
    pairs: judged.length,
    precision: said.length === 0 ? 1 : both / said.length,
    recall: truly.length === 0 ? 1 : both / truly.length,
    right,
    wrong: judged
      .filter((each) => !isRight(each))
      .map(({ pair: { id, kind, conflict }, likelihood, sides }) => ({
        id,
        kind,
        conflict,
        likelihood,
        sides,
      })),
  }
}
