import snowball from 'snowball-stemmers'
import { deu, eng, fra, spa } from 'stopword'

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

interface Analyzer {
  stopWords: Set<string>
  stem(word: string): string
}

function analyzerOf(algorithm: string, stopWords: string[]): Analyzer {
  const stemmer = snowball.newStemmer(algorithm)
  return { stopWords: new Set(stopWords), stem: remembering((word) => stemmer.stem(word)) }
}

// The `english` stemmer of Snowball is Porter2.
const ANALYZERS: Record<Language, Analyzer> = {
  en: analyzerOf('english', eng),
  de: analyzerOf('german', deu),
  fr: analyzerOf('french', fra),
  es: analyzerOf('spanish', spa),
}

/** A stemmer takes microseconds by the dozen, and a language's texts repeat a few thousand words. */
const REMEMBERED_WORDS = 50_000

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const POSSESSIVE = /['’]s$/
const APOSTROPHE = /['’]/g
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** Longer runs are keys, hashes and encoded data; stemming them is slow and nobody asks for them by word. */
const MAX_WORD = 64

/** The language a locale is analyzed in: `de-AT` is `de`; one that is not known is `en`. */
export function languageOf(locale: string): Language {
  const prefix = locale.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((language) => language === prefix) ?? 'en'
}

/**
 * Text to the terms of the words leg: compatibility form, lower case, words of any script, no stop words, stemmed
 * (Porter2 for English, Snowball for de, fr, es). Terms repeat as often as their words and hold letters, marks and
 * digits only, so nothing in them can be read as a query operator.
 */
export const analyze = (text: string, language: Language = 'en'): string[] =>
  contentWords(text, language).map(({ term }) => term)

/** The words of a text, lower-cased and without stop words, each with the term that it is searched by; in order. */
export function contentWords(text: string, language: Language): { word: string; term: string }[] {
  const { stopWords } = ANALYZERS[language]
  const found: { word: string; term: string }[] = []
  for (const word of wordsOf(text.normalize('NFKC').toLowerCase(), language)) {
    if (word.length > MAX_WORD || stopWords.has(word)) continue
    const term = termOf(word, language)
    if (term) found.push({ word, term })
  }
  return found
}

/** Whether a lower-case word says too little to be searched by. */
export const isStopWord = (word: string, language: Language): boolean =>
  ANALYZERS[language].stopWords.has(word)

/** What one lower-case word is searched by; stop words too. */
export const termOf = (word: string, language: Language): string =>
  ANALYZERS[language].stem(word).replace(APOSTROPHE, '')

function* wordsOf(text: string, language: Language) {
  for (const [match] of text.matchAll(WORD)) {
    const word = match.replace(APOSTROPHE, "'")
    if (WRITTEN_WITHOUT_SPACES.test(word)) yield* segmentsOf(word)
    // French glues its articles to the noun: l'assurance.
    else if (language === 'fr') yield* word.split("'")
    else yield word.replace(POSSESSIVE, '')
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function* segmentsOf(run: string) {
  for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) yield segment
}

function remembering(stem: (word: string) => string) {
  const known = new Map<string, string>()
  return (word: string) => {
    const term = known.get(word) ?? stem(word)
    if (known.size >= REMEMBERED_WORDS) known.clear()
    known.set(word, term)
    return term
  }
}
