import type { CaseRecord } from '../caseRecord'
import { auroc } from '../metrics/auroc'
import { bootstrap, type Interval } from '../metrics/bootstrap'
import { expectedCalibrationError, reliability, type ReliabilityBin } from '../metrics/calibrationError'
import {
  aurc,
  coverageAtPrecision,
  precisionAtCoverage,
  riskCoverage,
  type RiskPoint,
} from '../metrics/riskCoverage'

export interface ConfidenceSummary {
  /** Answerable against unanswerable questions of knowledge, by confidence, and its interval. */
  auroc: number | null
  aurocInterval: Interval | null
  /** Every line that could be drawn, whichever is. */
  curve: RiskPoint[]
  aurc: number | null
  /** Share of right answers when 70 % of the answerable are answered. */
  precisionAt70: number | null
  /** The line that answers most while 95 % of the answers are right. */
  at95: RiskPoint | null
  /** Confidence against the share of quotations that are right. */
  ece: number | null
  reliability: ReliabilityBin[]
}

/** Whether confidence tells right from wrong, whatever threshold is set. */
export const confidenceOf = (records: readonly CaseRecord[]): ConfidenceSummary => {
  const ofKnowledge = records.filter(({ answerable }) => answerable !== null)
  const scored = ofKnowledge.flatMap(({ confidence, answerable }) =>
    confidence === null ? [] : [{ score: confidence, positive: answerable === true }],
  )
  const judged = ofKnowledge.flatMap(({ confidence, wouldBeRight, answerable }) =>
    confidence === null || wouldBeRight === null
      ? []
      : [{ confidence, right: wouldBeRight, answerable: answerable === true }],
  )
  const curve = riskCoverage(judged, {
    questions: ofKnowledge.length,
    answerable: ofKnowledge.filter(({ answerable }) => answerable).length,
  })
  const bins = reliability(judged)
  return {
    auroc: auroc(scored),
    aurocInterval: bootstrap({ rows: scored, statistic: auroc, samples: 500 }),
    curve,
    aurc: aurc(curve),
    precisionAt70: precisionAtCoverage(curve, 0.7),
    at95: coverageAtPrecision(curve, 0.95),
    ece: expectedCalibrationError(bins),
    reliability: bins,
  }
}
