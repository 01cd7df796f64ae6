import { foldText } from '../../src/answer/foldText'
import { normalizedWords } from './normalize'

/** A question of a set, as far as judging its answer goes. */
export interface AnswerKey {
  answerable: boolean
  gold: readonly string[]
  /** A right answer contains at least one string of each inner list. */
  answerKey?: readonly (readonly string[])[]
  /** What a right answer says, in others' words. Short ones are spans that a quotation of the fact contains. */
  answers?: readonly string[]
}

/** An expected answer of so many words is a span of the text; a longer one is prose, which nobody quotes word by word. */
const SPAN_WORDS = 10

/**
 * Whether an answer that was given is right: the question can be answered, and the answer's words hold the key; where a
 * question has no key, one of its expected spans; where it has neither, one of the cited documents is a right one.
 */
export const answerIsRight = (o: {
  key: AnswerKey
  text: string
  citedDocuments: readonly string[]
}): boolean => {
  const { key, text, citedDocuments } = o
  if (!key.answerable) return false
  const spans = (key.answers ?? [])
    .map(normalizedWords)
    .filter(({ length }) => length && length <= SPAN_WORDS)
  if (key.answerKey === undefined && spans.length > 0) {
    const said = ` ${normalizedWords(text).join(' ')} `
    return spans.some((span) => said.includes(` ${span.join(' ')} `))
  }
  if (key.answerKey === undefined) return citedDocuments.some((id) => key.gold.includes(id))
  const words = foldText(text)
  return key.answerKey.every((alternatives) =>
    alternatives.some((alternative) => words.includes(foldText(alternative))),
  )
}

/** Share of the answers given that are right; null when none was given. */
export const precisionOfAnswered = (answers: readonly { right: boolean }[]): number | null =>
  answers.length === 0 ? null : answers.filter(({ right }) => right).length / answers.length
