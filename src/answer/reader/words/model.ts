import { z } from 'zod'
import artefact from './model.json'
import { UNIT_FEATURES } from './unitFeatures'
import { VERDICT_FEATURES } from './verdictFeatures'

const layer = <Name extends string>(names: readonly [Name, ...Name[]] | readonly Name[]) =>
  z.strictObject({
    intercept: z.number(),
    /** One a feature; a feature that is not named counts nothing. */
    weights: z.partialRecord(z.enum(names as [Name, ...Name[]]), z.number()),
  })

const coefficients = z.strictObject({ unit: layer(UNIT_FEATURES), verdict: layer(VERDICT_FEATURES) })

/** What `evals/reader/fit.ts` fitted. */
export const wordsModelSchema = z.strictObject({
  id: z.string().min(1),
  /** With the vectors of question and units, and without. */
  withVectors: coefficients,
  wordsAlone: coefficients,
})
export type WordsModel = z.infer<typeof wordsModelSchema>
export type WordsCoefficients = WordsModel['withVectors']

/** The model that ships with this version. */
export const wordsModel: WordsModel = wordsModelSchema.parse(artefact)
