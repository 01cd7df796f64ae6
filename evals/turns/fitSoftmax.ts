import { softmax } from '../../src/answer/turn/classifyTurn'
import type { SparseRow } from '../../src/answer/turn/turnFeatures'
import type { Layer } from '../../src/answer/turn/turnModel'

interface Example {
  row: SparseRow
  /** Dense features behind the sparse ones; null without. */
  vector: Float32Array | null
  /** Index of the label. */
  label: number
  weight?: number
}

interface FitOptions {
  examples: readonly Example[]
  labels: number
  /** Sparse and dense features together. */
  features: number
  /** Inverse strength of the L2 penalty, as scikit-learn’s C. */
  c?: number
  iterations?: number
}

/**
 * Multinomial logistic regression with an L2 penalty (intercepts are free), by full-batch Adam (Kingma and Ba 2015,
 * arXiv:1412.6980) with a rate that falls to nothing. Deterministic: same examples, same numbers.
 */
export function fitSoftmax({ examples, labels, features, c = 10, iterations = 100 }: FitOptions): Layer {
  // Feature after feature while fitting: all labels of one feature lie together.
  const weights = createAdam(features * labels)
  const intercepts = createAdam(labels)
  const gradient = new Float64Array(features * labels)
  const [scores, errors] = [new Float64Array(labels), new Float64Array(labels)]
  const penalty = 1 / (c * examples.length)
  const denseFrom = features - (examples[0]?.vector?.length ?? 0)
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0)
  for (let t = 1; t <= iterations; t++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = penalty * weights.values[i]!
    const free = new Float64Array(labels)
    for (const { row, vector, label, weight = 1 } of examples) {
      scores.set(intercepts.values)
      addProducts({ scores, weights: weights.values, labels, row, vector, denseFrom })
      toErrors({ scores, errors, label, weight: weight / total })
      for (let k = 0; k < labels; k++) free[k]! += errors[k]!
      addGradient({ errors, gradient, labels, row, vector, denseFrom })
    }
    const rate = 0.1 * (1 - (t - 1) / iterations)
    stepAdam(weights, { gradient, t, rate })
    stepAdam(intercepts, { gradient: free, t, rate })
  }
  return { intercepts: Array.from(intercepts.values), weights: byLabel(weights.values, features, labels) }
}

interface Pass {
  labels: number
  row: SparseRow
  vector: Float32Array | null
  denseFrom: number
}

function addProducts({
  scores,
  weights,
  labels,
  row,
  vector,
  denseFrom,
}: Pass & { scores: Float64Array; weights: Float64Array }) {
  const add = (feature: number, value: number) => {
    const from = feature * labels
    for (let k = 0; k < labels; k++) scores[k]! += value * weights[from + k]!
  }
  for (let i = 0; i < row.indices.length; i++) add(row.indices[i]!, row.values[i]!)
  if (vector) for (let i = 0; i < vector.length; i++) add(denseFrom + i, vector[i]!)
}

function addGradient({
  errors,
  gradient,
  labels,
  row,
  vector,
  denseFrom,
}: Pass & { errors: Float64Array; gradient: Float64Array }) {
  const add = (feature: number, value: number) => {
    const from = feature * labels
    for (let k = 0; k < labels; k++) gradient[from + k]! += value * errors[k]!
  }
  for (let i = 0; i < row.indices.length; i++) add(row.indices[i]!, row.values[i]!)
  if (vector) for (let i = 0; i < vector.length; i++) add(denseFrom + i, vector[i]!)
}

/** What each label’s probability is too high by, weighted. */
function toErrors(o: { scores: Float64Array; errors: Float64Array; label: number; weight: number }): void {
  const { scores, errors, label, weight } = o
  softmax(scores).forEach((p, k) => (errors[k] = weight * (p - (k === label ? 1 : 0))))
}

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8]

interface Adam {
  values: Float64Array
  mean: Float64Array
  square: Float64Array
}

function createAdam(size: number): Adam {
  return { values: new Float64Array(size), mean: new Float64Array(size), square: new Float64Array(size) }
}

function stepAdam(
  { values, mean, square }: Adam,
  { gradient, t, rate }: { gradient: Float64Array; t: number; rate: number },
): void {
  const [first, second] = [1 - BETA1 ** t, 1 - BETA2 ** t]
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i]!
    if (g === 0 && mean[i] === 0) continue
    mean[i] = BETA1 * mean[i]! + (1 - BETA1) * g
    square[i] = BETA2 * square[i]! + (1 - BETA2) * g * g
    values[i]! -= (rate * (mean[i]! / first)) / (Math.sqrt(square[i]! / second) + EPSILON)
  }
}

function byLabel(weights: Float64Array, features: number, labels: number): Float32Array {
  const turned = new Float32Array(weights.length)
  for (let feature = 0; feature < features; feature++)
    for (let k = 0; k < labels; k++) turned[k * features + feature] = weights[feature * labels + k]!
  return turned
}
