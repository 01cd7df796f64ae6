import { languageOf, analyze } from '../../retrieval/analyze'
import { markersOf } from './markers'

/** Where names with numbers may come from, and what speaks of others of the same name. */
interface Told {
  question: string
  /** Title and headings. */
  about: string
  evidence: string
}

/**
 * A sentence without the names that end in a number (“Curlew 700”, “Fell 14”) and are told: by the title or the headings,
 * or by the question where the text does not speak of another of that name. Their numbers say what it is about, not how
 * much. Any other number stays.
 */
export function withoutNamedNumbers(sentence: string, told: Told, locale: string): string {
  return sentence.replace(NAMED, (whole, name: string, number: string) =>
    isName(name, locale) && isTold(name, number, told) ? name : whole,
  )
}

/** A word with a capital and the number behind it; no unit may follow, for then it is an amount. */
const NAMED =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&'’-]*)[ \u00A0-](\d{1,5})(?![\p{N}]|[.,]\d|\s?(?:%|€|£|\$))/gu

/** “Within 14” and “After 2” begin sentences, and name nothing. */
const isName = (word: string, locale: string): boolean =>
  analyze(word, languageOf(locale)).length > 0 && markersOf(word, languageOf(locale)).size === 0

const isTold = (name: string, number: string, { question, about, evidence }: Told): boolean => {
  const told = numbersAfter(name, about)
  if (told.has(number)) return true
  const others = new Set([...told, ...numbersAfter(name, evidence)])
  return numbersAfter(name, question).has(number) && [...others].every((other) => other === number)
}

/** The numbers that follow a word, in whatever case it is written. */
const numbersAfter = (name: string, text: string): Set<string> => {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${word}[ \u00A0-](\d{1,5})(?!\d)`, 'giu')
  return new Set(Array.from(text.matchAll(pattern), ([, number]) => number ?? ''))
}
