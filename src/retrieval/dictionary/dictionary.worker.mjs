// @ts-check
/**
 * The dictionaries that writers' programs have (Hunspell), in a thread of their own: opening one takes up to a second, and its
 * memory is kept out of the way. Each language is opened when one of its words is first asked for.
 */
import { parentPort } from 'node:worker_threads'
import { createHunspellFromStrings } from 'hunspell-wasm'
import { withAccents } from './withAccents.mjs'

/** @typedef {import('hunspell-wasm').Hunspell} Hunspell */
/** @typedef {{ call: number, method: string, args: { words: string[], language: 'en' | 'de' | 'fr' | 'es' } }} Call */

/** English as it is written on both sides of the Atlantic. The German one is under the GPL, and may be left out. */
const OPEN = {
  en: () => [import('dictionary-en-gb'), import('dictionary-en')],
  de: () => [import('dictionary-de')],
  fr: () => [import('dictionary-fr')],
  es: () => [import('dictionary-es')],
}

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
/** @type {Map<string, Promise<Hunspell[]>>} */
const opened = new Map()

port.on('message', async (/** @type {Call} */ { call, args }) => {
  try {
    port.postMessage({ call, result: await lookUp(args) })
  } catch (error) {
    port.postMessage({ call, failure: { message: error instanceof Error ? error.message : String(error) } })
  }
})

/** @param {Call['args']} args */
async function lookUp({ words, language }) {
  const dictionaries = await open(language)
  /** @param {string} word */
  const holds = (word) =>
    dictionaries.some((each) => each.testSpelling(word) || each.testSpelling(capital(word)))
  return words.map((word) =>
    holds(word) ? 'known' : withAccents(word, language).some(holds) ? 'without_accents' : 'unknown',
  )
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)

/** @param {Call['args']['language']} language */
function open(language) {
  const before = opened.get(language)
  if (before) return before
  const opening = Promise.all(
    OPEN[language]().map(async (loading) => {
      const { aff, dic } = (await loading).default
      return createHunspellFromStrings(Buffer.from(aff).toString(), Buffer.from(dic).toString())
    }),
  )
  opened.set(language, opening)
  return opening
}
