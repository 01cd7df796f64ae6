import type { RankedPassage } from '../retrieval/types'
import { marginOf } from '../retrieval/usual'
import { answerTypesOf, holdsAnswerType } from './answerType'
import { logOdds } from './logistic'
import { namedThings, shareAbsent } from './named'
import { coverage, jaccard, rarityOf, termsOf, weightedCoverage } from './terms'
import { unitsOfPassage } from './units/placedUnits'

/** Signs that the best passages answer the question. All are about 0 to 1, more is better, except where it says share absent. */
export const FEATURES = [
  /** Highest cosine among the best passages (absent without a dense leg). */
  'denseTop',
  /** How far the best cosine stands above the mean of what was found (absent without a dense leg). */
  'denseLift',
  /** The first passage's words score, over 10 and the square root of the question's content terms. */
  'wordsFirst',
  /** Share of the question's content terms in the best covering passage, with its title and headings. */
  'passageCoverage',
  /** The same for its best two neighbouring units alone, title and headings counted too. */
  'unitCoverage',
  /** The same, where a term that few of the considered passages hold weighs more. */
  'rareCoverage',
  /** Share of the content terms that stand in any considered passage at all. */
  'anyCoverage',
  /** 1 when both legs put the same document first (absent without a dense leg). */
  'legsAgree',
  /** Fused score of the first passage over the mean of the next four. */
  'margin',
  /** 1 when the question asks for a kind of fact (amount, date...) that its best units lack. */
  'factMissing',
  /** Share of the names and numbers in the question that the best passage, title and headings do not mention. */
  'namesAbsent',
  /** Fused score of the passage that is quoted first. */
  'quotedScore',
  /** Share of the question's terms, by rarity, in the words that are quoted, without title and headings. */
  'quotedCoverage',
  /** Share of terms that the question and the quoted FAQ's own have in common (Jaccard); 0 for other text. */
  'phrasing',
  /** Names and numbers in the question, over 5. */
  'names',
  /** Content terms of the question, over 10. */
  'length',
  /** Log odds that the question is answered, by what read the passages. */
  'read',
] as const
type Feature = (typeof FEATURES)[number]
export type Features = Record<Feature, number>

/** Passages that may carry the answer, out of all considered. */
const TOP = 3

/** What would be quoted: its words, and the passages they stand in. */
export interface Quoted {
  text: string
  chunkIds: readonly string[]
}

/** The signs for one question over hydrated passages, best first. Pure; all zero without passages. */
export const featuresOf = (o: {
  question: string
  passages: readonly RankedPassage[]
  quoted: Quoted
  locale: string
  /** How likely the question is answered, by what read the passages; even unless told. */
  answered?: number
}): Features => {
  const { question, passages, quoted, locale } = o
  const top = passages.slice(0, TOP)
  const wanted = termsOf(question, locale)
  const wordsScale = 0.1 / Math.sqrt(Math.max(1, wanted.size))
  const weights = rarityOf(
    wanted,
    passages.map((passage) => termsOf(contextAndText(passage), locale)),
  )
  const covers = top.map((passage) => coversOf({ passage, wanted, weights, locale }))
  const best = covers.reduce((a, b) => (b.value > a.value ? b : a), NOTHING)
  const first = passages.find(({ chunkId }) => quoted.chunkIds.includes(chunkId))
  const everything = termsOf(passages.map(contextAndText).join('\n'), locale)
  return {
    denseTop: Math.max(0, ...top.map(({ dense }) => dense ?? 0)),
    denseLift: Math.max(0, ...passages.map(({ lift }) => lift ?? 0)),
    wordsFirst: wordsScale * (top[0]?.words ?? 0),
    passageCoverage: Math.max(0, ...covers.map(({ passage }) => passage)),
    unitCoverage: Math.max(0, ...covers.map(({ units }) => units)),
    rareCoverage: Math.max(0, ...covers.map(({ rare }) => rare)),
    anyCoverage: coverage(wanted, everything),
    legsAgree: legsAgree(passages) ? 1 : 0,
    margin: marginOf(passages.map(({ score }) => score)),
    factMissing: holdsAnswerType(best.text, answerTypesOf(question, locale)) === false ? 1 : 0,
    namesAbsent: top.length === 0 ? 0 : shareAbsent(namedThings(question, locale), best.all),
    quotedScore: first?.score ?? 0,
    quotedCoverage: weightedCoverage(weights, termsOf(quoted.text, locale)),
    phrasing:
      first?.document.collection === 'faqs' ? jaccard(wanted, termsOf(first.document.title, locale)) : 0,
    names: namedThings(question, locale).size / 5,
    length: wanted.size / 10,
    read: logOdds(o.answered ?? 0.5, 0.002),
  }
}

interface Covers {
  passage: number
  units: number
  rare: number
  value: number
  /** The best covering units' text. */
  text: string
  all: string
}

const NOTHING: Covers = { passage: 0, units: 0, rare: 0, value: -1, text: '', all: '' }

const coversOf = (o: {
  passage: RankedPassage
  wanted: ReadonlySet<string>
  weights: ReadonlyMap<string, number>
  locale: string
}): Covers => {
  const { passage, wanted, weights, locale } = o
  const all = contextAndText(passage)
  const context = termsOf(contextOf(passage), locale)
  let best = { units: 0, rare: 0, text: '' }
  for (const text of pairsOf(passage)) {
    const terms = new Set([...termsOf(text, locale), ...context])
    const rare = weightedCoverage(weights, terms)
    if (rare >= best.rare) best = { units: coverage(wanted, terms), rare, text }
  }
  return { ...best, passage: coverage(wanted, termsOf(all, locale)), value: best.rare, all }
}

/** Each unit with the one after it. */
const pairsOf = (passage: RankedPassage): string[] => {
  const units = unitsOfPassage(passage)
  return units.map(({ leads, text }, i) => [...leads, text, units[i + 1]?.text ?? ''].join(' '))
}

const contextOf = ({ document, headingPath }: RankedPassage): string =>
  [document.title, ...headingPath].join(' ')
const contextAndText = (passage: RankedPassage): string => `${contextOf(passage)}\n${passage.text}`

const legsAgree = (passages: readonly RankedPassage[]): boolean => {
  const first = (leg: 'dense' | 'words') =>
    passages
      .filter((passage) => passage[leg] !== null)
      .reduce<RankedPassage | null>((a, b) => (a === null || (b[leg] ?? 0) > (a[leg] ?? 0) ? b : a), null)
  const dense = first('dense')
  return dense !== null && dense.document.id === first('words')?.document.id
}
