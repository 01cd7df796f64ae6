import type { Calibration } from '../src/answer/calibration'

/** The same calibration with every threshold at 0: whatever can be quoted is answered. */
export const neverUnsure = (calibration: Calibration): Calibration => ({
  ...calibration,
  noCoverage: 0,
  thresholds: { standard: 0, sensitive: 0, regulated: 0 },
})
