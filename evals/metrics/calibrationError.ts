import type { Judged } from './riskCoverage'

/** The answers whose confidence lies in [from, to): their mean confidence, and the share that is right. */
export interface ReliabilityBin {
  from: number
  to: number
  count: number
  confidence: number
  right: number
}

/** The reliability curve: bins of equal width over 0 to 1, the last one closed; empty ones are left out. */
export const reliability = (answers: readonly Judged[], bins = 10): ReliabilityBin[] =>
  Array.from({ length: bins }, (_, i) => {
    const inside = answers.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === i)
    return {
      from: i / bins,
      to: (i + 1) / bins,
      count: inside.length,
      confidence: inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
      right: inside.filter(({ right }) => right).length / inside.length,
    }
  }).filter(({ count }) => count > 0)

/**
 * Expected calibration error (Naeini 2015): how far confidence is from the share that is right, on average over the bins,
 * each by its count. Null without answers.
 */
export const expectedCalibrationError = (bins: readonly ReliabilityBin[]): number | null => {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  return bins.reduce(
    (sum, { count, confidence, right }) => sum + (count / total) * Math.abs(confidence - right),
    0,
  )
}
