import type { Payload } from 'payload'
import { defaultCalibration } from '../../src/answer/calibration'
import { approveCalibration, proposeCalibration } from '../../src/commands/calibrations'
import type { User } from '../../payload-types'

/** What is half sure is answered, so that a test of what may be told does not hang on how sure an answer must be. */
export const answerEagerly = async (payload: Payload, approver: User): Promise<void> => {
  const thresholds = { standard: 0.3, sensitive: 0.3, regulated: 0.3 }
  await proposeCalibration(payload, {
    calibration: { ...defaultCalibration, id: 'eager', thresholds },
    report: { questions: 0, auroc: null, calibrationError: null, reliability: [], tiers: [] },
    fittedOn: [],
    embeddingModel: null,
  })
  await approveCalibration(payload, { name: 'eager', user: approver })
}
