import type { RankedPassage } from '../retrieval/types'
import { allFactsOf, withoutFacts } from './facts'
import type { Fact } from './fact'
import { stanceOf } from './stance'
import { coverage, termsOf } from './terms'
import { unitsOfPassage } from './units/placedUnits'

/** A sentence of a passage that says something comparable: a fact, a rule, a yes or no. */
export interface Statement {
  passage: RankedPassage
  text: string
  /** Its own terms, without its facts and its stance. */
  terms: Set<string>
  title: Set<string>
  /** What tells its section from others of its document. */
  headings: Set<string>
  facts: Fact[]
  stance: ReturnType<typeof stanceOf>
  /** Words that take one of two sides, which stop words are too: with or without, before or after. */
  sides: string
  /** How an answer begins. */
  verdict: 'yes' | 'no' | null
}

/** A statement is about the question when it holds, with its title and headings, this much of what is asked. */
const ON_QUESTION = 0.34

/** The statements of a passage that are about the question. */
export const statementsOf = (passage: RankedPassage, question: string, locale: string): Statement[] => {
  const wanted = termsOf(question, locale)
  const title = termsOf(passage.document.title, locale)
  const headings = termsOf(passage.headingPath.join(' '), locale)
  const around = [...title, ...headings]
  const isOnQuestion = (terms: ReadonlySet<string>): boolean =>
    coverage(wanted, new Set([...terms, ...around])) >= ON_QUESTION
  return unitsOfPassage(passage).flatMap(({ unit, text }, i) => {
    if (unit.kind === 'code') return []
    // Most sentences are about something else, and this is cheaper than to read them.
    if (!isOnQuestion(termsOf(text, locale))) return []
    const facts = allFactsOf(text)
    const stance = stanceOf(text)
    const verdict = i === 0 && passage.document.collection === 'faqs' ? verdictOf(text) : null
    if (facts.length === 0 && !stance && !verdict) return []
    const plain = withoutFacts(text, facts)
    const terms = termsOf(
      (stance?.words ?? []).reduce((rest, word) => rest.toLowerCase().replace(word, ' '), plain),
      locale,
    )
    const itself = verdict !== null || coverage(wanted, terms) > 0
    return itself && isOnQuestion(terms)
      ? [{ passage, text, terms, title, headings, facts, stance, sides: sidesOf(text), verdict }]
      : []
  })
}

const SIDES =
  /(?<!\p{L})(?:with|without|before|after|above|below|over|under|more|less|fewer|least|most|minimum|maximum|first|last|new|existing|inside|outside|mit|ohne|vor|nach|über|unter|mehr|weniger|mindestens|höchstens|avec|sans|avant|après|plus|moins|minimum|con|sin|antes|después|más|menos|mínimo|máximo)(?!\p{L})/giu

const sidesOf = (text: string): string =>
  Array.from(text.toLowerCase().matchAll(SIDES), ([side]) => side)
    .toSorted()
    .join(' ')

const VERDICT = /^(?:(yes|ja|oui|s[ií])|(no|nein|non))(?=[\s,.!:;–-])/i

const verdictOf = (text: string): Statement['verdict'] => {
  const match = VERDICT.exec(text.trim())
  return match === null ? null : match[1] ? 'yes' : 'no'
}
