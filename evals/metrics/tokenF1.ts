import { normalizedWords } from './normalize'

/** Share of words in common between an answer and what it should say: the best over the alternatives. */
export interface TokenOverlap {
  f1: number
  /** Share of the expected words that the answer holds; a quotation is longer than what was asked for. */
  recall: number
}

/** Token F1 and recall as SQuAD counts them, each the best over `expected`; null when nothing is expected. */
export const tokenF1 = (o: { text: string; expected: readonly string[] }): TokenOverlap | null => {
  if (o.expected.length === 0) return null
  const words = normalizedWords(o.text)
  const overlaps = o.expected.map((expected) => overlapOf(words, normalizedWords(expected)))
  return {
    f1: Math.max(...overlaps.map(({ f1 }) => f1)),
    recall: Math.max(...overlaps.map(({ recall }) => recall)),
  }
}

const overlapOf = (words: readonly string[], expected: readonly string[]): TokenOverlap => {
  if (words.length === 0 || expected.length === 0) {
    const same = words.length === expected.length ? 1 : 0
    return { f1: same, recall: same }
  }
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return { f1: (2 * common) / (words.length + expected.length), recall: common / expected.length }
}
