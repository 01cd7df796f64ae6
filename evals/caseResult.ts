import type { Decision, Resolution } from '../src/answer/types'
import type { EvalCase } from './evalCase'
import { answerIsRight, type AnswerKey } from './metrics/answerIsRight'
import { groundedShare } from './metrics/groundedShare'

/** One question of a set, asked. */
export interface CaseResult {
  evalCase: EvalCase
  /** Keys of the documents found, best first. */
  retrieved: string[]
  /** The same for each leg by itself. */
  legs: { words: string[]; dense: string[] }
  /** With `features`, the signs that confidence was computed from, and the passages that were considered. */
  resolution: Resolution
  /** Keys of the documents that the answer cites. */
  cited: string[]
  /** Whether the answer that was given is right; null when none was given. */
  right: boolean | null
  /** Whether the quotation would be right that is given at any confidence; null when none would be. */
  wouldBeRight: boolean | null
  /** What `resolve` took, in ms. */
  ms: number
}

/** The answer's sentences as one text; empty when there is none. */
export const answerText = (decision: Decision): string =>
  decision.outcome === 'answered' ? decision.sentences.map(({ text }) => text).join(' ') : ''

/** Judges an answer by its question; null when none was given. */
export const judge = (o: {
  evalCase: EvalCase
  decision: Decision
  cited: readonly string[]
}): boolean | null =>
  o.decision.outcome === 'answered'
    ? answerIsRight({ key: keyOf(o.evalCase), text: answerText(o.decision), citedDocuments: o.cited })
    : null

/** What the right answer to a question is known by. */
export const keyOf = ({ answerable, gold, answer_key: answerKey, answers }: EvalCase): AnswerKey => ({
  answerable: answerable === true,
  gold,
  ...(answerKey && { answerKey }),
  ...(answers && { answers }),
})

/** Share of an answer's sentences that its citations support; null when none was given. */
export const groundedIn = ({ decision, considered }: Resolution): number | null =>
  decision.outcome === 'answered'
    ? groundedShare({ ...decision, passages: considered, verbatim: decision.mode === 'quoted' })
    : null
