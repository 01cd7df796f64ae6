import { FEATURES } from '../../src/answer/features'
import type { Calibration } from '../../src/answer/calibration'
import { RISK_TIERS, type RiskTier } from '../../src/vocabulary'
import { auroc } from '../metrics/auroc'
import { expectedCalibrationError, reliability, type ReliabilityBin } from '../metrics/calibrationError'
import { riskCoverage } from '../metrics/riskCoverage'
import { fitLogistic, type LabelledRow } from './fitLogistic'
import { promisedThreshold } from './riskControl'

/** A question that was asked, with the features of what would be quoted and whether that would be right. */
export interface LabelledQuestion {
  features: Record<string, number>
  right: boolean
  /** Whether the texts answer it at all. */
  answerable: boolean
}

/** What is known of a calibration from questions that its coefficients were not fitted on. */
export interface CalibrationReport {
  questions: number
  /** Right quotations against the others, by confidence. */
  auroc: number | null
  calibrationError: number | null
  reliability: ReliabilityBin[]
  tiers: TierReport[]
}

export interface TierReport {
  tier: RiskTier
  /** At most this share of the answers is wrong ... */
  risk: number
  /** ... with this probability, on questions like these. */
  certainty: number
  /** Null: that cannot be promised from these labels, and the threshold is one that nothing reaches. */
  threshold: number | null
  /** Share of the answerable questions that are answered at the threshold, and of the answers that are right. */
  coverage: number
  precision: number | null
}

/** What words alone cannot know. */
const OF_DENSE = new Set<string>(['denseTop', 'denseLift', 'legsAgree'])
/** What confidence is computed from; the other features are told for explanation. */
const FITTED = [
  'denseTop',
  'denseLift',
  'wordsFirst',
  'quotedScore',
  'quotedCoverage',
  'rareCoverage',
  'namesAbsent',
  'names',
  'length',
] as const satisfies readonly (typeof FEATURES)[number][]
const FOLDS = 10
const CERTAINTY = 0.95
/** Nothing is this sure. */
const UNREACHED = 1

/**
 * Fits confidence on labelled questions, and chooses each tier's threshold by conformal risk control on the confidences
 * that each question gets from a fit without it (ten folds). Deterministic.
 * @param groups questions by where they come from; each group weighs the same.
 * @param risks the share of wrong answers that each tier bears.
 */
export const fitCalibration = (o: {
  id: string
  groups: readonly (readonly LabelledQuestion[])[]
  /** The same or other questions, searched by words alone. */
  wordsAlone: readonly (readonly LabelledQuestion[])[]
  risks: Record<RiskTier, number>
  noCoverage: number
}): { calibration: Calibration; report: CalibrationReport } => {
  const rows = weighted(o.groups)
  const judged = heldOut(rows)
  const tiers = RISK_TIERS.map((tier) => tierReport(judged, tier, o.risks[tier]))
  const thresholds = Object.fromEntries(
    tiers.map(({ tier, threshold }) => [tier, threshold ?? UNREACHED]),
  ) as Record<RiskTier, number>
  const bins = reliability(judged)
  return {
    calibration: {
      id: o.id,
      withDense: fit(rows, FITTED),
      wordsAlone: fit(
        weighted(o.wordsAlone),
        FITTED.filter((name) => !OF_DENSE.has(name)),
      ),
      thresholds: ascending(thresholds),
      noCoverage: o.noCoverage,
    },
    report: {
      questions: judged.length,
      auroc: auroc(judged.map(({ confidence, right }) => ({ score: confidence, positive: right }))),
      calibrationError: expectedCalibrationError(bins),
      reliability: bins,
      tiers,
    },
  }
}

type Row = LabelledRow & { answerable: boolean }

const weighted = (groups: readonly (readonly LabelledQuestion[])[]): Row[] => {
  const all = groups.reduce((sum, group) => sum + group.length, 0)
  return groups.flatMap((group) =>
    group.map(({ features, right, answerable }) => ({
      features,
      answered: right,
      answerable,
      weight: all / (groups.length * group.length),
    })),
  )
}

/** Each question's confidence from a fit that never saw it. */
const heldOut = (rows: readonly Row[]) => {
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fit(
      rows.filter((_, i) => i % FOLDS !== fold),
      FITTED,
    ),
  )
  return rows.map(({ features, answered, answerable }, i) => ({
    confidence: confidenceBy(fits[i % FOLDS] ?? NO_FIT, features),
    right: answered,
    answerable,
  }))
}

const NO_FIT = { intercept: 0, weights: {} }

const fit = (rows: readonly Row[], names: readonly string[]): Calibration['withDense'] => {
  const { intercept, weights } = fitLogistic({ rows, names })
  const short = (value: number) => Number(value.toFixed(3))
  return {
    intercept: short(intercept),
    weights: Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, short(value)])),
  }
}

const confidenceBy = (
  { intercept, weights }: Calibration['withDense'],
  features: Record<string, number>,
): number => {
  const sum = Object.entries(weights).reduce(
    (total, [name, weight]) => total + weight * (features[name] ?? 0),
    intercept,
  )
  return 1 / (1 + Math.exp(-sum))
}

const tierReport = (
  judged: readonly { confidence: number; right: boolean; answerable: boolean }[],
  tier: RiskTier,
  risk: number,
): TierReport => {
  const promised = promisedThreshold({ judged, risk, certainty: CERTAINTY })
  const point = riskCoverage(judged).find(({ threshold }) => threshold === promised?.threshold)
  return {
    tier,
    risk,
    certainty: CERTAINTY,
    threshold: promised ? Number(promised.threshold.toFixed(3)) : null,
    coverage: point?.answerableCoverage ?? 0,
    precision: point ? 1 - point.risk : null,
  }
}

/** A riskier tier never asks for less than one below it. */
const ascending = (thresholds: Record<RiskTier, number>): Record<RiskTier, number> => {
  let least = 0
  return Object.fromEntries(
    RISK_TIERS.map((tier) => [tier, (least = Math.max(least, thresholds[tier]))]),
  ) as Record<RiskTier, number>
}
