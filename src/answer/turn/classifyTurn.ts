import type { Turn } from '../types'
import type { TurnLabel } from './labels'
import { TEXT_FEATURES, turnFeatures, type SparseRow } from './turnFeatures'
import type { Layer, TurnModel } from './turnModel'

/** One label with how likely it is; those of one turn sum to 1. */
export interface LabelProbability {
  label: TurnLabel
  probability: number
}

/**
 * What a turn is, likeliest first: a softmax over words, characters, the conversation and, where the model was fitted with
 * it, the question’s vector.
 * @param vector of the question, by the embedding model that the classifier names; null without.
 */
export function classifyTurn(
  model: TurnModel,
  turn: Pick<Turn, 'question' | 'messages' | 'locale'>,
  embedded: { model: string; vector: Float32Array } | null,
): LabelProbability[] {
  const row = turnFeatures(turn, model.idf)
  const { withVector } = model
  const usable = withVector && embedded?.model === withVector.embeddingModel ? withVector : null
  const scores = usable
    ? scoresOf({ layer: usable.layer, row, vector: embedded!.vector, labels: model.labels.length })
    : scoresOf({ layer: model.wordsAlone, row, vector: null, labels: model.labels.length })
  return softmax(scores)
    .map((probability, i) => ({ label: model.labels[i]!, probability }))
    .toSorted((a, b) => b.probability - a.probability)
}

/** The linear part. */
export function scoresOf(o: {
  layer: Layer
  row: SparseRow
  vector: Float32Array | null
  labels: number
}): number[] {
  const { layer, row, vector, labels } = o
  const perLabel = layer.weights.length / labels
  return Array.from({ length: labels }, (_, label) => {
    const from = label * perLabel
    let sum = layer.intercepts[label] ?? 0
    for (let i = 0; i < row.indices.length; i++)
      sum += row.values[i]! * layer.weights[from + row.indices[i]!]!
    if (vector)
      for (let i = 0; i < vector.length; i++) sum += vector[i]! * layer.weights[from + TEXT_FEATURES + i]!
    return sum
  })
}

export function softmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores)
  const most = Math.max(...values)
  const raised = values.map((score) => Math.exp(score - most))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / total)
}
