import type { EmbeddingModel, RankedPassage } from '../../../retrieval/types'
import type { Reader, Reading } from '../types'
import { likelihood } from '../../logistic'
import { askedBy, type Asked } from './asked'
import { unitsCompared } from './comparison'
import { wordsModel, type WordsModel } from './model'
import { featureUnits, type ReadUnits, type Vectors } from './unitFeatures'
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
export const readByWords = (o: WordsRequest): Reading => readWith(o, wordsModel)

/** Reads with what is at hand, weighed as `model` says. */
export function readWith(o: WordsRequest, model: WordsModel): Reading {
  const { units, answered } = weigh(o, model)
  const [best] = units
  return {
    reader: model.id,
    units: units.map(({ placed, probability }) => ({ placed, probability })),
    answered,
    span: best
      ? { releaseId: best.placed.passage.releaseId, start: best.placed.unit.start, end: best.placed.unit.end }
      : null,
  }
}

/** What a unit loses that lacks every name of the question which another one has. */
const OF_SIBLING = 0.6

/** What is left of a verdict where the question names a code or a model ("Curlew900") that no unit holds. */
const OF_UNKNOWN = 0.6

const codeShare = ({ names }: Asked, units: readonly LikelyUnit[]): number =>
  [...names].some((name) => CODE.test(name) && units.every(({ terms }) => !terms.all.has(name)))
    ? OF_UNKNOWN
    : 1

/** Letters and digits in one word; neither an amount nor a time. */
const CODE = /^(?=.*\p{N})(?=.*\p{L}.*\p{L}.*\p{L})[\p{L}\p{N}]+$/u

/** Two questions are one from this share of their terms on. */
const SAME_QUESTION = 0.85
const IN_ITS_WORDS = 0.9
/** How likely a comparison is answered by the rows or items that speak of both sides; `reading`, hands a to c: 10 of 10. */
const BOTH_SIDES = 0.85
/** What is left of a verdict where only one side is spoken of. */
const ONE_SIDE = 0.6

interface Weighed {
  /** Best first. */
  units: LikelyUnit[]
  answered: number
  features: VerdictFeatures | null
}

export interface WordsRequest {
  question: string
  locale: string
  passages: readonly RankedPassage[]
  vectors: Vectors | null
  /** What a cross-encoder made of some of the units; its own coefficients are then to be used. */
  read?: ReadUnits
}

/** The same with the signs that it rests on. */
export function weigh(
  o: WordsRequest,
  model: Pick<WordsModel, 'withVectors' | 'wordsAlone'> = wordsModel,
): Weighed {
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
  const answered = inItsWords(asked, likely[0])
    ? IN_ITS_WORDS
    : likelihood(verdict, features) * codeShare(asked, likely)
  return compare({
    asked,
    units: likely,
    answered,
    features,
  })
}

/** Whether an FAQ's own question is asked, in its words, for the same kind of thing, and of nothing that it does not name. */
function inItsWords(asked: Asked, best: LikelyUnit | undefined): boolean {
  if (!best || best.features.faqTitle < SAME_QUESTION || best.features.namesAbsent > 0) return false
  const { passage } = best.placed
  const own = askedBy(passage.document.title, passage.locale)
  return (
    own.kind === asked.kind && own.isNegated === asked.isNegated && own.types.join() === asked.types.join()
  )
}

/** A comparison is read where both sides stand, and hardly answered where only one does. */
function compare(read: Weighed & { asked: Asked }): Weighed {
  const { asked, units, answered, features } = read
  if (!asked.compared) return { units, answered, features }
  const together = unitsCompared(units, asked.compared)
  if (!together) return { units, answered: answered * ONE_SIDE, features }
  // A sentence that holds words of both may still tell of neither.
  if (together.some(({ placed }) => placed.unit.kind === 'sentence')) return { units, answered, features }
  const probability = Math.max(units[0]?.probability ?? 0, ...together.map((unit) => unit.probability))
  const first = together.map((unit) => Object.assign({}, unit, { probability }))
  const others = units.filter((unit) => !together.includes(unit))
  return { units: [...first, ...others], answered: Math.max(answered, BOTH_SIDES), features }
}
