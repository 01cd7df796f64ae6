import { countFeatures, TEXT_FEATURES, turnFeatures } from '../../src/answer/turn/turnFeatures'
import { TURN_LABELS } from '../../src/answer/turn/labels'
import type { Layer, TurnModel, TurnThresholds } from '../../src/answer/turn/turnModel'
import { fitSoftmax } from './fitSoftmax'
import type { Utterance } from './utterances'

export interface EmbeddedUtterance extends Utterance {
  /** Null where no model was at hand. */
  vector: Float32Array | null
}

/** Where nothing else is known; `chooseThresholds` finds better ones on data that was not fitted on. */
export const DEFAULT_THRESHOLDS: TurnThresholds = { person: 0.6, danger: 0.5, aside: 0.6 }

/** A message that may as well be another label teaches half as much of its first. */
const AMBIGUOUS_WEIGHT = 0.5

/** Fits both layers, with and without the question’s vector, on the same messages. */
export function fitTurnModel(o: {
  id: string
  utterances: readonly EmbeddedUtterance[]
  embeddingModel: { id: string; dimensions: number } | null
  thresholds?: TurnThresholds
  c?: number
  /** Only the layer that will be used, when a model is fitted to be measured. */
  forMeasuring?: boolean
}): TurnModel {
  const { id, utterances, embeddingModel, thresholds = DEFAULT_THRESHOLDS, c, forMeasuring = false } = o
  const idf = idfOf(utterances)
  const rows = utterances.map((utterance) => turnFeatures(turnOf(utterance), idf))
  const fit = (dimensions: number) =>
    fitSoftmax({
      labels: TURN_LABELS.length,
      features: TEXT_FEATURES + dimensions,
      ...(c !== undefined && { c }),
      examples: utterances.map(({ label, also, vector }, i) => ({
        row: rows[i]!,
        vector: dimensions ? vector : null,
        label: TURN_LABELS.indexOf(label),
        weight: also.length ? AMBIGUOUS_WEIGHT : 1,
      })),
    })
  return {
    id,
    labels: TURN_LABELS,
    idf,
    withVector: embeddingModel && {
      embeddingModel: embeddingModel.id,
      dimensions: embeddingModel.dimensions,
      layer: fit(embeddingModel.dimensions),
    },
    wordsAlone: forMeasuring && embeddingModel ? EMPTY : fit(0),
    thresholds,
  }
}

const EMPTY: Layer = { intercepts: [], weights: new Float32Array() }

/** A message as the turn that a bot would be asked. */
export const turnOf = ({ text, history, lang }: Utterance) => ({
  question: text,
  messages: history,
  locale: lang,
})

/** Smoothed, as scikit-learn’s TfidfTransformer has it; 0 for what stands in one message alone. */
function idfOf(utterances: readonly Utterance[]): Float32Array {
  const holding = new Int32Array(TEXT_FEATURES)
  for (const { text } of utterances)
    for (const index of countFeatures({ question: text }).keys()) holding[index]!++
  return Float32Array.from(holding, (n) => (n < 2 ? 0 : Math.log((1 + utterances.length) / (1 + n)) + 1))
}
