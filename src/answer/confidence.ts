import type { RankedPassage } from '../retrieval/types'
import type { Calibration } from './calibration'
import { featuresOf, type Features, type Quoted } from './features'
import { likelihood } from './logistic'

interface Confidence {
  /** Calibrated probability, 0 to 1, that what would be quoted answers the question. */
  probability: number
  features: Features
}

/** How likely the passages answer the question: the reader's verdict, and what an installation's own cases
 * taught over the other signs of `featuresOf`; with its own coefficients for words alone. */
export const confidenceOf = (o: {
  question: string
  passages: readonly RankedPassage[]
  quoted: Quoted
  locale: string
  /** How likely the question is answered, by what read the passages. */
  answered?: number
  calibration: Calibration
}): Confidence => {
  const features = featuresOf(o)
  if (o.passages.length === 0) return { probability: 0, features }
  const withDense = o.passages.some(({ dense }) => dense !== null)
  return {
    probability: likelihood(withDense ? o.calibration.withDense : o.calibration.wordsAlone, features),
    features,
  }
}
