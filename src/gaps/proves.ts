import { answerTypesOf, holdsAnswerType } from '../answer/answerType'
import { namedThings, shareAbsent } from '../answer/named'
import { coverage, termsOf } from '../answer/terms'
import { withoutPoliteness } from '../answer/understand/politeness'
import { plain } from '../answer/reading/readings'

/** Share of a question’s terms that stands in what is quoted, or over it, when it is answered at all. */
const LEAST_SAID = 1 / 3

/**
 * Whether what is quoted can be the answer that was missing: it holds the kind of fact that was asked for, speaks of something
 * that was named, and has a part of the question’s words. Stricter than an answer to a customer, for a gap that closes
 * falsely is never looked at again. Pure.
 * @param about what else its wordings speak of: a sentence that has none of it stands under the right title and says something else.
 * @param names what the gap is about, all of which must be spoken of. @param said the quoted sentences. @param over the title and the headings that they stand under.
 */
export function provesAnswer(o: {
  question: string
  said: string
  over: string
  locale: string
  names?: ReadonlySet<string>
  about?: ReadonlySet<string>
}): boolean {
  const { over, locale, names = new Set(), about = new Set() } = o
  const question = withoutPoliteness(o.question, locale)
  if (isSearch(question, locale)) return coverage(termsOf(question, locale), termsOf(over, locale)) === 1
  if (!speaksOf(o.said, about, locale)) return false
  const said = `${over}\n${o.said}`
  if (holdsAnswerType(said, answerTypesOf(question)) === false) return false
  if (shareAbsent(names, said) > 0) return false
  if (shareAbsent(namedThings(question, locale), said) === 1) return false
  return coverage(termsOf(question, locale), termsOf(said, locale)) >= LEAST_SAID
}

const speaksOf = (said: string, about: ReadonlySet<string>, locale: string): boolean =>
  about.size === 0 ||
  [...termsOf(said, locale)].some((term) => [...about].some((other) => isOneWord(term, other)))

/** "deliver" and "delivery" have other stems. */
const ROOT = 5
const isOneWord = (a: string, b: string): boolean =>
  a === b || (a.length >= ROOT && b.length >= ROOT && a.slice(0, ROOT) === b.slice(0, ROOT))

/** A few words that name a subject and ask nothing of it: only a text on that subject is what was missing. */
const isSearch = (question: string, locale: string): boolean => {
  const words = plain(question).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length <= MOST_WORDS_OF_A_SEARCH && termsOf(question, locale).size === words.length
}

const MOST_WORDS_OF_A_SEARCH = 3
