import { answerTypesOf, holdsAnswerType } from '../answer/answerType'
import { namedThings, shareAbsent } from '../answer/named'
import { coverage, termsOf } from '../answer/terms'

/** Share of a question’s terms that stands in what is quoted, or over it, when it is answered at all. */
const LEAST_SAID = 1 / 3

/**
 * Whether what is quoted can be the answer that was missing: it holds the kind of fact that was asked for, speaks of something
 * that was named, and has a part of the question’s words. Stricter than an answer to a customer, for a gap that closes
 * falsely is never looked at again. Pure.
 * @param said the quoted sentences, with the title and the headings that they stand under.
 */
export function provesAnswer(o: { question: string; said: string; locale: string }): boolean {
  const { question, said, locale } = o
  if (holdsAnswerType(said, answerTypesOf(question)) === false) return false
  if (shareAbsent(namedThings(question, locale), said) === 1) return false
  return coverage(termsOf(question, locale), termsOf(said, locale)) >= LEAST_SAID
}
