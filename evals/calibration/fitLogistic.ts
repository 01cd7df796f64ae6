/** One example: the features by name, and whether the passages did answer. `weight` is 1 unless told. */
export interface LabelledRow {
  features: Record<string, number>
  answered: boolean
  weight?: number
}

export interface LogisticFit {
  intercept: number
  weights: Record<string, number>
}

/**
 * L2-regularised logistic regression by Newton's method on standardised features (the intercept is not penalised),
 * returned on the features' own scale. Deterministic: same rows and names, same numbers.
 * With `around` the penalty is on what differs from an earlier fit (Chelba and Acero 2006, "Adaptation of maximum entropy
 * capitalizer"): few rows move it little, many rows decide.
 */
export const fitLogistic = (o: {
  rows: readonly LabelledRow[]
  names: readonly string[]
  around?: LogisticFit
  /** Strength of the penalty, in rows. */
  l2?: number
  iterations?: number
}): LogisticFit => {
  const { rows, names, around, l2 = 1, iterations = 30 } = o
  if (rows.length === 0)
    throw new RangeError('A calibration needs at least one labelled row; none were given.')
  const scale = scalesOf(rows, names)
  const matrix = rows.map((row) => [1, ...names.map((name, i) => standardised(row, name, scale[i]))])
  const zero = [0, ...names.map(() => 0)]
  const centre = around ? onStandardScale(around, names, scale) : zero
  let beta = zero
  for (let i = 0; i < iterations; i += 1) beta = newtonStep({ beta, centre, matrix, rows, l2 })
  return onOwnScale(beta, names, scale)
}

interface Scale {
  mean: number
  deviation: number
}

const scalesOf = (rows: readonly LabelledRow[], names: readonly string[]): Scale[] =>
  names.map((name) => {
    const values = rows.map(({ features }) => features[name] ?? 0)
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    return { mean, deviation: Math.sqrt(variance) || 1 }
  })

const standardised = (row: LabelledRow, name: string, scale: Scale | undefined): number =>
  ((row.features[name] ?? 0) - (scale?.mean ?? 0)) / (scale?.deviation ?? 1)

const newtonStep = (o: {
  beta: number[]
  centre: number[]
  matrix: number[][]
  rows: readonly LabelledRow[]
  l2: number
}): number[] => {
  const { beta, centre, matrix, rows, l2 } = o
  const size = beta.length
  const penalty = (i: number) => (i === 0 ? 1e-9 : l2)
  const gradient = beta.map((b, i) => -penalty(i) * (b - (centre[i] ?? 0)))
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? penalty(i) : 0)))
  matrix.forEach((x, r) => {
    const weight = rows[r]?.weight ?? 1
    const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)))
    const error = weight * ((rows[r]?.answered ? 1 : 0) - p)
    for (let i = 0; i < size; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + error * (x[i] ?? 0)
      const row = hessian[i] ?? []
      for (let j = 0; j < size; j += 1)
        row[j] = (row[j] ?? 0) + weight * p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0)
    }
  })
  const step = solve(hessian, gradient)
  return beta.map((b, i) => b + (step[i] ?? 0))
}

/** Gaussian elimination with partial pivoting; the penalty keeps the matrix regular. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let column = 0; column < rows.length; column += 1) {
    let pivot = column
    for (let i = column + 1; i < rows.length; i += 1)
      if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i
    ;[rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []]
    for (let i = 0; i < rows.length; i += 1) {
      if (i === column) continue
      const factor = at(i, column) / at(column, column)
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(column, j))
    }
  }
  return rows.map((_, i) => at(i, rows.length) / at(i, i))
}

const onOwnScale = (beta: number[], names: readonly string[], scale: Scale[]): LogisticFit => {
  const weights: Record<string, number> = {}
  let intercept = beta[0] ?? 0
  names.forEach((name, i) => {
    const { mean, deviation } = scale[i] ?? { mean: 0, deviation: 1 }
    const weight = (beta[i + 1] ?? 0) / deviation
    weights[name] = weight
    intercept -= weight * mean
  })
  return { intercept, weights }
}

const onStandardScale = (fit: LogisticFit, names: readonly string[], scale: Scale[]): number[] => {
  const weights = names.map((name) => fit.weights[name] ?? 0)
  const shift = weights.reduce((sum, weight, i) => sum + weight * (scale[i]?.mean ?? 0), 0)
  return [fit.intercept + shift, ...weights.map((weight, i) => weight * (scale[i]?.deviation ?? 1))]
}
