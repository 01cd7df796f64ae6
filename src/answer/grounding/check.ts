import { languageOf } from '../../retrieval/analyze'
import { factsOf } from '../facts'
import type { Fact } from '../fact'
import { clausesAgree } from './clauses'
import { departure, markersOf } from './markers'
import { withoutNamedNumbers } from './namedNumbers'
import { numbersOf } from './numbers'
import { partiesOf, sameParties } from './parties'
import { isPlain } from './plainText'
import { strangeWord } from './words'

/** Why a generated sentence is not given to a customer. The receipt keeps it. */
export type Fault =
  | 'not_plain'
  | 'no_quote'
  | 'number'
  | 'fact'
  | 'name'
  | 'words'
  | 'meaning'
  | 'parties'
  | 'clauses'
  | 'language'
  | 'off_topic'
  | 'instruction'
  | 'not_entailed'

/** A sentence beside the words that it rests on. */
interface Claim {
  sentence: string
  /** The whole units quoted, without Markdown. */
  evidence: string
  /** Title and headings above them: names may come from there. */
  about: string
  /** Of the evidence; BCP 47. */
  locale: string
  /** The customer's, which may name what it is about. */
  question?: string
}

/**
 * The first way in which a sentence says what its evidence, in the same language, does not; null when it says nothing
 * else. Pure, and deaf to whoever wrote the sentence: a model that obeys an attacker can choose only among the words of
 * signed text, with their numbers, denials and limits where they stand.
 */
export const faultOf = (claim: Claim): Fault | null => {
  const { sentence, evidence, about, locale } = claim
  const language = languageOf(locale)
  const whole = `${about} ${evidence}`
  const [said, told] = [unnamed(sentence, claim), unnamed(evidence, claim)]
  return (
    faultInAnyLanguage(claim, locale) ??
    (strangeWord(sentence, whole, language) !== null ? 'words' : null) ??
    (evidence.includes(sentence) || clausesAgree(said, told, language) ? null : 'clauses')
  )
}

/** What can be told also of a sentence in another language than its evidence: numbers, facts, names, small words. */
export const faultInAnyLanguage = (claim: Claim, said: string): Fault | null => {
  const { sentence, evidence, about, locale } = claim
  const [spoken, written] = [languageOf(said), languageOf(locale)]
  if (!isPlain(sentence, evidence)) return 'not_plain'
  if (!isWithin(numbersOf(unnamed(sentence, claim)), numbersOf(evidence))) return 'number'
  if (!factsOf(sentence).every((fact) => factsOf(evidence).some((other) => isSame(fact, other))))
    return 'fact'
  if (!codesIn(sentence).every((code) => `${about} ${evidence}`.includes(code))) return 'name'
  if (departure(markersOf(sentence, spoken), markersOf(evidence, written))) return 'meaning'
  return sameParties(partiesOf(sentence, spoken), partiesOf(evidence, written)) ? null : 'parties'
}

/** Without the numbers that are names: those are not what is claimed. */
const unnamed = (text: string, { question = '', about, evidence, locale }: Claim): string =>
  withoutNamedNumbers(text, { question, about, evidence }, locale)

const isSame = (a: Fact, b: Fact): boolean => a.kind === b.kind && a.unit === b.unit && a.value === b.value

const isWithin = <T>(part: ReadonlySet<T>, whole: ReadonlySet<T>): boolean =>
  [...part].every((each) => whole.has(each))

/** Names that a stop list or a stem would lose: “US”, “A4”, “iPhone15”, “€”. */
const codesIn = (text: string): string[] =>
  Array.from(
    text.matchAll(
      /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Lu}\d&-]+|\p{L}+\d[\p{L}\d]*|\d+\p{L}[\p{L}\d]*)(?![\p{L}\p{N}])|\p{Sc}|%/gu,
    ),
    ([code]) => code,
  )
