import { contentWords, languageOf } from '../retrieval/analyze'
import { namesOf, wordsIn } from './names'

/** What of a question tells it from others. */
export interface WordingSigns {
  words: readonly string[]
  terms: ReadonlySet<string>
  /** The word that a term stands for. */
  typed: ReadonlyMap<string, string>
  /** What it names by how it is typed, or because it is a country. */
  names: ReadonlySet<string>
}

/** A backlog’s wordings are read again for each event. */
const REMEMBERED = 20_000
const remembered = new Map<string, WordingSigns>()

/** Reads one wording; the same words are read once. */
export function readWording(question: string, locale = 'en'): WordingSigns {
  const key = `${locale} ${question}`
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const typed = new Map(contentWords(question, languageOf(locale)).map(({ word, term }) => [term, word]))
  const read = {
    words: wordsIn(question),
    terms: new Set(typed.keys()),
    typed,
    names: namesOf(question, locale),
  }
  remembered.set(key, read)
  return read
}
