import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerIsRight } from '../../evals/metrics/answerIsRight'
import { bootstrap } from '../../evals/metrics/bootstrap'
import { expectedCalibrationError, reliability } from '../../evals/metrics/calibrationError'
import { citationScores } from '../../evals/metrics/citations'
import { confusion } from '../../evals/metrics/confusion'
import { groundedShare } from '../../evals/metrics/groundedShare'
import { leaksIn } from '../../evals/metrics/leaksIn'
import { mean } from '../../evals/metrics/mean'
import { pairedDifference } from '../../evals/metrics/pairedDifference'
import { precisionRecall } from '../../evals/metrics/precisionRecall'
import {
  aurc,
  coverageAtPrecision,
  precisionAtCoverage,
  riskCoverage,
} from '../../evals/metrics/riskCoverage'
import { tokenF1 } from '../../evals/metrics/tokenF1'

describe('answers against what they should say', () => {
  it('token F1 forgets case, punctuation and articles, and takes the best alternative', () => {
    expect(tokenF1({ text: 'The Normans.', expected: ['normans'] })).toEqual({ f1: 1, recall: 1 })
    // Two of four words said, two of two expected: 2 * 2 / (4 + 2).
    const overlap = tokenF1({ text: 'In 10th century, France', expected: ['England', 'France 10th'] })
    expect(overlap?.f1).toBeCloseTo(4 / 6)
    expect(overlap?.recall).toBe(1)
    expect(tokenF1({ text: '', expected: ['x'] })).toEqual({ f1: 0, recall: 0 })
    expect(tokenF1({ text: 'x', expected: [] })).toBeNull()
  })

  it('a short expected span must be said as it stands; prose is judged by what is cited', () => {
    const span = { answerable: true, gold: ['d1'], answers: ['10th century', 'the 900s'] }
    expect(answerIsRight({ key: span, text: 'In the 10th century.', citedDocuments: ['d1'] })).toBe(true)
    expect(answerIsRight({ key: span, text: 'In the 110th century.', citedDocuments: ['d1'] })).toBe(false)
    const prose = { ...span, answers: ['one two three four five six seven eight nine ten eleven'] }
    expect(answerIsRight({ key: prose, text: 'anything', citedDocuments: ['d1'] })).toBe(true)
    expect(answerIsRight({ key: prose, text: 'anything', citedDocuments: ['d2'] })).toBe(false)
  })

  it('citations are scored as sets of documents', () => {
    expect(citationScores({ cited: ['a', 'b', 'a'], gold: ['b', 'c', 'd', 'e'] })).toEqual({
      hit: 1,
      precision: 0.5,
      recall: 0.25,
    })
    expect(citationScores({ cited: ['a'], gold: ['b'] })).toEqual({ hit: 0, precision: 0, recall: 0 })
    expect(citationScores({ cited: [], gold: ['b'] })).toBeNull()
    expect(citationScores({ cited: ['a'], gold: [] })).toBeNull()
  })

  it('a leak is found whatever the case and spacing', () => {
    const secrets = ['Code  RED-7', 'absent']
    expect(leaksIn({ texts: ['fine', 'the code red-7 is'], secrets })).toEqual(['Code  RED-7'])
  })
})

describe('grounded share', () => {
  const passages = [{ chunkId: 'c', text: 'The **fee** is $30.\n| Day | Free |\n| Monday | No |' }]
  const citations = [
    { number: 1, chunkId: 'c', quote: 'The **fee** is $30.' },
    { number: 2, chunkId: 'c', quote: '| Monday | No |' },
    { number: 3, chunkId: 'c', quote: 'The fee is $300.' },
  ]
  const share = (text: string, numbers: number[]) =>
    groundedShare({ sentences: [{ text, citations: numbers }], citations, passages, verbatim: true })

  it('holds for a sentence whose words all stand in quotes that stand in their passages', () => {
    expect(share('The fee is $30.', [1])).toBe(1)
    expect(share('The fee is $30. Monday: No', [1, 2])).toBe(1)
  })

  it('fails for a word more, another number, a quote that is not in the text, and no quote', () => {
    expect(share('The fee is only $30.', [1])).toBe(0)
    expect(share('The fee is $31.', [1])).toBe(0)
    expect(share('The fee fee is $30.', [1])).toBe(0)
    expect(share('The fee is $300.', [3])).toBe(0)
    expect(share('The fee is $30.', [])).toBe(0)
    expect(share('The fee is $30.', [9])).toBe(0)
  })

  it('of other words than the text’s, asks for every figure', () => {
    const inOtherWords = (text: string) =>
      groundedShare({ sentences: [{ text, citations: [1] }], citations, passages, verbatim: false })
    expect(inOtherWords('You would pay $30 for it.')).toBe(1)
    expect(inOtherWords('You would pay $35 for it.')).toBe(0)
  })

  it('is a share of the sentences', () => {
    const sentences = [
      { text: 'The fee is $30.', citations: [1] },
      { text: 'Made up.', citations: [1] },
    ]
    expect(groundedShare({ sentences, citations, passages, verbatim: true })).toBe(0.5)
    expect(groundedShare({ sentences: [], citations, passages, verbatim: true })).toBeNull()
  })
})

describe('decisions', () => {
  it('the matrix counts outcomes by kind', () => {
    const rows = [
      { kind: 'a', outcome: 'answered' },
      { kind: 'a', outcome: 'refused' },
      { kind: 'b', outcome: 'refused' },
      { kind: 'a', outcome: 'answered' },
    ]
    expect(confusion(rows)).toEqual({ a: { answered: 2, refused: 1 }, b: { refused: 1 } })
  })

  it('precision is over what was said, recall over what should be', () => {
    const rows = [
      { said: true, should: true },
      { said: true, should: false },
      { said: false, should: true },
      { said: false, should: true },
    ]
    const scores = precisionRecall(rows)
    expect(scores).toEqual({ precision: 0.5, recall: 1 / 3, said: 2, should: 3 })
    expect(precisionRecall([])).toEqual({ precision: null, recall: null, said: 0, should: 0 })
  })

  const answers = [
    { confidence: 0.9, right: true, answerable: true },
    { confidence: 0.8, right: false, answerable: false },
    { confidence: 0.8, right: true, answerable: true },
    { confidence: 0.2, right: false, answerable: true },
  ]

  it('the risk-coverage curve goes from the surest on, equals together', () => {
    expect(riskCoverage(answers, { questions: 8, answerable: 5 })).toEqual([
      { threshold: 0.9, coverage: 1 / 8, answerableCoverage: 1 / 5, risk: 0 },
      { threshold: 0.8, coverage: 3 / 8, answerableCoverage: 2 / 5, risk: 1 / 3 },
      { threshold: 0.2, coverage: 4 / 8, answerableCoverage: 3 / 5, risk: 2 / 4 },
    ])
  })

  it('from the curve: its area, precision at a coverage, coverage at a precision', () => {
    const points = riskCoverage(answers)
    // 1/4 at risk 0, 2/4 at 1/3, 1/4 at 1/2.
    expect(aurc(points)).toBeCloseTo(0.5 / 3 + 0.125)
    // One of three answerable questions is answered at .9, two at .8.
    expect(precisionAtCoverage(points, 1 / 3)).toBe(1)
    expect(precisionAtCoverage(points, 0.5)).toBeCloseTo(2 / 3)
    expect(precisionAtCoverage(points, 1.1)).toBeNull()
    expect(coverageAtPrecision(points, 0.6)?.threshold).toBe(0.8)
    expect(coverageAtPrecision(points, 0.5)?.coverage).toBe(1)
    expect(coverageAtPrecision(points.slice(1), 0.95)).toBeNull()
    expect(aurc([])).toBeNull()
  })

  it('calibration error is the weighted distance of confidence and truth, bin by bin', () => {
    const bins = reliability(answers)
    expect(bins.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.2, 1, 0],
      [0.8, 2, 0.5],
      [0.9, 1, 1],
    ])
    expect(expectedCalibrationError(bins)).toBeCloseTo((0.2 + 2 * 0.3 + 0.1) / 4)
    expect(reliability([{ confidence: 1, right: true, answerable: true }])[0]?.to).toBe(1)
    expect(expectedCalibrationError([])).toBeNull()
  })
})

describe('intervals', () => {
  it('are the same for the same seed, hold the mean, and shrink with more questions', () => {
    const some = Array.from({ length: 40 }, (_, i) => i % 2)
    const many = Array.from({ length: 400 }, (_, i) => i % 2)
    const of = (rows: number[]) => bootstrap({ rows, statistic: mean })
    const [a, b] = [of(some), of(many)]
    expect(of(some)).toEqual(a)
    expect(a!.low).toBeLessThan(0.5)
    expect(a!.high).toBeGreaterThan(0.5)
    expect(b!.high - b!.low).toBeLessThan(a!.high - a!.low)
    // The standard error of a share of one half over 400 is .025, and 1.96 of them each way.
    expect(b!.high - b!.low).toBeCloseTo(2 * 1.96 * 0.025, 1)
    expect(of([])).toBeNull()
  })

  it('a paired difference leaves out what one side was not scored on', () => {
    const pairs = [
      { a: 0, b: 1 },
      { a: 1, b: 1 },
      { a: null, b: 1 },
      { a: 1, b: null },
    ]
    const paired = pairedDifference(pairs)
    expect(paired?.difference).toBe(0.5)
    expect(paired?.questions).toBe(2)
    expect(pairedDifference([{ a: null, b: 1 }])).toBeNull()
  })

  it('a constant advantage is certain', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }), (values) => {
        const paired = pairedDifference(values.map((a) => ({ a, b: a + 1 })))
        expect(paired).toMatchObject({ difference: 1, low: 1, high: 1 })
      }),
      { numRuns: 20 },
    )
  })
})
