import { describe, expect, it } from 'vitest'
import { choleskyRoot, solveWith } from '../../evals/turns/cholesky'
import { mulberry32 } from '../../scripts/mulberry32'

describe('the solver that the classifier of turns is fitted with', () => {
  it.each([1, 5, 128, 129, 300])('solves %i equations', (size) => {
    const random = mulberry32(size)
    const half = Array.from({ length: size }, () => Array.from({ length: 8 }, () => random() - 0.5))
    const matrix = half.map((a, i) =>
      half.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k]!, i === j ? 0.5 : 0)),
    )
    const solution = Array.from({ length: size * 2 }, () => random() - 0.5)
    const sides = matrix.flatMap((row) =>
      [0, 1].map((side) => row.reduce((sum, value, j) => sum + value * solution[j * 2 + side]!, 0)),
    )
    const found = solveWith(
      choleskyRoot(size, (i) => matrix[i]!.slice(0, i + 1)),
      sides,
      2,
    )
    found.forEach((value, i) => expect(value).toBeCloseTo(solution[i]!, 3))
  })
})
