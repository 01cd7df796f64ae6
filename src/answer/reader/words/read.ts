import type { EmbeddingModel, RankedPassage } from '../../../retrieval/types'
import type { Reader, Reading } from '../types'
import { likelihood } from '../../logistic'
import { wordsModel, type WordsModel } from './model'
import { featureUnits, type Vectors } from './unitFeatures'
import { vectorsFor } from './vectors'
import { verdictFeatures, type LikelyUnit, type VerdictFeatures } from './verdictFeatures'

/**
 * The reader that needs no model of its own: learned weights over signs that are cheap to see (words by rarity, the kind of
 * answer that is asked for, names, headings), and over the embedding model's vectors where there is one.
 */
export const createWordsReader = (model: EmbeddingModel | null): Reader => ({
  id: wordsModel.id,
  read: async (request) =>
    readByWords({ ...request, vectors: model && (await vectorsFor({ ...request, model })) }),
})

/** Reads with what is at hand. Pure: the same question, passages and vectors, the same reading. */
export function readByWords(o: WordsRequest): Reading {
  const { units, answered } = weigh(o)
  const [best] = units
  return {
    reader: wordsModel.id,
    units: units.map(({ placed, probability }) => ({ placed, probability })),
    answered,
    span: best
      ? { releaseId: best.placed.passage.releaseId, start: best.placed.unit.start, end: best.placed.unit.end }
      : null,
  }
}

/** What a unit loses that lacks every name of the question which another one has. */
const OF_SIBLING = 0.6

export interface WordsRequest {
  question: string
  locale: string
  passages: readonly RankedPassage[]
  vectors: Vectors | null
}

/** The same with the signs that it rests on. */
export function weigh(
  o: WordsRequest,
  model: Pick<WordsModel, 'withVectors' | 'wordsAlone'> = wordsModel,
): { units: LikelyUnit[]; answered: number; features: VerdictFeatures | null } {
  const { asked, units } = featureUnits(o)
  const { unit, verdict } = o.vectors ? model.withVectors : model.wordsAlone
  const leastAbsent = units.reduce((least, { features }) => Math.min(least, features.namesAbsent), 1)
  const likely = units
    .map((each) => {
      // What speaks of a sibling does not answer while something speaks of the thing that is named.
      const lacking = each.features.namesAbsent - leastAbsent
      const probability = likelihood(unit, each.features) * (1 - OF_SIBLING * lacking)
      return Object.assign({}, each, { probability })
    })
    .toSorted((a, b) => b.probability - a.probability)
  if (likely.length === 0) return { units: [], answered: 0, features: null }
  const features = verdictFeatures({ asked, units: likely, passages: o.passages })
  return { units: likely, answered: likelihood(verdict, features), features }
}
