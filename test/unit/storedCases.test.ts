import { describe, expect, it } from 'vitest'
import { runSummaryOf } from '../../evals/runSummary'
import { judgeCase } from '../../src/commands/storedCases/judgeCase'
import { kindOf } from '../../src/commands/storedCases/kindOf'
import type { StoredCase } from '../../src/commands/storedCases/readStoredCases'
import type { CaseOutcome } from '../../src/commands/storedCases/caseOutcome'
import { summarize } from '../../src/commands/storedCases/summarize'

const stored = (o: Partial<StoredCase> = {}): StoredCase => ({
  id: '1',
  kind: 'answerable',
  question: 'How long?',
  gold: ['returns.md'],
  lang: 'en',
  locale: 'en-GB',
  audiences: ['public'],
  expected_outcome: 'answered',
  origin: 'reviewer',
  ...o,
})
const answer = (o: Partial<Parameters<typeof judgeCase>[1]> = {}) => ({
  outcome: 'answered' as const,
  message: 'You have **30 days**. [1]',
  cited: ['returns.md'],
  ...o,
})

describe('judging a stored case', () => {
  it('a right answer is right, whatever Markdown, case and spaces do', () => {
    expect(judgeCase(stored({ answer_key: [['thirty', '30  DAYS'], ['you have']] }), answer())).toBeNull()
  })

  it.each([
    ['another outcome', stored(), answer({ outcome: 'refused' }), 'It should have been answered.'],
    ['another document', stored(), answer({ cited: ['terms.md'] }), /another document/],
    [
      'a missing part of the key',
      stored({ answer_key: [['14 days', 'two weeks']] }),
      answer(),
      'The answer lacks “14 days” or “two weeks”.',
    ],
    [
      'words that must not be said',
      stored({ leak_strings: ['30 Days'] }),
      answer(),
      'It said “30 Days”, which must not be said.',
    ],
  ])('%s is wrong, and says why', (_, expected, given, problem) => {
    expect(judgeCase(expected, given)).toMatch(problem)
  })

  it('a refusal that was expected is right, unless it says what must not be said', () => {
    const refused = stored({ expected_outcome: 'refused', gold: [], leak_strings: ['margin'] })
    expect(judgeCase(refused, answer({ outcome: 'refused', message: 'No.', cited: [] }))).toBeNull()
    expect(judgeCase(refused, answer({ outcome: 'refused', message: 'Our margin', cited: [] }))).toMatch(
      /margin/,
    )
  })
})

describe('what a kept trial is there to show', () => {
  it.each([
    ['answered', null, false, 'answerable'],
    ['answered', null, true, 'multi_turn'],
    ['escalated', 'conflict', false, 'conflict'],
    ['escalated', 'complaint', false, 'handoff'],
    ['refused', 'injection', false, 'injection'],
    ['refused', 'expired', false, 'not_in_force'],
    ['refused', null, true, 'unanswerable'],
  ] as const)('%s for %s', (outcome, reason, followsUp, kind) => {
    expect(kindOf({ outcome, reason, followsUp })).toBe(kind)
  })
})

describe('the numbers of a run of stored cases', () => {
  const result = (o: Partial<CaseOutcome>): CaseOutcome => ({
    caseId: '1',
    question: 'How long?',
    kind: 'answerable',
    expected: 'answered',
    outcome: 'answered',
    reason: null,
    confidence: 0.9,
    problem: null,
    leaked: false,
    ms: 10,
    ...o,
  })

  it('count what is right, covered, leaked, and how long it took', () => {
    const results = [
      result({ ms: 10 }),
      result({ problem: 'It lacks it.', ms: 20 }),
      result({ outcome: 'refused', problem: 'It should have been answered.', ms: 30 }),
      result({ expected: 'refused', outcome: 'answered', problem: 'No.', leaked: true, ms: 40 }),
    ]
    expect(summarize(results)).toEqual({
      questions: 4,
      right: 1,
      rightShare: 0.25,
      precisionAnswered: 1 / 3,
      coverage: 2 / 3,
      leaks: 1,
      p50: 20,
      p95: 40,
    })
  })

  it('are null where there is nothing to share', () => {
    expect(summarize([])).toMatchObject({ questions: 0, rightShare: null, coverage: null, p50: null })
  })
})

describe('a run that the command wrote', () => {
  const run = {
    form: 'questions',
    set: 'golden',
    circumstances: { commit: 'abc', embeddingModel: 'm', chatModel: null, calibration: 'c' },
    summary: {
      questions: 234,
      retrieval: { scores: { fused: { 'recall@5': 0.97, 'ndcg@10': 0.9, mrr: 0.8 } } },
      answers: { precision: 0.9, coverage: 0.7, unanswerableAnswered: 0.1, leaks: 0 },
      confidence: { auroc: null },
      latencyMs: { p50: 5, p95: 9, p99: 10 },
    },
  }

  it('is listed with its main figures', () => {
    expect(runSummaryOf(JSON.stringify(run), 'golden.json')).toEqual({
      set: 'golden',
      by: 'vouch eval',
      questions: 234,
      file: 'golden.json',
      numbers: {
        precisionAnswered: 0.9,
        coverage: 0.7,
        unanswerableAnswered: 0.1,
        leaks: 0,
        'ndcg@10': 0.9,
        'recall@5': 0.97,
        auroc: null,
        p50: 5,
        p95: 9,
      },
      versions: { calibration: 'c', embeddingModel: 'm', llm: null, commit: 'abc' },
    })
  })

  it('anything else is refused with what to do', () => {
    for (const text of ['', '{}', '[1]'])
      expect(() => runSummaryOf(text, 'x.json')).toThrow('x.json is no run of questions')
  })
})
