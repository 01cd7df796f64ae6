import { countFeatures, talkOf, type CountedTurn } from '../../src/answer/turn/turnFeatures'
import { IDF_STEP, TALK_STEP, type TurnModel, type TurnModelFile } from '../../src/answer/turn/turnModel'

/** A model as it is kept: in whole numbers, which move no probability by more than a hundredth. @param turns that it was fitted on. */
export function packTurnModel(model: TurnModel, turns: readonly CountedTurn[]): TurnModelFile {
  const { id, thresholds, labels, idf, withVector, wordsAlone } = model
  const features = turns.map((turn) =>
    [...countFeatures(turn)].flatMap(([index, times]) => Array.from({ length: times }, () => index)),
  )
  const talk = turns.flatMap(talkOf)
  return {
    id,
    thresholds,
    labels: [...labels],
    idf: base64(Uint8Array.from(idf, (value) => Math.min(255, Math.round(value / IDF_STEP)))),
    examples: {
      sizes: base64(Uint16Array.from(features, ({ length }) => length)),
      features: base64(Uint16Array.from(features.flat())),
      talk: base64(Uint8Array.from(talk, (value) => Math.round(value / TALK_STEP))),
    },
    withVector: withVector && {
      embeddingModel: withVector.embeddingModel,
      dimensions: withVector.dimensions,
      ...packVectors(withVector.vectors.vectors),
      weights: packWeights(withVector.weights, labels.length),
    },
    wordsAlone: packWeights(wordsAlone.weights, labels.length),
  }
}

function packVectors(vectors: Float32Array): { vectors: string; step: number } {
  const step = mostOf(vectors) / 127
  return { vectors: base64(Int8Array.from(vectors, (value) => Math.round(value / step))), step }
}

function packWeights(weights: Float32Array, labels: number): TurnModelFile['wordsAlone'] {
  const steps = Array.from(
    { length: labels },
    (_, label) => mostOf(weights.filter((_weight, i) => i % labels === label)) / 32_767,
  )
  const whole = Int16Array.from(weights, (weight, i) => Math.round(weight / steps[i % labels]!))
  return { steps, weights: base64(whole) }
}

const mostOf = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)

const base64 = (numbers: Uint8Array | Uint16Array | Int8Array | Int16Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')
