/** A question of a set, as far as judging its answer goes. */
interface AnswerKey {
  answerable: boolean
  gold: readonly string[]
  /** A right answer contains at least one string of each inner list. */
  answerKey?: readonly (readonly string[])[]
}

/**
 * Whether an answer that was given is right: the question can be answered, and the answer's words hold the key, or,
 * where a question has no key, one of the cited documents is a right one.
 */
export const answerIsRight = (o: {
  key: AnswerKey
  text: string
  citedDocuments: readonly string[]
}): boolean => {
  const { key, text, citedDocuments } = o
  if (!key.answerable) return false
  if (key.answerKey === undefined) return citedDocuments.some((id) => key.gold.includes(id))
  const words = fold(text)
  return key.answerKey.every((alternatives) =>
    alternatives.some((alternative) => words.includes(fold(alternative))),
  )
}

/** Share of the answers given that are right; null when none was given. */
export const precisionOfAnswered = (answers: readonly { right: boolean }[]): number | null =>
  answers.length === 0 ? null : answers.filter(({ right }) => right).length / answers.length

/** Case, white space, and the typographer's quotes and hyphens make no difference. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
