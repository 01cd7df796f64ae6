import { z } from 'zod'
import { RISK_TIERS } from '../vocabulary'

const share = z.number().min(0).max(1)

/** What is known of a calibration from questions that its coefficients were not fitted on. */
export const CalibrationReportSchema = z.strictObject({
  questions: z.number().int(),
  /** Right quotations against the others, by confidence. */
  auroc: share.nullable(),
  calibrationError: share.nullable(),
  /** Per tenth of confidence: how many questions, their mean confidence, and the share that is right. */
  reliability: z.array(
    z.strictObject({ from: share, to: share, count: z.number().int(), confidence: share, right: share }),
  ),
  tiers: z.array(
    z.strictObject({
      tier: z.enum(RISK_TIERS),
      /** At most this share of the answers is wrong ... */
      risk: share,
      /** ... with this probability, on questions like these. */
      certainty: share,
      /** From where on text is quoted. */
      threshold: share,
      /** False: these labels do not bear the promise, and the threshold is the one from before. */
      promised: z.boolean(),
      /** Share of the answerable questions that are answered at the threshold, and of the answers that are right. */
      coverage: share,
      precision: share.nullable(),
    }),
  ),
})
export type CalibrationReport = z.infer<typeof CalibrationReportSchema>
export type TierReport = CalibrationReport['tiers'][number]
