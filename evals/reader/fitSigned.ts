import { fitLogistic, type LabelledRow, type LogisticFit } from '../calibration/fitLogistic'

/** Which way a sign may count: for an answer, or against one. One that is not named may count either way. */
export type Signs<Name extends string = string> = Partial<Record<Name, 1 | -1>>

/**
 * A logistic regression in which no sign counts the wrong way: what few questions of one hand make look so is left out, and the
 * rest is fitted again until nothing does.
 */
export function fitSigned(o: {
  rows: readonly LabelledRow[]
  names: readonly string[]
  signs: Signs
  l2: number
  iterations: number
}): LogisticFit {
  const fit = fitLogistic(o)
  const wrong = o.names.filter((name) => (fit.weights[name] ?? 0) * (o.signs[name] ?? 0) < 0)
  return wrong.length === 0
    ? fit
    : fitSigned({ ...o, names: o.names.filter((name) => !wrong.includes(name)) })
}
