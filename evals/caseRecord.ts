import { toPublic } from '../src/answer/public'
import type { Decision } from '../src/answer/types'
import type { Outcome, Reason } from '../src/vocabulary'
import type { NaiveAnswer } from './baselines/naive'
import { answerText, groundedIn, keyOf, type CaseResult } from './caseResult'
import { kindOf, localeOf, type EvalCase } from './evalCase'
import { answerIsRight } from './metrics/answerIsRight'
import { citationScores, type CitationScores } from './metrics/citations'
import { leaksIn } from './metrics/leaksIn'
import { tokenF1, type TokenOverlap } from './metrics/tokenF1'

/** One question of a run as data: what every figure of a report is computed from. Scores are null where they do not apply. */
export interface CaseRecord {
  id: string
  kind: string
  lang: string | null
  question: string
  /** Earlier turns. */
  turns: number
  /** Null: not a question of knowledge. */
  answerable: boolean | null
  gold: string[]
  outcome: Outcome
  reason: Reason | null
  confidence: number | null
  features: Record<string, number> | null
  /** The first documents by each ranking, best first. */
  found: { fused: string[]; words: string[]; dense: string[] }
  cited: string[]
  right: boolean | null
  wouldBeRight: boolean | null
  citations: CitationScores | null
  overlap: TokenOverlap | null
  grounded: number | null
  /** Strings in anything that the caller is sent, which no caller may read. */
  leaks: string[]
  /** What the caller is told. */
  message: string
  ms: number
  naive: NaiveRecord | null
}

/** What the baseline made of it. */
interface NaiveRecord {
  found: string[]
  answered: boolean
  right: boolean | null
  score: number
  leaks: string[]
}

/** Documents of each ranking that are kept. */
const KEPT = 10

/** A result as data. @param naive what the baseline said, where it was asked. */
export const toRecord = (result: CaseResult, naive: NaiveAnswer | null): CaseRecord => {
  const { evalCase, resolution, retrieved, legs, cited } = result
  const { decision, features } = resolution
  const said = publicly(result)
  const answered = decision.outcome === 'answered'
  return {
    id: evalCase.id,
    kind: kindOf(evalCase),
    lang: evalCase.lang ?? null,
    question: evalCase.question,
    turns: evalCase.history?.length ?? 0,
    answerable: evalCase.answerable === undefined ? null : evalCase.answerable === true,
    gold: evalCase.gold,
    outcome: decision.outcome,
    reason: 'reason' in decision ? decision.reason : null,
    confidence: decision.confidence,
    features: features ?? null,
    found: {
      fused: retrieved.slice(0, KEPT),
      words: legs.words.slice(0, KEPT),
      dense: legs.dense.slice(0, KEPT),
    },
    cited,
    right: result.right,
    wouldBeRight: result.wouldBeRight,
    citations: citationScores({ cited, gold: evalCase.gold }),
    overlap: answered ? tokenF1({ text: answerText(decision), expected: evalCase.answers ?? [] }) : null,
    grounded: groundedIn(resolution),
    leaks: leaksIn({ texts: textsOf(said), secrets: evalCase.leak_strings ?? [] }),
    message: said.message,
    ms: result.ms,
    naive: naive && naiveRecord(naive, evalCase),
  }
}

/** What a caller is sent, as the route sends it. */
const publicly = ({ evalCase, resolution }: CaseResult) =>
  toPublic({
    decision: resolution.decision,
    question: evalCase.question,
    receiptId: 'eval',
    locale: localeOf(evalCase),
    degraded: resolution.degraded,
    handover: { id: 'eval', queue: null, urgency: urgencyOf(resolution.decision) },
  })

const urgencyOf = (decision: Decision) => (decision.outcome === 'escalated' ? decision.urgency : 'normal')

/** Every string in a value, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsOf)
      : []

const naiveRecord = (naive: NaiveAnswer, evalCase: EvalCase): NaiveRecord => ({
  found: naive.retrieved.slice(0, KEPT),
  answered: naive.text !== null,
  right:
    naive.text === null
      ? null
      : answerIsRight({
          key: keyOf(evalCase),
          text: naive.text,
          citedDocuments: naive.retrieved.slice(0, 1),
        }),
  score: naive.score,
  leaks: leaksIn({ texts: naive.text === null ? [] : [naive.text], secrets: evalCase.leak_strings ?? [] }),
})
