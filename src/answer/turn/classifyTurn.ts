import type { Turn } from '../types'
import { likenesses } from './examples'
import type { TurnLabel } from './labels'
import { countFeatures, talkOf, textRow } from './turnFeatures'
import type { TurnModel } from './turnModel'

/** One label with how likely it is; those of one turn sum to 1. */
export interface LabelProbability {
  label: TurnLabel
  probability: number
}

/** What reading a turn looks at. */
export type ReadableTurn = Pick<Turn, 'question' | 'messages' | 'locale'>

/**
 * What a turn is, likeliest first: it is compared with every message that the model was fitted on, and each speaks for its
 * label as far as it is alike (kernel ridge regression; `evals/turns/fitKernel.ts`).
 * @param embedded the vector of the question, by the embedding model that the classifier names; null without.
 */
export function classifyTurn(
  model: TurnModel,
  turn: ReadableTurn,
  embedded: { model: string; vector: Float32Array } | null,
): LabelProbability[] {
  const { withVector, examples } = model
  const usable = withVector && embedded?.model === withVector.embeddingModel ? withVector : null
  const row = textRow(countFeatures(turn), model.idf)
  const alike = likenesses({
    examples,
    turn: { row, talk: talkOf(turn) },
    vectors: usable?.vectors ?? null,
    vector: usable ? embedded!.vector : null,
  })
  const scores = scoresOf(alike, (usable ?? model.wordsAlone).weights, model.labels.length)
  return softmax(unlessUnlike(scores, model.labels))
    .map((probability, i) => ({ label: model.labels[i]!, probability }))
    .toSorted((a, b) => b.probability - a.probability)
}

/** A score is 1 where every example of a label would be, and 0 elsewhere: this is how far apart they stand as probabilities. */
const SHARPNESS = 6

/**
 * Scores of all labels sum to 1 beside what the model was fitted on, and to less the less a turn is like any of it: what is
 * missing speaks for no label, and without this for all of them alike, most of which are for a person. The same as fitting what
 * sets a turn apart from an ordinary question.
 */
function unlessUnlike(scores: Float64Array, labels: readonly TurnLabel[]): Float64Array {
  const none = labels.indexOf('none')
  const known = scores.reduce((a, b) => a + b, 0)
  if (none >= 0) scores[none]! += 1 - known
  return scores
}

/** @param weights of each example, label after label. */
export function scoresOf(alike: Float32Array, weights: Float32Array, labels: number): Float64Array {
  const scores = new Float64Array(labels)
  for (let i = 0; i < alike.length; i++) {
    const likeness = alike[i]!
    const from = i * labels
    for (let k = 0; k < labels; k++) scores[k]! += likeness * weights[from + k]!
  }
  return scores
}

function softmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores, (score) => SHARPNESS * score)
  const most = Math.max(...values)
  const raised = values.map((score) => Math.exp(score - most))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / total)
}
