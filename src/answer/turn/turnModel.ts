import { z } from 'zod'
import { createVectorTable, type VectorTable } from '../../retrieval/vectorTable'
import { layOut, type Examples } from './examples'
import { TURN_LABELS, type TurnLabel } from './labels'
import { TALK_SIZE, TEXT_FEATURES, textRow } from './turnFeatures'

/** A fitted classifier of turns. */
export interface TurnModel {
  /** Names what it was fitted on. */
  id: string
  labels: readonly TurnLabel[]
  idf: Float32Array
  examples: Examples
  /** With the vector of the question by this embedding model. */
  withVector: {
    embeddingModel: string
    dimensions: number
    /** Of the examples. */
    vectors: VectorTable
    /** What each example speaks for: its labels, example after example. */
    weights: Float32Array
  } | null
  wordsAlone: { weights: Float32Array }
  thresholds: TurnThresholds
}

/** Probabilities from which on a turn is taken for something; a person may move them. */
export interface TurnThresholds {
  /** Of all labels that go to a person, together. */
  person: number
  /** Of danger alone, which must not be missed. */
  danger: number
  /** Of one danger in a part of a long message, which is read without what stands beside it. */
  part: number
  /** Of small talk and work that is not ours. */
  aside: number
  /** Of one label alone. */
  labels: Partial<Record<TurnLabel, number>>
  /** Once no text has the answer: of all that is about health together, and of all dangers. */
  suspected?: { health: number; danger: number } | undefined
  /** Below this for all labels that go to a person together, a pattern that fired is taken for a slip. */
  veto: number
}

const probability = z.number().min(0).max(1)

const weightsSchema = z.object({
  /** Of each label: the value of one step of its weights. */
  steps: z.array(z.number()),
  /** Base64 of signed 16-bit numbers, example after example. */
  weights: z.base64(),
})

const fileSchema = z.object({
  id: z.string(),
  thresholds: z.object({
    person: probability,
    danger: probability,
    part: probability,
    aside: probability,
    labels: z.partialRecord(z.enum(TURN_LABELS), probability),
    suspected: z.object({ health: probability, danger: probability }).optional(),
    veto: probability,
  }),
  labels: z.array(z.enum(TURN_LABELS)),
  /** Base64 of bytes, each a twentieth. */
  idf: z.base64(),
  examples: z.object({
    /** Base64 of 16-bit numbers: how many features each example has. */
    sizes: z.base64(),
    /** Base64 of 16-bit numbers: the features of the examples, one as often as it occurs. */
    features: z.base64(),
    /** Base64 of bytes, each a 255th. */
    talk: z.base64(),
  }),
  withVector: z
    .object({
      embeddingModel: z.string(),
      dimensions: z.int().positive(),
      /** Base64 of signed bytes, each a 127th of the step. */
      vectors: z.base64(),
      step: z.number().positive(),
      weights: weightsSchema,
    })
    .nullable(),
  wordsAlone: weightsSchema,
})
export type TurnModelFile = z.infer<typeof fileSchema>

export const IDF_STEP = 0.05
export const TALK_STEP = 1 / 255

/** Reads a model as it is kept. @throws {z.ZodError} or {RangeError} when it is not one. */
export function parseTurnModel(json: unknown): TurnModel {
  const { idf: packed, examples: kept, withVector, wordsAlone, ...rest } = fileSchema.parse(json)
  const bytes = bytesOf(packed)
  mustBe(bytes.length, TEXT_FEATURES, 'features')
  const idf = Float32Array.from(bytes, (byte) => byte * IDF_STEP)
  const examples = examplesOf(kept, idf)
  const size = examples.count * rest.labels.length
  return {
    ...rest,
    idf,
    examples,
    withVector: withVector && {
      embeddingModel: withVector.embeddingModel,
      dimensions: withVector.dimensions,
      vectors: vectorsOf(withVector, examples.count),
      weights: weightsOf(withVector.weights, size),
    },
    wordsAlone: { weights: weightsOf(wordsAlone, size) },
  }
}

function examplesOf({ sizes, features, talk }: TurnModelFile['examples'], idf: Float32Array): Examples {
  const [counts, indices, talked] = [sixteenBits(sizes), sixteenBits(features), bytesOf(talk)]
  mustBe(talked.length, counts.length * TALK_SIZE, 'signs of conversations')
  let from = 0
  const turns = Array.from(counts, (size, i) => {
    const times = new Map<number, number>()
    for (const index of indices.subarray(from, from + size)) times.set(index, (times.get(index) ?? 0) + 1)
    from += size
    const signs = talked.subarray(i * TALK_SIZE, (i + 1) * TALK_SIZE)
    return { row: textRow(times, idf), talk: Array.from(signs, (byte) => byte * TALK_STEP) }
  })
  return layOut(turns)
}

function vectorsOf(
  { vectors, step, dimensions }: NonNullable<TurnModelFile['withVector']>,
  count: number,
): VectorTable {
  const bytes = new Int8Array(bytesOf(vectors))
  mustBe(bytes.length, count * dimensions, 'parts of vectors')
  const kept = new Float32Array(bytes.length)
  for (let i = 0; i < kept.length; i++) kept[i] = bytes[i]! * step
  return createVectorTable(kept, dimensions)
}

function weightsOf({ steps, weights }: z.infer<typeof weightsSchema>, size: number): Float32Array {
  const whole = new Int16Array(sixteenBits(weights))
  mustBe(whole.length, size, 'weights')
  return Float32Array.from(whole, (weight, i) => weight * (steps[i % steps.length] ?? 0))
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

function sixteenBits(text: string): Uint16Array {
  const bytes = bytesOf(text)
  return new Uint16Array(bytes.buffer, 0, Math.floor(bytes.length / 2))
}

function mustBe(found: number, wanted: number, of: string): void {
  if (found !== wanted) throw new RangeError(`A turn model with ${found} ${of}, not ${wanted}.`)
}
