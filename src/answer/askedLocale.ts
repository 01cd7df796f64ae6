import { languageOf, LANGUAGES } from '../retrieval/analyze'
import type { Message } from './types'

/** Where neither the request nor the bot names a locale. */
const DEFAULT = 'en-GB'

/**
 * The locale of a question whose request names none: that of the bot's locales in whose language it is written, together
 * with the customer's earlier turns where it is too short to tell; the bot's first when in doubt. A bot with one
 * language speaks no other, and a bot that lists none speaks all that we do.
 */
export const askedLocale = async (o: {
  question: string
  messages: readonly Message[]
  locales: readonly string[]
}): Promise<string> => {
  const spoken = o.locales.length > 0 ? o.locales : [DEFAULT, ...LANGUAGES]
  const [first = DEFAULT] = spoken
  if (new Set(spoken.map(languageOf)).size === 1) return first
  const earlier = o.messages.flatMap(({ role, content }) => (role === 'user' ? [content] : []))
  const written = (await languageIn(o.question)) ?? (await languageIn([...earlier, o.question].join('\n')))
  return spoken.find((locale) => written !== null && languageOf(locale) === written) ?? first
}

/** The language of a text, of those that we speak; null when it is too short or too mixed to tell. */
const languageIn = async (text: string): Promise<string | null> => {
  const detected = (await detector()).detect(text.slice(0, MAX_CHARACTERS))
  return detected.isReliable() ? detected.language : null
}

const MAX_CHARACTERS = 1_000

/** Loaded when a bot speaks several languages: its n-grams take 50 MB. */
const detector = () => (loaded ??= load())
let loaded: ReturnType<typeof load> | undefined

const load = async () => {
  const { eld } = await import('eld/small')
  const own = eld.newInstance()
  own.setLanguageSubset([...LANGUAGES])
  return own
}
