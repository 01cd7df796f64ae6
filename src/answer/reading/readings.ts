import { fold } from './fold'
import { asLatin } from './lookalikes'

/** One way in which a text may be meant. */
export interface Reading {
  words: string
  /** Without accents: patterns are then taken without theirs. */
  bare: boolean
}

/** Lower-cased, with plain apostrophes and single spaces, so that patterns can stay readable. */
export const plain = (text: string): string =>
  fold(text)
    .text.toLowerCase()
    .replace(/[‘’ʼ´`ʹʻ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The ways to read a text, as written first: with look-alike letters, figures for letters (“k1ll”), marks between words
 * or letters (“kill_me”, “k.i.l.l”) taken for what they look like, and without accents. Computed once for a text,
 * however many rules read it.
 */
export function readingsOf(text: string): readonly Reading[] {
  const remembered = recent.get(text)
  if (remembered) return remembered
  const readings = read(text)
  recent.set(text, readings)
  if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value ?? '')
  return readings
}

/** The text as it looks, for comparing two: the last of its readings. */
export const looksLike = (text: string): string => readingsOf(text).at(-1)?.words ?? ''

/** Without accents, and ligatures as two letters. */
export const bare = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

const REMEMBERED = 200
const recent = new Map<string, readonly Reading[]>()

function read(text: string): Reading[] {
  const written = plain(text)
  const latin = asLatin(written)
  const loose = figureReadings(latin).map(loosened)
  const readings = [
    { words: written, bare: false },
    { words: latin, bare: false },
    ...loose.map((words) => ({ words, bare: false })),
    ...loose.map((words) => ({ words: bare(words), bare: true })),
  ]
  // The bare one stays where it is the same: its patterns are others.
  return [...new Map(readings.map((reading) => [`${reading.bare} ${reading.words}`, reading])).values()]
}

const FIGURES: Record<string, string> = {
  '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '€': 'e', '+': 't',
} // prettier-ignore
/** A one is an i or an l. */
const ONE = /[1!|]/g
/** Words of letters and of figures that look like letters; both are needed. */
const MIXED =
  /(?<![\p{L}\p{N}@$€+!|])(?=[^\s]*\p{L})(?=[^\s]*[0-9@$€+!|])[\p{L}0-9@$€+!|]*[\p{L}0-9@$€+](?![\p{L}\p{N}])/gu

/** Numbers that may be words where other words are written in figures: “1 w4n7 70 d13”. */
const SHORT_NUMBER = /(?<![\p{L}\p{N}.,:-])\d{1,3}(?![\p{L}\p{N}.,:-])/gu

/** The text with figures in words read as letters; twice where a one may be either. */
function figureReadings(text: string): string[] {
  if (!text.match(MIXED)) return [text]
  const inLetters = (one: string) => (word: string) =>
    word.replace(ONE, one).replace(/[0345789@$€+]/g, (figure) => FIGURES[figure] ?? figure)
  const words = ['i', 'l'].map((one) => text.replace(MIXED, inLetters(one)))
  const numbersToo = words.map((reading) => reading.replace(SHORT_NUMBER, inLetters('i')))
  return [...new Set([...words, ...numbersToo])]
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g
const BETWEEN = /(?<=[\p{L}\p{N}])[_*~|/\\+=^•·.:,-]+(?=[\p{L}\p{N}])/gu
/** “k.i.l.l”: the spaces between such words stay. */
const MARKED_LETTERS = /(?<![\p{L}\p{N}])\p{L}(?:[_*~|/\\+=^•·.:,-]\p{L})+(?![\p{L}\p{N}])/gu
const SPACED_LETTERS = /(?<![\p{L}\p{N}'])\p{L}(?: \p{L}){2,}(?![\p{L}\p{N}'])/gu

/** Marks between letters as spaces, and letters that stand alone in a row as a word. Addresses say nothing. */
const loosened = (text: string): string =>
  text
    .replace(ADDRESS, ' ')
    .replace(MARKED_LETTERS, (letters) => letters.replace(/[^\p{L}]/gu, ''))
    .replaceAll('_', ' ')
    .replace(BETWEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPACED_LETTERS, (letters) => letters.replaceAll(' ', ''))
