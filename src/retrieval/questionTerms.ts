import { analyze, type Language } from './analyze'

/** Longer than any question; analyzing the rest of a pasted document would hold everyone else up. */
const MAX_CHARACTERS = 4_000
/** Each term costs a walk through the chunks that hold it. */
const MAX_TERMS = 128

/** The distinct terms that a question searches by, in each of the languages: which one it is written in is not known. */
export function questionTerms(question: string, languages: readonly Language[]): string[] {
  const start = question.slice(0, MAX_CHARACTERS)
  return [...new Set(languages.flatMap((language) => analyze(start, language)))].slice(0, MAX_TERMS)
}
