import type { Resolution } from '../src/answer/types'
import type { EvalCase } from './evalCase'
import { answerIsRight } from './metrics/answerIsRight'

/** One question of a set, asked. */
export interface CaseResult {
  evalCase: EvalCase
  /** Keys of the documents found, best first. */
  retrieved: string[]
  /** With `features`, the signs that confidence was computed from, and the passages that were considered. */
  resolution: Resolution
  /** Keys of the documents that the answer cites. */
  cited: string[]
  /** Whether the answer that was given is right; null when none was given. */
  right: boolean | null
  /** What `resolve` took, in ms. */
  ms: number
}

/** The answer's sentences as one text; empty when there is none. */
export const answerText = ({ decision }: Resolution): string =>
  decision.outcome === 'answered' ? decision.sentences.map(({ text }) => text).join(' ') : ''

/** Judges an answer by its question; null when none was given. */
export const judge = (o: {
  evalCase: EvalCase
  resolution: Resolution
  cited: readonly string[]
}): boolean | null => {
  const { evalCase, resolution, cited } = o
  if (resolution.decision.outcome !== 'answered') return null
  return answerIsRight({
    key: {
      answerable: evalCase.answerable === true,
      gold: evalCase.gold,
      ...(evalCase.answer_key && { answerKey: evalCase.answer_key }),
      ...(evalCase.answers && { answers: evalCase.answers }),
    },
    text: answerText(resolution),
    citedDocuments: cited,
  })
}
