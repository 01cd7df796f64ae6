import { sentencesIn } from '../units/sentences'

/** From how many words on a message is read in parts too. */
const LONG = 18
/** Words of a part, where nothing ends a sentence, and how far the next one begins behind it. */
const WINDOW = 20
const STRIDE = 12
/** More parts cost time; of a longer message those are read that are spread over it. */
export const MOST_PARTS = 8
const SHORTEST = 3

/** The sentences of a long message, and windows over what has no ends; none of a short one, which is read as a whole. */
export function partsOfTurn(question: string, locale: string): string[] {
  if (wordsOf(question).length < LONG) return []
  const sentences = sentencesIn(question, { start: 0, end: question.length }, locale)
    .flatMap(({ start, end }) => windowsOf(wordsOf(question.slice(start, end))))
    .filter((words) => words.length >= SHORTEST)
    .map((words) => words.join(' '))
  if (sentences.length < 2) return []
  const step = Math.max(1, sentences.length / MOST_PARTS)
  return Array.from(
    { length: Math.min(sentences.length, MOST_PARTS) },
    (_, i) => sentences[Math.floor(i * step)]!,
  )
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

function windowsOf(words: string[]): string[][] {
  if (words.length <= WINDOW * 1.5) return [words]
  const count = Math.ceil((words.length - WINDOW) / STRIDE) + 1
  return Array.from({ length: count }, (_, i) => words.slice(i * STRIDE, i * STRIDE + WINDOW))
}
