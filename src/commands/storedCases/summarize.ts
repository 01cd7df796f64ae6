import type { CaseOutcome } from './caseOutcome'

/** What a run of stored cases comes to; shares are 0 to 1 and null where there is nothing to share, times in ms. */
export interface StoredNumbers {
  questions: number
  right: number
  rightShare: number | null
  /** Of what was answered, the share that is right. */
  precisionAnswered: number | null
  /** Of what should be answered, the share that was. */
  coverage: number | null
  leaks: number
  p50: number | null
  p95: number | null
}

export const summarize = (results: readonly CaseOutcome[]): StoredNumbers => {
  const right = results.filter(({ problem }) => problem === null)
  const answered = results.filter(({ outcome }) => outcome === 'answered')
  const answerable = results.filter(({ expected }) => expected === 'answered')
  const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return {
    questions: results.length,
    right: right.length,
    rightShare: share(right.length, results.length),
    precisionAnswered: share(answered.filter(({ problem }) => problem === null).length, answered.length),
    coverage: share(answerable.filter(({ outcome }) => outcome === 'answered').length, answerable.length),
    leaks: results.filter(({ leaked }) => leaked).length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  }
}

const share = (part: number, whole: number): number | null => (whole ? part / whole : null)

/** By nearest rank, of times in ascending order. */
const percentile = (times: readonly number[], rank: number): number | null =>
  times[Math.max(0, Math.ceil(rank * times.length) - 1)] ?? null
