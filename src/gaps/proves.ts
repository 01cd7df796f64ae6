import { answerTypesOf, holdsAnswerType } from '../answer/answerType'
import { namedThings, shareAbsent } from '../answer/named'
import { coverage, termsOf } from '../answer/terms'
import { withoutPoliteness } from '../answer/understand/politeness'
import { plain } from '../answer/reading/readings'

/** Share of a question’s terms that stands in what is quoted, or over it, when it is answered at all. */
const LEAST_SAID = 1 / 3

/**
 * Whether what is quoted can be the answer that was missing: it holds the kind of fact that was asked for, speaks of something
 * that was named, and has a part of the question’s words. Stricter than an answer to a customer, for nobody looks at a gap that
 * closed falsely until its question is asked again. Pure.
 * @param said the quoted sentences. @param over the title and the headings that they stand under.
 * @param names what the gap is about, all of which must be spoken of.
 * @param about what else its wordings speak of: a sentence that has none of it stands under the right title and says something else.
 * @param known what older texts say that come near.
 */
export function provesAnswer(o: {
  question: string
  said: string
  over: string
  locale: string
  names?: ReadonlySet<string>
  about?: ReadonlySet<string>
  known?: string
}): boolean {
  const { over, locale, names = new Set<string>(), about = new Set<string>(), known = '' } = o
  const question = withoutPoliteness(o.question, locale)
  if (!saysTheNewName(o.said, { names, known })) return false
  if (!speaksOf(o.said, withoutNames(about, { said: o.said, locale }), locale)) return false
  if (isSearch(question, locale)) return coverage(termsOf(question, locale), termsOf(over, locale)) === 1
  const said = `${over}\n${o.said}`
  if (holdsAnswerType(said, answerTypesOf(question, locale)) === false) return false
  if (shareAbsent(names, said) > 0) return false
  if (shareAbsent(namedThings(question, locale), said) === 1) return false
  return coverage(termsOf(question, locale), termsOf(said, locale)) >= LEAST_SAID
}

/**
 * A sentence that names one of several things that the gap is about must name those too that no older text knows: “Ember comes
 * in red” under the title “Ember and Alexa” says nothing of Alexa.
 */
function saysTheNewName(
  said: string,
  { names, known }: { names: ReadonlySet<string>; known: string },
): boolean {
  const absent = [...names].filter((name) => shareAbsent(new Set([name]), said) > 0)
  if (absent.length === names.size) return true
  return absent.every((name) => shareAbsent(new Set([name]), known) === 0)
}

/** What is a name in the sentence is one in the question too, however it was typed there; that both have it says little. */
function withoutNames(
  about: ReadonlySet<string>,
  { said, locale }: { said: string; locale: string },
): ReadonlySet<string> {
  const named = new Set([...namedThings(said, locale)].flatMap((name) => Array.from(termsOf(name, locale))))
  return new Set([...about].filter((term) => !named.has(term)))
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
