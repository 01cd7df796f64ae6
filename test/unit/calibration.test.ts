import { describe, expect, it } from 'vitest'
import { fitCalibration, type LabelledQuestion } from '../../evals/calibration/fitCalibration'
import { fitLogistic } from '../../evals/calibration/fitLogistic'
import { promisedThreshold } from '../../evals/calibration/riskControl'
import { mulberry32 } from '../../scripts/mulberry32'
import { defaultCalibration } from '../../src/answer/calibration'

/** Answers whose confidence is true: one of confidence c is right in the share c. */
const calibrated = (count: number, seed: number) => {
  const roll = mulberry32(seed)
  return Array.from({ length: count }, () => {
    const confidence = roll()
    return { confidence, right: roll() < confidence }
  })
}

describe('the line above which few answers are wrong', () => {
  const truth = calibrated(200_000, 1)
  const wrongAbove = (line: number) => {
    const answers = truth.filter(({ confidence }) => confidence >= line)
    return answers.filter(({ right }) => !right).length / answers.length
  }

  it('keeps its promise for at least 95 of 100 draws of labels', () => {
    const broken = Array.from({ length: 300 }, (_, draw) => draw + 10).filter((seed) => {
      const promised = promisedThreshold({ judged: calibrated(400, seed), risk: 0.15, certainty: 0.95 })
      return promised !== null && wrongAbove(promised.threshold) > 0.15
    })
    expect(broken.length).toBeLessThanOrEqual(0.05 * 300)
  })

  it('answers more when more may be wrong', () => {
    const judged = calibrated(10_000, 2)
    const at = (risk: number) => promisedThreshold({ judged, risk, certainty: 0.95 })!.answers
    expect(at(0.3)).toBeGreaterThan(at(0.2))
    expect(at(0.2)).toBeGreaterThan(at(0.1))
  })

  it('is not drawn where nothing can be promised', () => {
    const right = Array.from({ length: 10 }, () => ({ confidence: 0.9, right: true }))
    expect(promisedThreshold({ judged: right, risk: 0.1, certainty: 0.95 })).toBeNull()
    const mixed = Array.from({ length: 400 }, (_, i) => ({ confidence: i / 400, right: i % 2 === 0 }))
    expect(promisedThreshold({ judged: mixed, risk: 0.1, certainty: 0.95 })).toBeNull()
  })

  it('does not part answers that are equally sure', () => {
    const judged = Array.from({ length: 200 }, (_, i) => ({ confidence: 0.8, right: i >= 10 }))
    expect(promisedThreshold({ judged, risk: 0.1, certainty: 0.95 })).toEqual({
      threshold: 0.8,
      answers: 200,
      wrong: 10,
    })
  })
})

describe('a logistic fit', () => {
  const roll = mulberry32(3)
  const rows = (count: number, weight: number) =>
    Array.from({ length: count }, () => {
      const x = roll()
      return { features: { x }, answered: roll() < 1 / (1 + Math.exp(-(weight * x - weight / 2))) }
    })

  it('finds the weights that labels were drawn with', () => {
    const { intercept, weights } = fitLogistic({ rows: rows(20_000, 6), names: ['x'] })
    expect(weights['x']).toBeCloseTo(6, 0)
    expect(intercept).toBeCloseTo(-3, 0)
  })

  it('stays near an earlier fit with few labels, and leaves it with many', () => {
    const around = { intercept: -3, weights: { x: 6 } }
    const contrary = (count: number) => fitLogistic({ rows: rows(count, -6), names: ['x'], around, l2: 5 })
    expect(contrary(6).weights['x']).toBeGreaterThan(0)
    expect(contrary(20_000).weights['x']).toBeCloseTo(-6, 0)
  })
})

describe('a calibration', () => {
  /** Questions that `quotedCoverage` tells apart, labelled rightly unless told otherwise. */
  const questions = (
    count: number,
    seed: number,
    isRight?: (would: boolean) => boolean,
  ): LabelledQuestion[] => {
    const roll = mulberry32(seed)
    return Array.from({ length: count }, () => {
      const quotedCoverage = roll()
      const answerable = roll() < 1 / (1 + Math.exp(-12 * (quotedCoverage - 0.5)))
      const would = answerable && roll() < 0.98
      return { features: { quotedCoverage }, right: isRight?.(would) ?? would, answerable }
    })
  }
  const fit = (groups: LabelledQuestion[][], risk = 0.15) =>
    fitCalibration({
      id: 'test',
      groups,
      wordsAlone: [],
      risks: { standard: risk, sensitive: 0.1, regulated: 0.001 },
      before: defaultCalibration,
      around: false,
    })

  it('says what it promises and what that costs, from questions that each fit never saw', () => {
    const { calibration, report } = fit([questions(3_000, 5)])
    const [standard, sensitive, regulated] = report.tiers
    expect(report.auroc).toBeGreaterThan(0.9)
    expect(report.calibrationError).toBeLessThan(0.05)
    expect(standard).toMatchObject({ promised: true, risk: 0.15 })
    expect(standard!.precision).toBeGreaterThan(0.85)
    expect(standard!.coverage).toBeGreaterThan(sensitive!.coverage)
    // Nobody can promise one wrong answer in a thousand from three thousand questions.
    expect(regulated).toMatchObject({ promised: false })
    expect(calibration.thresholds.regulated).toBeGreaterThanOrEqual(calibration.thresholds.sensitive)
    expect(calibration.wordsAlone).toEqual(defaultCalibration.wordsAlone)
  })

  it('weighs groups of questions alike, however large', () => {
    const small = questions(60, 6)
    const large = questions(3_000, 7, (would) => !would)
    const { weights } = fit([small, large]).calibration.withDense
    const alone = fit([large]).calibration.withDense.weights
    expect(Math.abs(weights.quotedCoverage!)).toBeLessThan(Math.abs(alone.quotedCoverage!) / 2)
  })

  it('is not made from a handful of questions, or from questions of one kind', () => {
    expect(() => fit([questions(29, 8)])).toThrow('at least 30 questions')
    const allRight = questions(50, 9, () => true)
    expect(() => fit([allRight])).toThrow('50 of them right')
  })
})
