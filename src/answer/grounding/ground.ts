import { languageOf, LANGUAGES } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { termsOf } from '../terms'
import { injection } from '../triggers/injection'
import { faultInAnyLanguage, faultOf, type Fault } from './check'
import type { Evidence } from './evidence'
import { isHeadingAlone, nearestEvidence, placesOf } from './findEvidence'
import { MOST_CHARACTERS, plainSentence } from './proposedSentence'

/** A sentence as a model gives it: words, and the quotes that it says they rest on. */
export interface Proposed {
  text: string
  quotes: readonly { passage: string; quote: string }[]
}

export interface Grounded {
  text: string
  evidence: Evidence[]
  /** It is in another language than its evidence: only what can be compared was. */
  translated: boolean
}

export interface Dropped {
  text: string
  fault: Fault
}

/** What sentences are checked against. */
interface Grounds {
  /** By the ids that the model was given. */
  passages: ReadonlyMap<string, RankedPassage>
  question: string
  /** The customer's. */
  locale: string
  /** Whether evidence bears on the question; all does unless told. */
  bears?: (evidence: readonly Evidence[]) => boolean
}

/** The most quotes that one sentence may rest on; more widen what it may say. */
const MOST_QUOTES = 3
/** More is no quote of a sentence. */
const MOST_IN_QUOTE = 2_000

/**
 * Each proposed sentence with its evidence, or with why it is dropped. A quote that stands in several places is tried in each.
 */
export const groundProposed = (
  proposed: readonly Proposed[],
  o: Grounds,
): { grounded: Grounded[]; dropped: Dropped[] } => {
  const grounded: Grounded[] = []
  const dropped: Dropped[] = []
  for (const { text, quotes } of proposed) {
    const found = groundOne({ text: plainSentence(text), quotes }, o)
    if ('fault' in found) dropped.push(found)
    else grounded.push(found)
  }
  return { grounded, dropped }
}

const groundOne = ({ text, quotes }: Proposed, o: Grounds): Grounded | Dropped => {
  let fault: Fault = 'no_quote'
  for (const evidence of choicesFor({ text, quotes }, o)) {
    const judged = judge(text, evidence, o)
    if (typeof judged !== 'string') return judged
    fault = judged
  }
  return { text, fault }
}

/**
 * Each evidence that the sentence may rest on: where its quotes stand, a heading among them aside. Headings alone point at
 * what stands below them; a sentence that says nothing of its ground has none.
 */
const choicesFor = ({ text, quotes }: Proposed, { passages }: Grounds): Evidence[][] => {
  if (quotes.length === 0 || quotes.length > MOST_QUOTES || text.length > MOST_CHARACTERS) return []
  if (quotes.some(({ quote }) => quote.length > MOST_IN_QUOTE)) return []
  const stating = quotes.filter((quote) => !isHeadingAlone(quote, passages))
  if (stating.length === 0) return nearestEvidence(text, passages).map((evidence) => [evidence])
  return choicesOf(
    stating.map((each) => {
      const places = placesOf(each, passages)
      return places.length > 0 ? places : nearestEvidence(each.quote, passages, 1)
    }),
  )
}

const judge = (text: string, evidence: Evidence[], o: Grounds): Grounded | Fault => {
  const { question, locale, bears = () => true } = o
  const [first] = evidence
  if (!first) return 'no_quote'
  const written = first.passage.locale
  if (evidence.some(({ passage }) => languageOf(passage.locale) !== languageOf(written))) return 'language'
  const translated = !sameLanguage(written, locale)
  const claim = {
    sentence: text,
    evidence: unique(evidence.map((each) => each.text)).join(' '),
    about: unique(evidence.flatMap(({ passage }) => [passage.document.title, ...passage.headingPath])).join(
      ' ',
    ),
    locale: written,
    question,
  }
  if (injection(claim.evidence)) return 'instruction'
  if (!translated && !(isOnTopic(claim, question) && bears(evidence))) return 'off_topic'
  const fault = translated ? faultInAnyLanguage(claim, locale) : faultOf(claim)
  return fault ?? { text, evidence, translated }
}

/** Evidence speaks of something that is asked for. */
const isOnTopic = (o: { evidence: string; about: string; locale: string }, question: string): boolean => {
  const held = termsOf(`${o.about} ${o.evidence}`, o.locale)
  const wanted = termsOf(question, o.locale)
  return wanted.size === 0 || [...wanted].some((term) => held.has(term))
}

/** Whether both are the same language, be it one of ours or not. */
export const sameLanguage = (a: string, b: string): boolean => prefixOf(a) === prefixOf(b)

/** Whether a sentence in this locale can be checked against one in another language. */
export const isKnownLanguage = (locale: string): boolean =>
  LANGUAGES.some((known) => known === prefixOf(locale))

const prefixOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? ''

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** Each way to choose one place a quote; few, since a quote stands in few places. */
const choicesOf = (places: readonly Evidence[][]): Evidence[][] =>
  places.reduce<Evidence[][]>(
    (choices, options) => choices.flatMap((choice) => options.map((option) => [...choice, option])),
    [[]],
  )
