import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import type { Words } from './words'

const LANGUAGES: Readonly<Record<string, Words>> = { en, de, fr, es }

/** The first wish that there are words for, else English. @param wishes BCP 47 tags, or nothing. */
export function wordsFor(wishes: readonly (string | null | undefined)[]): { language: string; words: Words } {
  for (const wish of wishes) {
    const language = wish?.trim().toLowerCase().split(/[-_]/)[0] ?? ''
    const words = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined
    if (words) return { language, words }
  }
  return { language: 'en', words: en }
}
