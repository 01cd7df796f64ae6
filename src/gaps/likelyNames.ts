import { namedThings } from '../answer/named'
import { isStopWord, languageOf, type Language } from '../retrieval/analyze'
import { frequencyRank } from '../retrieval/frequencyRank'
import { isOfCalendar } from './calendarWords'
import { placesIn, wordsIn } from './names'

/** “whats” is “what’s”. */
const saysNothing = (word: string, language: Language): boolean =>
  isStopWord(word, language) || isStopWord(`${word.slice(0, -1)}'${word.slice(-1)}`, language)

/** A word that is probably a name. */
export interface LikelyName {
  word: string
  /** Which word of the text it is. */
  at: number
  /** Whether it is a name beyond doubt; else it may be a slip. */
  isSure: boolean
}

/** The names in a text, with a capital or without. Countries, days and months are names of nobody. Pure. */
export function likelyNames(asked: string, locale: string): LikelyName[] {
  const language = languageOf(locale)
  const marked = new Set([...namedThings(asked, locale)].filter((name) => !isShouted(asked, name)))
  const places = placesIn(asked, locale)
  return wordsIn(asked).flatMap((word, at) => {
    if (
      saysNothing(word, language) ||
      !LETTERS.test(word) ||
      places.has(word) ||
      isOfCalendar(word, language)
    )
      return []
    const isSure = marked.has(word) || isName(word)
    return isSure || frequencyRank(word) === Infinity ? [{ word, at, isSure }] : []
  })
}

const LETTERS = /^\p{L}{3,}$/u

/** “PIN” and “TV” are no names. */
const isShouted = (asked: string, name: string): boolean => asked.includes(name.toUpperCase())

/** So much commoner with a capital: “Netflix”, not “Festival”. */
const COMMONER = 2

/** Written with a capital more often than without: a name, however it is typed here. */
function isName(word: string): boolean {
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return frequencyRank(capital) * COMMONER < frequencyRank(word)
}
