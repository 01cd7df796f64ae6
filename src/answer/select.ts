import type { RankedPassage } from '../retrieval/types'
import { RISK_TIERS } from '../vocabulary'
import { answerTypesOf, holdsAnswerType, type AnswerType } from './answerType'
import { headingPathOf, headingsToSay } from './headings'
import { namedThings, shareAbsent } from './named'
import { coverage, rarityOf, termsOf, weightedCoverage, weightOf } from './terms'
import { unitsOf, type Unit } from './units'

/** One sentence to quote: the unit's span, preceded by what it needs to be understood (header row, list's lead-in). */
export interface Selected {
  passage: RankedPassage
  spans: { start: number; end: number }[]
  /** The headings over it, outermost first. */
  headingPath: string[]
  /** Those of them that must be said before it. */
  headings: string[]
}

interface Scored {
  passage: RankedPassage
  unit: Unit
  index: number
  /** Its own terms. */
  own: ReadonlySet<string>
  /** What its words are worth. */
  worth: number
  /** Share of the question's names and numbers that its passage does not mention. */
  absent: number
  /** Worth and the passage's rank. */
  score: number
}

/** How many passages compete to be quoted. */
const PASSAGES = 5
/** The most that is quoted, in characters; an FAQ gives its whole answer, up to twice as much. */
const MAX_CHARACTERS = 700
const MAX_FAQ_CHARACTERS = 2 * MAX_CHARACTERS
/** Sentences quoted beside the paragraph or list that answers best. */
const MAX_FURTHER = 4
/** Worth of holding the kind of fact that is asked for, in rare terms. */
const TYPE_WORTH = 1.2
/** A term in the title or heading is worth this share of one in the sentence itself. */
const CONTEXT_WORTH = 0.7
/** Worth of the passage's fused score, 0 to 1, in rare terms. */
const RANK_WORTH = 6
/** Worth of a passage that holds all the question's terms, by their rarity: it names what is asked about. */
const SUBJECT_WORTH = 8
/** A question or a bare lead-in counts this share of its words' worth. */
const UNFINISHED_SHARE = 0.6
/** How much a further sentence gains from standing beside the best one. */
const NEAR_WORTH = 1.5
/** A sentence of which another text holds this share of the terms says nothing more. */
const SAID = 0.8
/** Another sentence is quoted when it scores at least this share of the best. */
const ALSO = 0.5

/**
 * Chooses what to quote from `passages`, best first: the unit that covers the question's rarer terms best, with its
 * title's and headings' help; if it is in a list, the list; then what stands beside it or scores nearly as
 * well. An FAQ is quoted whole, from its start.
 */
export const selectUnits = (o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Selected[] => {
  const scored = scoreUnits({ ...o, passages: o.passages.slice(0, PASSAGES) })
  const best = scored.reduce<Scored | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
  if (best === null) return []
  if (best.passage.document.collection === 'faqs')
    return wholeFaq(scored.filter(({ passage }) => passage === best.passage))
  const whole = withinLimits([best], around(best, scored), Infinity)
  const further = scored
    .filter((unit) => !whole.includes(unit) && belongsTo(best, unit))
    .map((unit) => ({ unit, near: nearness(unit, best) }))
    .filter(({ unit, near }) => unit.worth + near >= ALSO * best.worth)
    .sort((a, b) => b.unit.score + b.near - a.unit.score - a.near)
    .map(({ unit }) => unit)
  return inOrder(best, withinLimits(whole, further, MAX_FURTHER)).map(toSelected)
}

/**
 * The same sentence about another product is no part of the answer; nor is an aside worth it that asks for more caution
 * than the answer itself.
 */
const belongsTo = (best: Scored, { passage, absent }: Scored): boolean =>
  passage === best.passage || (absent <= best.absent && cautionOf(passage) <= cautionOf(best.passage))

const cautionOf = ({ riskTier, topic }: RankedPassage): number =>
  RISK_TIERS.indexOf(riskTier) + (topic?.escalate ? RISK_TIERS.length : 0)

/** A list is quoted whole, with what leads in, nearest items first; other text by what stands beside it. */
const around = (best: Scored, scored: readonly Scored[]): Scored[] => {
  const list = scored.filter(
    ({ passage, unit }) => passage === best.passage && unit.block === best.unit.block && unit !== best.unit,
  )
  return [best, ...list].some(({ unit }) => unit.kind === 'item')
    ? list.sort((a, b) => Math.abs(a.index - best.index) - Math.abs(b.index - best.index))
    : []
}

const wholeFaq = (units: readonly Scored[]): Selected[] => {
  const start = units[0]?.unit.start ?? 0
  return units
    .filter(({ unit }, i) => i === 0 || unit.end - start <= MAX_FAQ_CHARACTERS)
    .map(({ passage, unit }) => Object.assign(headingsOf(passage, unit), { passage, spans: [unit] }))
}

const toSelected = ({ passage, unit }: Scored): Selected => {
  const { start, end, context } = unit
  return {
    passage,
    spans: context ? [context, { start, end }] : [{ start, end }],
    ...headingsOf(passage, unit),
  }
}

const headingsOf = (passage: RankedPassage, unit: Unit) => ({
  headingPath: headingPathOf(passage, unit),
  headings: headingsToSay(passage, unit),
})

const withinLimits = (chosen: readonly Scored[], further: readonly Scored[], most: number): Scored[] => {
  const all = [...chosen]
  let used = chosen.reduce((sum, unit) => sum + lengthOf(unit), 0)
  for (const unit of further) {
    if (all.length === chosen.length + most) break
    if (used + lengthOf(unit) > MAX_CHARACTERS || isSaid(unit, all)) continue
    used += lengthOf(unit)
    all.push(unit)
  }
  return all
}

/** Whether another text says what is quoted already, in nearly the same words. */
const isSaid = ({ passage, own }: Scored, chosen: readonly Scored[]): boolean =>
  chosen.some((one) => one.passage !== passage && coverage(own, one.own) >= SAID)

const lengthOf = ({ unit }: Scored): number =>
  unit.end - unit.start + (unit.context ? unit.context.end - unit.context.start : 0)

/** The best unit's passage first; within a passage, the order of the text. */
const inOrder = (best: Scored, chosen: readonly Scored[]): Scored[] => {
  const passages = [...new Set([best.passage, ...chosen.map(({ passage }) => passage)])]
  return chosen.toSorted(
    (a, b) => passages.indexOf(a.passage) - passages.indexOf(b.passage) || a.index - b.index,
  )
}

/** What introduces a list is answered by its items, a sentence is qualified by the next; rows stand for themselves. */
const nearness = (unit: Scored, best: Scored): number => {
  if (unit.passage !== best.passage) return 0
  if (unit.unit.context && unit.unit.context.start === best.unit.start) return 2 * NEAR_WORTH
  if (unit.unit.kind === 'row') return 0
  const distance = unit.index - best.index
  return distance === 1 ? 2 * NEAR_WORTH : distance === -1 || distance === 2 ? NEAR_WORTH : 0
}

const scoreUnits = (o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Scored[] => {
  const { question, passages, locale } = o
  const found = passages.flatMap((passage) => unitsWithTerms(passage, locale))
  const holders = found.map(({ own, around }) => new Set([...own, ...around]))
  const weights = rarityOf(termsOf(question, locale), holders)
  const types = answerTypesOf(question)
  const subjects = new Map(
    passages.map((passage) => [
      passage,
      weightedCoverage(weights, termsOf(`${outerOf(passage)} ${passage.text}`, locale)),
    ]),
  )
  const names = namedThings(question, locale)
  const absents = new Map(
    passages.map((passage) => [passage, shareAbsent(names, `${outerOf(passage)} ${passage.text}`)]),
  )
  return found.map(({ passage, unit, index, own, around, text }) => {
    const context = [...around].filter((term) => !own.has(term))
    const full = weightOf(weights, own) + CONTEXT_WORTH * weightOf(weights, context) + typeWorth(text, types)
    const worth = (isUnfinished(text) ? UNFINISHED_SHARE : 1) * full
    return {
      passage,
      unit,
      index,
      own,
      worth,
      absent: absents.get(passage) ?? 0,
      score: worth + RANK_WORTH * passage.score + SUBJECT_WORTH * (subjects.get(passage) ?? 0),
    }
  })
}

/** A question or a bare lead-in among the text is no answer by itself. */
const isUnfinished = (text: string): boolean => /[?:][*_]*$/.test(text.trim())

const typeWorth = (text: string, types: readonly AnswerType[]): number =>
  holdsAnswerType(text, types) ? TYPE_WORTH : 0

const unitsWithTerms = (passage: RankedPassage, locale: string) => {
  const outer = outerOf(passage)
  let heading = ''
  return unitsOf(passage.text, locale).flatMap((unit, index) => {
    const text = passage.text.slice(unit.start, unit.end)
    if (unit.kind === 'heading') heading = text
    if (unit.kind === 'heading') return []
    const lead = unit.context ? passage.text.slice(unit.context.start, unit.context.end) : ''
    return [
      {
        passage,
        unit,
        index,
        text,
        own: termsOf(text, locale),
        around: termsOf(`${outer} ${heading} ${lead}`, locale),
      },
    ]
  })
}

const outerOf = ({ document, headingPath }: RankedPassage): string =>
  [document.title, ...headingPath].join(' ')
