import { bootstrap, type Interval } from './bootstrap'
import { mean } from './mean'

/** How much more one way scores than another on the same questions, with its interval. */
export interface PairedDifference extends Interval {
  difference: number
  questions: number
}

/** The mean of `b - a` over the questions that both were scored on, and its bootstrap interval; null without any. */
export const pairedDifference = (
  pairs: readonly { a: number | null; b: number | null }[],
): PairedDifference | null => {
  const differences = pairs.flatMap(({ a, b }) => (a === null || b === null ? [] : [b - a]))
  const difference = mean(differences)
  const interval = bootstrap({ rows: differences, statistic: mean })
  return difference === null || interval === null
    ? null
    : { difference, ...interval, questions: differences.length }
}
