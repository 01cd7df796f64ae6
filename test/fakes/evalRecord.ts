import type { CaseRecord } from '../../evals/caseRecord'
import type { QuestionRun } from '../../evals/evalRun'
import { summarize } from '../../evals/summary/summarize'

/** A question that was answered rightly, unless told otherwise. */
export const aRecord = (o: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'q1',
  kind: 'answerable',
  lang: null,
  question: 'What does it cost?',
  turns: 0,
  answerable: true,
  gold: ['fees'],
  outcome: 'answered',
  reason: null,
  confidence: 0.9,
  features: null,
  found: { fused: ['fees'], words: ['fees'], dense: ['fees'] },
  cited: ['fees'],
  right: null,
  wouldBeRight: null,
  citations: null,
  overlap: null,
  grounded: null,
  leaks: [],
  message: '',
  ms: 1,
  naive: null,
  ...o,
})

/** A run of these questions. */
export const aRun = (records: CaseRecord[]): QuestionRun => ({
  form: 'questions',
  set: 'made-up',
  circumstances: {
    at: '2026-11-23T12:00:00.000Z',
    commit: 'abc1234',
    machine: { cpu: 'a processor', cores: 2, memoryGb: 24, node: 'v20', load: 0 },
    embeddingModel: null,
    calibration: 'c1',
  },
  where: 'memory',
  audiences: ['public'],
  cost: null,
  refusals: null,
  summary: summarize(records),
  records,
})
