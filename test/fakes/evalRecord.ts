import type { CaseRecord } from '../../evals/caseRecord'

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
