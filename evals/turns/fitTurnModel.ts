import { countFeatures, talkOf, TEXT_FEATURES, textRow } from '../../src/answer/turn/turnFeatures'
import { createVectorTable, type VectorTable } from '../../src/retrieval/vectorTable'
import { layOut } from '../../src/answer/turn/examples'
import { TURN_LABELS } from '../../src/answer/turn/labels'
import type { TurnModel, TurnThresholds } from '../../src/answer/turn/turnModel'
import { fitKernel } from './fitKernel'
import type { Utterance } from './utterances'

export interface EmbeddedUtterance extends Utterance {
  /** Null where no model was at hand. */
  vector: Float32Array | null
}

/** Where nothing else is known; `chooseThresholds` finds better ones on data that was not fitted on. */
export const DEFAULT_THRESHOLDS: TurnThresholds = {
  person: 0.6,
  danger: 0.5,
  part: 0.5,
  aside: 0.6,
  labels: {},
  veto: 0,
}

/** How much of a message that may as well be something else is of its first label. */
const FIRST_OF_SEVERAL = 0.6

/** Fits both ways to read, with and without the question’s vector, on the same messages. */
export function fitTurnModel(o: {
  id: string
  utterances: readonly EmbeddedUtterance[]
  embeddingModel: { id: string; dimensions: number } | null
  thresholds?: TurnThresholds
  /** Only the way that will be used, when a model is fitted to be measured. */
  forMeasuring?: boolean
}): TurnModel {
  const { id, utterances, embeddingModel, thresholds = DEFAULT_THRESHOLDS, forMeasuring = false } = o
  const idf = idfOf(utterances)
  const turns = utterances.map(turnOf).map((turn) => ({
    row: textRow(countFeatures(turn), idf),
    talk: talkOf(turn),
  }))
  const examples = layOut(turns)
  const targets = Float32Array.from(utterances.flatMap(targetsOf))
  const dimensions = embeddingModel?.dimensions ?? 0
  const allVectors = embeddingModel && createVectorTable(vectorsOf(utterances, dimensions), dimensions)
  const fit = (vectors: VectorTable | null) =>
    fitKernel({ examples, turns, vectors, dimensions, targets, labels: TURN_LABELS.length })
  return {
    id,
    labels: TURN_LABELS,
    idf,
    examples,
    withVector: embeddingModel &&
      allVectors && {
        embeddingModel: embeddingModel.id,
        dimensions,
        vectors: allVectors,
        weights: fit(allVectors),
      },
    wordsAlone: { weights: forMeasuring && embeddingModel ? new Float32Array() : fit(null) },
    thresholds,
  }
}

function vectorsOf(utterances: readonly EmbeddedUtterance[], dimensions: number): Float32Array {
  const vectors = new Float32Array(utterances.length * dimensions)
  utterances.forEach(({ vector }, i) => vector && vectors.set(vector, i * dimensions))
  return vectors
}

const targetsOf = ({ label, also }: Utterance): number[] =>
  TURN_LABELS.map((each) => {
    if (each === label) return also.length ? FIRST_OF_SEVERAL : 1
    return also.includes(each) ? (1 - FIRST_OF_SEVERAL) / also.length : 0
  })

/** A message as the turn that a bot would be asked. */
export const turnOf = ({ text, history, lang }: Pick<Utterance, 'text' | 'history' | 'lang'>) => ({
  question: text,
  messages: history,
  locale: lang,
})

/** Smoothed, as scikit-learn’s TfidfTransformer has it; 0 for what stands in no message. */
function idfOf(utterances: readonly Utterance[]): Float32Array {
  const holding = new Int32Array(TEXT_FEATURES)
  for (const { text } of utterances)
    for (const index of countFeatures({ question: text }).keys()) holding[index]!++
  return Float32Array.from(holding, (n) => (n === 0 ? 0 : Math.log((1 + utterances.length) / (1 + n)) + 1))
}
