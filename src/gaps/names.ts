import { namedThings } from '../answer/named'
import { withoutPoliteness } from '../answer/understand/politeness'
import { languageOf, type Language } from '../retrieval/analyze'
import { groupBy } from '../groupBy'
import { termsOf } from '../answer/terms'

/**
 * What a question names: words with a capital inside a sentence, words with digits, and countries, however they are typed.
 * Lower-cased. Pure.
 */
export function namesOf(question: string, locale = 'en'): Set<string> {
  const asked = withoutPoliteness(question, locale)
  const named = [...namedThings(asked, locale)].filter((name) => termsOf(name, locale).size > 0)
  return new Set([...named, ...countriesIn(wordsIn(asked), languageOf(locale))])
}

/** The words of a text as they stand, lower-cased. */
export const wordsIn = (text: string): string[] =>
  Array.from(text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word)

/** The countries and regions that a text speaks of, word by word, lower-cased. Pure. */
export const placesIn = (text: string, locale = 'en'): Set<string> =>
  new Set(countriesIn(wordsIn(text), languageOf(locale)).flatMap((country) => country.split(' ')))

/** The countries that stand in a text. */
function countriesIn(words: readonly string[], language: Language): string[] {
  const countries = countriesOf(language)
  return words.flatMap((word, i) =>
    (countries.get(word) ?? []).filter((country) =>
      words.slice(i).join(' ').concat(' ').startsWith(`${country} `),
    ),
  )
}

const COUNTRIES = new Map<Language, ReadonlyMap<string, string[]>>()

/** What countries and regions are called, as the platform knows them, by their first word. */
function countriesOf(language: Language): ReadonlyMap<string, string[]> {
  const known = COUNTRIES.get(language)
  if (known) return known
  const found = groupBy([...new Set(namesOfRegions(language))], (name) => name.split(' ', 1)[0] ?? name)
  COUNTRIES.set(language, found)
  return found
}

function namesOfRegions(language: Language): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const codes = Array.from(LETTERS).flatMap((a) => Array.from(LETTERS, (b) => a + b))
  return codes.flatMap((code) => names.of(code) ?? []).map((name) => wordsIn(name).join(' '))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
