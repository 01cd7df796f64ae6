import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../evals/caseRecord'
import { summarize } from '../../evals/summary/summarize'
import { aRecord } from '../fakes/evalRecord'

describe('the figures of a run', () => {
  const records = [
    aRecord({ id: 'a', outcome: 'answered', confidence: 0.9, right: true, wouldBeRight: true, ms: 10 }),
    aRecord({ id: 'b', outcome: 'answered', confidence: 0.8, right: false, wouldBeRight: false, ms: 20 }),
    aRecord({ id: 'c', outcome: 'refused', confidence: 0.3, wouldBeRight: true, ms: 30 }),
    aRecord({
      id: 'd',
      kind: 'unanswerable',
      answerable: false,
      gold: [],
      outcome: 'refused',
      confidence: 0.1,
    }),
    aRecord({
      id: 'e',
      kind: 'unanswerable',
      answerable: false,
      gold: [],
      outcome: 'answered',
      confidence: 0.85,
      right: false,
      leaks: ['secret'],
    }),
    aRecord({ id: 'f', kind: 'handoff', answerable: null, gold: [], outcome: 'escalated', confidence: null }),
    aRecord({ id: 'g', kind: 'handoff', answerable: null, gold: [], outcome: 'refused', confidence: null }),
  ]
  const summary = summarize(records)

  it('precision counts every answer to a question of knowledge, coverage the answerable ones', () => {
    expect(summary.answers).toMatchObject({
      answerable: 3,
      unanswerable: 2,
      precision: 1 / 3,
      coverage: 2 / 3,
      unanswerableAnswered: 1 / 2,
      leaks: 1,
    })
  })

  it('confidence is judged on all questions of knowledge, answered or not', () => {
    // Of six pairs the unanswerable .85 beats two answerable ones.
    expect(summary.confidence.auroc).toBeCloseTo(4 / 6)
    expect(summary.confidence.curve.at(-1)?.answerableCoverage).toBe(1)
  })

  it('kinds and outcomes are counted, and hand-overs by who should have been', () => {
    expect(summary.confusion).toEqual({
      answerable: { answered: 2, refused: 1 },
      unanswerable: { refused: 1, answered: 1 },
      handoff: { escalated: 1, refused: 1 },
    })
    expect(summary.handover).toEqual({ precision: 1, recall: 1 / 2, said: 1, should: 2 })
  })

  it('rankings are compared on the same questions', () => {
    const found = (fused: string[], words: string[]) => ({ fused, words, dense: [] })
    const { retrieval } = summarize([
      aRecord({ gold: ['x'], found: found(['x'], ['y', 'x']) }),
      aRecord({ gold: ['x'], found: found(['x'], ['x']) }),
    ])
    expect(retrieval.scores.fused['ndcg@10']).toBe(1)
    expect(retrieval.gain.words?.difference).toBeCloseTo((1 - 1 / Math.log2(3)) / 2)
    // Neither was made: there was no model.
    expect(retrieval.scores.dense['ndcg@10']).toBeNull()
    expect(retrieval.scores.naive['ndcg@10']).toBeNull()
    expect(retrieval.gain.naive).toBeNull()
  })

  it('each answerable question is lost in one place', () => {
    const lost = (o: Partial<CaseRecord>) =>
      Object.entries(summarize([aRecord(o)]).losses).flatMap(([loss, count]) => (count ? [loss] : []))
    const refused = { outcome: 'refused' as const, right: null }
    const missed = { found: { fused: ['x'], words: [], dense: [] } }
    expect(lost({ right: true, ...missed })).toEqual(['answered rightly'])
    expect(lost({ right: false })).toEqual(['answered with other sentences of a right document'])
    expect(lost({ right: false, cited: ['x'] })).toEqual(['answered from another document'])
    expect(lost({ right: false, ...missed })).toEqual(['no right document among the first ten'])
    expect(lost({ ...refused, wouldBeRight: true })).toEqual(['refused, the quotation would be right'])
    expect(lost({ ...refused, wouldBeRight: null })).toEqual(['refused, the quotation would be wrong'])
    expect(lost({ outcome: 'escalated' })).toEqual(['passed to a person, or asked back'])
    expect(lost({ answerable: false })).toEqual([])
  })

  it('languages are told apart where there are several', () => {
    const byLanguage = (...langs: string[]) => summarize(langs.map((lang) => aRecord({ lang }))).byLanguage
    expect(Object.keys(byLanguage('de', 'en', 'de'))).toEqual(['de', 'en'])
    expect(byLanguage('de', 'de')).toEqual({})
  })
})
