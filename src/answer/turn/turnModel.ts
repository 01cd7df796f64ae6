import { z } from 'zod'
import { TEXT_FEATURES } from './turnFeatures'
import { TURN_LABELS, type TurnLabel } from './labels'

/** Weights of one linear layer: for each label an intercept and a weight for each feature. */
export interface Layer {
  intercepts: number[]
  /** Label after label. */
  weights: Float32Array
}

/** A fitted classifier of turns. */
export interface TurnModel {
  /** Names what it was fitted on. */
  id: string
  labels: readonly TurnLabel[]
  idf: Float32Array
  /** With the vector of the question by this embedding model. */
  withVector: { embeddingModel: string; dimensions: number; layer: Layer } | null
  wordsAlone: Layer
  /** From where on a turn is for a person, and from where on it is taken for what else it may be; 0 to 1. */
  thresholds: TurnThresholds
}

/** Of probabilities; a person may move them. */
export interface TurnThresholds {
  /** Of all labels that go to a person, together. */
  person: number
  /** Of danger alone, which must not be missed. */
  danger: number
  /** Of small talk and work that is not ours. */
  aside: number
}

const layerSchema = z.object({
  intercepts: z.array(z.number()),
  /** Of each label: the value of one step of its weights. */
  steps: z.array(z.number()),
  /** Base64 of signed bytes, label after label. */
  weights: z.base64(),
})

const fileSchema = z.object({
  id: z.string(),
  labels: z.array(z.enum(TURN_LABELS)),
  /** Base64 of bytes, each a twentieth. */
  idf: z.base64(),
  withVector: z
    .object({ embeddingModel: z.string(), dimensions: z.int().positive(), layer: layerSchema })
    .nullable(),
  wordsAlone: layerSchema,
  thresholds: z.object({
    person: z.number().min(0).max(1),
    danger: z.number().min(0).max(1),
    aside: z.number().min(0).max(1),
  }),
})
export type TurnModelFile = z.infer<typeof fileSchema>

const IDF_STEP = 0.05

/** Reads a model as it is kept. @throws {z.ZodError} or {RangeError} when it is not one. */
export function parseTurnModel(json: unknown): TurnModel {
  const { idf, withVector, wordsAlone, ...rest } = fileSchema.parse(json)
  const bytes = Buffer.from(idf, 'base64')
  if (bytes.length !== TEXT_FEATURES)
    throw new RangeError(`A turn model of ${bytes.length} features, not ${TEXT_FEATURES}.`)
  const size = (extra: number) => rest.labels.length * (TEXT_FEATURES + extra)
  return {
    ...rest,
    idf: Float32Array.from(bytes, (byte) => byte * IDF_STEP),
    withVector: withVector && {
      ...withVector,
      layer: layerOf(withVector.layer, size(withVector.dimensions)),
    },
    wordsAlone: layerOf(wordsAlone, size(0)),
  }
}

/** The same as it is kept: weights in signed bytes, which move no probability by more than a hundredth. */
export function toTurnModelFile({ idf, withVector, wordsAlone, labels, ...rest }: TurnModel): TurnModelFile {
  const packed = (layer: Layer) => packLayer(layer, labels.length)
  return {
    ...rest,
    labels: [...labels],
    idf: Buffer.from(Uint8Array.from(idf, (value) => Math.min(255, Math.round(value / IDF_STEP)))).toString(
      'base64',
    ),
    withVector: withVector && { ...withVector, layer: packed(withVector.layer) },
    wordsAlone: packed(wordsAlone),
  }
}

function layerOf({ intercepts, steps, weights }: z.infer<typeof layerSchema>, size: number): Layer {
  const bytes = new Int8Array(Buffer.from(weights, 'base64'))
  if (bytes.length !== size) throw new RangeError(`A layer of ${bytes.length} weights, not ${size}.`)
  const perLabel = size / steps.length
  const kept = new Float32Array(size)
  // Some hundred thousand weights, in the time of the first question: a callback for each would take twenty times as long.
  for (let i = 0; i < size; i++) kept[i] = bytes[i]! * (steps[Math.floor(i / perLabel)] ?? 0)
  return { intercepts, weights: kept }
}

function packLayer({ intercepts, weights }: Layer, labels: number): z.infer<typeof layerSchema> {
  const perLabel = weights.length / labels
  const steps = Array.from({ length: labels }, (_, i) => {
    const own = weights.subarray(i * perLabel, (i + 1) * perLabel)
    return own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127
  })
  const bytes = Int8Array.from(weights, (weight, i) =>
    Math.round(weight / (steps[Math.floor(i / perLabel)] ?? 1)),
  )
  return { intercepts, steps, weights: Buffer.from(bytes.buffer).toString('base64') }
}
