import { GERMAN } from './de'
import { SPANISH } from './es'
import { FRENCH } from './fr'
import type { LanguageSigns } from './types'

/** Another language is one file and one word here. All are looked for: what a customer writes in is not known for sure. */
const SPOKEN: readonly LanguageSigns[] = [GERMAN, FRENCH, SPANISH]

/** A sign's patterns in the languages beside English, which stand with the trigger. */
export const patternsOf = (sign: keyof LanguageSigns): RegExp[] =>
  SPOKEN.flatMap((signs) => signs[sign].map(wholeWords))

/** At the edges of words in any script: `\b` takes é for an edge. */
const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')

/** The same, at the beginning of a clause alone, after a word of courtesy. */
export const beginningsOf = (sign: keyof LanguageSigns): RegExp[] =>
  SPOKEN.flatMap((signs) =>
    signs[sign].map((source) => new RegExp(`^[¿¡]?(?:${COURTESY} )*(?:${source})(?![\\p{L}\\p{N}])`, 'u')),
  )

const COURTESY =
  '(?:hallo|guten tag|bitte|und|aber|also|entschuldigung|bonjour|et|mais|alors|donc|hola|buenas|y|pero|entonces|perdón)[,:]?'
