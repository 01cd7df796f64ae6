import { seeded } from '../../scripts/bench/random'
import { percentile } from './percentile'

export interface Interval {
  low: number
  high: number
}

/**
 * Percentile bootstrap (Efron 1979): `statistic` over samples of `rows` drawn with replacement. The same rows and seed
 * give the same interval. For a paired comparison a row is a pair, and the statistic a difference. Null when the
 * statistic of no sample exists.
 */
export const bootstrap = <Row>(o: {
  rows: readonly Row[]
  statistic: (rows: readonly Row[]) => number | null
  samples?: number
  /** Share of the samples that lie inside. */
  level?: number
  seed?: number
}): Interval | null => {
  const { rows, statistic, samples = 1_000, level = 0.95, seed = 1 } = o
  if (rows.length === 0) return null
  const random = seeded(seed)
  const values = Array.from({ length: samples }, () =>
    statistic(Array.from({ length: rows.length }, () => rows[random.below(rows.length)] as Row)),
  ).filter((value) => value !== null)
  const tail = (100 * (1 - level)) / 2
  const [low, high] = [percentile(values, tail), percentile(values, 100 - tail)]
  return low === null || high === null ? null : { low, high }
}
