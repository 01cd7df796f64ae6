import distance from 'damerau-levenshtein'

/** Shorter words have too many neighbours. */
const MIN_LETTERS = 5

/**
 * A question with its slips as others wrote them: a word that nobody wrote becomes the one word of theirs that is one edit away
 * (a letter too many, too few, wrong, or two changed places) and begins alike. Pure.
 * @param words of the other questions, lower-cased.
 */
export function mendByOthers(question: string, words: ReadonlySet<string>): string {
  return question.replaceAll(/\p{L}+/gu, (typed) => {
    const word = typed.toLowerCase()
    if (word.length < MIN_LETTERS || words.has(word)) return typed
    const near = [...words].filter((other) => isOneEditAway(word, other))
    return near.length === 1 && near[0] ? near[0] : typed
  })
}

const isOneEditAway = (a: string, b: string): boolean =>
  a[0] === b[0] && b.length >= MIN_LETTERS && Math.abs(a.length - b.length) <= 1 && distance(a, b).steps === 1

/** The words of questions that may be meant by a slip, lower-cased. */
export const wordsOf = (questions: Iterable<string>): Set<string> => {
  const words = new Set<string>()
  for (const question of questions)
    for (const [word] of question.toLowerCase().matchAll(/\p{L}+/gu)) words.add(word)
  return words
}
