import type { Outcome } from '../../vocabulary'

/** One case of a run. */
export interface CaseOutcome {
  caseId: string
  question: string
  kind: string
  expected: Outcome
  outcome: Outcome
  reason: string | null
  confidence: number | null
  /** Why it is not right; null when it is. */
  problem: string | null
  leaked: boolean
  ms: number
}
