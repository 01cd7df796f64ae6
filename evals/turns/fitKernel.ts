import type { VectorTable } from '../../src/retrieval/vectorTable'
import { choleskyRoot, solveWith } from './cholesky'
import { likenesses, type Examples, type TurnNumbers } from '../../src/answer/turn/examples'

/** Strength of the penalty: how far an example may speak for itself alone. */
const PENALTY = 0.1

/**
 * Kernel ridge regression (Saunders, Gammerman and Vovk 1998): the weights with which the examples, as far as a message is like
 * them, come nearest to every example’s own labels. Solved exactly, so that same examples give same numbers.
 * @param targets of each example, label after label. @returns weights in the same order.
 */
export function fitKernel(o: {
  examples: Examples
  turns: readonly TurnNumbers[]
  vectors: VectorTable | null
  dimensions: number
  targets: Float32Array
  labels: number
}): Float32Array {
  const { examples, turns, vectors, dimensions, targets, labels } = o
  const root = choleskyRoot(turns.length, (i) => {
    const vector = vectors?.vectors.subarray(i * dimensions, (i + 1) * dimensions) ?? null
    const row = likenesses({ examples, turn: turns[i]!, vectors, vector }).subarray(0, i + 1)
    row[i]! += PENALTY
    return row
  })
  return Float32Array.from(solveWith(root, targets, labels))
}
