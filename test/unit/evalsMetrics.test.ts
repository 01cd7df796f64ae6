import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLogistic, type LabelledRow } from '../../evals/calibration/fitLogistic'
import { answerIsRight, precisionOfAnswered } from '../../evals/metrics/answerIsRight'
import { auroc } from '../../evals/metrics/auroc'
import { mean } from '../../evals/metrics/mean'
import { ndcgAtK } from '../../evals/metrics/ndcgAtK'
import { percentile } from '../../evals/metrics/percentile'
import { recallAtK } from '../../evals/metrics/recallAtK'
import { reciprocalRank } from '../../evals/metrics/reciprocalRank'

describe('retrieval metrics, by hand', () => {
  const retrieved = ['a', 'b', 'c', 'd']

  it('recall counts a right document among the first k', () => {
    expect(recallAtK({ retrieved, gold: ['c'], k: 2 })).toBe(0)
    expect(recallAtK({ retrieved, gold: ['c', 'x'], k: 3 })).toBe(1)
    expect(recallAtK({ retrieved, gold: [], k: 3 })).toBeNull()
  })

  it('the reciprocal rank is that of the first right document', () => {
    expect(reciprocalRank({ retrieved, gold: ['d', 'c'] })).toBeCloseTo(1 / 3)
    expect(reciprocalRank({ retrieved, gold: ['x'] })).toBe(0)
    expect(reciprocalRank({ retrieved, gold: [] })).toBeNull()
  })

  it('ndcg discounts by rank and is 1 for the ideal order', () => {
    // Right at ranks 2 and 4: (1/log2 3 + 1/log2 5) / (1 + 1/log2 3) = 1.06161 / 1.63093
    expect(ndcgAtK({ retrieved, gold: ['b', 'd'], k: 10 })).toBeCloseTo(0.65092, 4)
    expect(ndcgAtK({ retrieved, gold: ['a', 'b'], k: 10 })).toBe(1)
    expect(ndcgAtK({ retrieved, gold: ['d'], k: 3 })).toBe(0)
    expect(ndcgAtK({ retrieved: ['a', 'a', 'b'], gold: ['b'], k: 2 })).toBeCloseTo(0.63093, 4)
    expect(ndcgAtK({ retrieved, gold: [], k: 3 })).toBeNull()
  })
})

describe('decision metrics, by hand', () => {
  it('auroc is the chance that a positive scores above a negative', () => {
    const rows = [
      { score: 0.9, positive: true },
      { score: 0.4, positive: true },
      { score: 0.6, positive: false },
      { score: 0.4, positive: false },
    ]
    // Of four pairs: two won, one tied, one lost.
    expect(auroc(rows)).toBe(0.625)
    expect(auroc(rows.filter(({ positive }) => positive))).toBeNull()
  })

  it('auroc agrees with counting every pair', () => {
    const row = fc.record({ score: fc.integer({ min: 0, max: 5 }), positive: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const [yes, no] = [rows.filter((r) => r.positive), rows.filter((r) => !r.positive)]
        const pairs = yes.flatMap((a) =>
          no.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)),
        )
        const expected = mean(pairs)
        if (expected === null) expect(auroc(rows)).toBeNull()
        else expect(auroc(rows)).toBeCloseTo(expected, 10)
      }),
    )
  })

  it('an answer is right by its key, else by what it cites', () => {
    const key = { answerable: true, gold: ['d1'], answerKey: [['$30', '30 dollars'], ['a check']] }
    expect(answerIsRight({ key, text: 'It costs  $30 for a Check.', citedDocuments: [] })).toBe(true)
    expect(answerIsRight({ key, text: 'It costs $30.', citedDocuments: ['d1'] })).toBe(false)
    const keyless = { answerable: true, gold: ['d1'] }
    expect(answerIsRight({ key: keyless, text: '', citedDocuments: ['d2', 'd1'] })).toBe(true)
    expect(answerIsRight({ key: keyless, text: '', citedDocuments: ['d2'] })).toBe(false)
    expect(answerIsRight({ key: { answerable: false, gold: [] }, text: '$30', citedDocuments: ['d1'] })).toBe(
      false,
    )
  })

  it('precision is the share of right answers among those given', () => {
    expect(precisionOfAnswered([{ right: true }, { right: false }, { right: true }, { right: true }])).toBe(
      0.75,
    )
    expect(precisionOfAnswered([])).toBeNull()
  })

  it('a percentile is a value that was measured', () => {
    const values = [15, 20, 35, 40, 50]
    expect(percentile(values, 30)).toBe(20)
    expect(percentile(values, 50)).toBe(35)
    expect(percentile(values, 95)).toBe(50)
    expect(percentile([], 50)).toBeNull()
  })

  it('a mean leaves out what was not scored', () => {
    expect(mean([1, null, 0])).toBe(0.5)
    expect(mean([null])).toBeNull()
  })
})

describe('fitting the calibration', () => {
  it('finds the log odds of two groups', () => {
    const rows = (x: number, answered: number, not: number): LabelledRow[] => [
      ...Array.from({ length: answered }, () => ({ features: { x }, answered: true })),
      ...Array.from({ length: not }, () => ({ features: { x }, answered: false })),
    ]
    const { intercept, weights } = fitLogistic({
      rows: [...rows(0, 20, 80), ...rows(1, 75, 25)],
      names: ['x'],
      l2: 0,
    })
    expect(intercept).toBeCloseTo(Math.log(20 / 80), 3)
    expect(weights.x).toBeCloseTo(Math.log(75 / 25) - Math.log(20 / 80), 3)
  })

  it('stays finite where the groups are separable, and gives the same numbers twice', () => {
    const rows = [0, 1, 2, 3].map((x) => ({ features: { x }, answered: x > 1 }))
    const fit = fitLogistic({ rows, names: ['x', 'absent'] })
    expect(Number.isFinite(fit.weights.x)).toBe(true)
    expect(fit.weights.x).toBeGreaterThan(0)
    expect(fit.weights.absent).toBeCloseTo(0)
    expect(fitLogistic({ rows, names: ['x', 'absent'] })).toEqual(fit)
  })

  it('refuses to fit nothing', () => {
    expect(() => fitLogistic({ rows: [], names: ['x'] })).toThrow(/at least one/)
  })
})
