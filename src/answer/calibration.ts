import { z } from 'zod'
import { RISK_TIERS } from '../vocabulary'
import artefact from './calibration.json'
import { FEATURES } from './features'

const Coefficients = z.strictObject({
  intercept: z.number(),
  /** One a feature; a feature that is not named counts nothing. */
  weights: z.partialRecord(z.enum(FEATURES), z.number()),
})

/** A versioned calibration: `evals/calibrate.ts` fits it, `id` goes on every receipt. */
export const CalibrationSchema = z.strictObject({
  id: z.string().min(1),
  withDense: Coefficients,
  /** For answers found by words alone: the embedder or its index was away. */
  wordsAlone: Coefficients,
  /** Lowest confidence at which a tier's text is quoted. */
  thresholds: z.strictObject(
    Object.fromEntries(RISK_TIERS.map((tier) => [tier, z.number().min(0).max(1)])) as Record<
      (typeof RISK_TIERS)[number],
      z.ZodNumber
    >,
  ),
  /** Below this nothing on the subject was found at all: no_coverage rather than insufficient. */
  noCoverage: z.number().min(0).max(1),
})
export type Calibration = z.infer<typeof CalibrationSchema>

/** The calibration that ships with this version. */
export const defaultCalibration: Calibration = CalibrationSchema.parse(artefact)
