import type { RankedPassage } from '../../src/retrieval/types'
import type { AnswerKey } from '../metrics/answerIsRight'
import type { ReadUnits, Vectors } from '../../src/answer/reader/words/unitFeatures'

/** A question of a set with what a reader is shown, and what carries the answer. */
export interface ReadExample {
  set: string
  id: string
  kind: string
  /** What its set is split by: all questions of one document fall on one side. */
  document: string
  answerable: boolean
  question: string
  locale: string
  passages: readonly RankedPassage[]
  vectors: Vectors
  /** What a cross-encoder made of it, where one reads. */
  read?: ReadUnits
  key: AnswerKey
  /** The very sentences, items or rows; none where a set does not mark them. */
  evidence: readonly string[]
}
