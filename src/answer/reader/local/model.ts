import { wordsModelSchema, type WordsModel } from '../words/model'
import artefact from './model.json'

/** How what the cross-encoder says is weighed with the signs of words; fitted by `evals/reader/fit.ts --local`. */
export const localModel: WordsModel = wordsModelSchema.parse(artefact)
