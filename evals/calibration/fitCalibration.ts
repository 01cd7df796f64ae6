import { FEATURES } from '../../src/answer/features'
import type { Calibration } from '../../src/answer/calibration'
import type { CalibrationReport, TierReport } from '../../src/answer/calibrationReport'
import { likelihood } from '../../src/answer/logistic'
import { VouchError } from '../../src/errors'
import { RISK_TIERS, type RiskTier } from '../../src/vocabulary'
import { auroc } from '../metrics/auroc'
import { expectedCalibrationError, reliability } from '../metrics/calibrationError'
import type { Judged } from '../metrics/riskCoverage'
import { fitLogistic, type LabelledRow, type LogisticFit } from './fitLogistic'
import { promisedThreshold } from './riskControl'

/** A question that was asked, with the features of what would be quoted and whether that would be right. */
export interface LabelledQuestion {
  features: Record<string, number>
  right: boolean
  /** Whether the texts answer it at all. */
  answerable: boolean
}

/** What words alone cannot know; their first score is always 1 once it is normalised. */
const OF_DENSE = new Set<string>(['denseTop', 'denseLift', 'quotedScore'])
/** What confidence is computed from; the other features are told for explanation. */
const FITTED = [
  'denseTop',
  'denseLift',
  'wordsFirst',
  'quotedScore',
  'quotedCoverage',
  'rareCoverage',
  'phrasing',
  'namesAbsent',
  'names',
  'length',
] as const satisfies readonly (typeof FEATURES)[number][]
const FOLDS = 10
const CERTAINTY = 0.95
/** With fewer, chance would choose the thresholds. */
const FEWEST = 30

/**
 * Fits confidence on labelled questions, and chooses each tier's threshold by risk control on the confidences that each
 * question gets from a fit without it (ten folds). Deterministic.
 * @throws {VouchError} when there are too few questions, or all are of one kind.
 */
export const fitCalibration = (o: {
  id: string
  /** Questions by where they come from; each group weighs the same. */
  groups: readonly (readonly LabelledQuestion[])[]
  /** The same or other questions, searched by words alone. Without any, what words alone are worth stays as it was. */
  wordsAlone: readonly (readonly LabelledQuestion[])[]
  /** The share of wrong answers that each tier bears. */
  risks: Record<RiskTier, number>
  /** What counted so far: thresholds that cannot be promised stay. */
  before: Calibration
  /** Whether few questions move `before` little; else they alone decide. */
  around: boolean
}): { calibration: Calibration; report: CalibrationReport } => {
  const { before } = o
  const rows = weighted(o.groups)
  assertEnough(rows)
  const fitDense = fitter(FITTED, o.around ? before.withDense : undefined)
  const fitWords = fitter(
    FITTED.filter((name) => !OF_DENSE.has(name)),
    o.around ? before.wordsAlone : undefined,
  )
  const judged = heldOut(rows, fitDense)
  const tiers: TierReport[] = []
  for (const tier of RISK_TIERS)
    tiers.push(
      tierReport({
        judged,
        tier,
        risk: o.risks[tier],
        before: before.thresholds[tier],
        least: tiers.at(-1)?.threshold ?? 0,
      }),
    )
  const bins = reliability(judged)
  return {
    calibration: {
      id: o.id,
      withDense: fitDense(rows),
      wordsAlone: o.wordsAlone.flat().length ? fitWords(weighted(o.wordsAlone)) : before.wordsAlone,
      thresholds: Object.fromEntries(
        tiers.map(({ tier, threshold }) => [tier, threshold]),
      ) as Calibration['thresholds'],
      noCoverage: before.noCoverage,
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

const assertEnough = (rows: readonly Row[]): void => {
  const right = rows.filter(({ answered }) => answered).length
  if (rows.length >= FEWEST && right > 0 && right < rows.length) return
  throw new VouchError(
    `A calibration needs at least ${FEWEST} questions, some that are quoted rightly and some that are not; here are ${rows.length}, ${right} of them right. Keep more eval cases in Try it, also of what no text answers.`,
  )
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

type Fit = (rows: readonly Row[]) => LogisticFit

/** Each question's confidence from a fit that never saw it. */
const heldOut = (rows: readonly Row[], fit: Fit): Judged[] => {
  const fits = Array.from({ length: FOLDS }, (_, fold) => fit(rows.filter((_, i) => i % FOLDS !== fold)))
  return rows.map(({ features, answered, answerable }, i) => ({
    confidence: likelihood(fits[i % FOLDS] ?? NO_FIT, features),
    right: answered,
    answerable,
  }))
}

const NO_FIT = { intercept: 0, weights: {} }

const fitter =
  (names: readonly string[], around: LogisticFit | undefined): Fit =>
  (rows) => {
    const { intercept, weights } = fitLogistic({ rows, names, ...(around && { around }) })
    const short = (value: number) => Number(value.toFixed(3))
    return {
      intercept: short(intercept),
      weights: Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, short(value)])),
    }
  }

const tierReport = (o: {
  judged: readonly Judged[]
  tier: RiskTier
  risk: number
  /** What counted so far. */
  before: number
  /** A riskier tier never asks for less than the one below it. */
  least: number
}): TierReport => {
  const { judged, tier, risk, least } = o
  const promised = promisedThreshold({ judged, risk, certainty: CERTAINTY })
  // What is promised holds for every line above too.
  const threshold = Math.max(least, promised ? Math.ceil(promised.threshold * 1000) / 1000 : o.before)
  const answers = judged.filter(({ confidence }) => confidence >= threshold)
  const answerable = judged.filter((each) => each.answerable).length
  return {
    tier,
    risk,
    certainty: CERTAINTY,
    threshold,
    promised: promised !== null,
    coverage: answerable ? answers.filter((each) => each.answerable).length / answerable : 0,
    precision: answers.length ? answers.filter(({ right }) => right).length / answers.length : null,
  }
}
