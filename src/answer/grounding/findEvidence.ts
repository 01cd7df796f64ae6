import { languageOf } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { coverage } from '../terms'
import { evidenceOf, type Evidence } from './evidence'
import { fold } from './fold'
import { departure, markersOf } from './markers'
import { numbersOf } from './numbers'
import { piecesOf } from './pieces'
import { contentOf } from './words'

type Shown = ReadonlyMap<string, RankedPassage>
export interface Quote {
  passage: string
  quote: string
}

/**
 * Where one quote of a model stands: in the passage that it names, else in any that it was shown, for models name passages
 * by title, by the words of the fence, or not at all. Each place is one choice of evidence.
 */
export function placesOf({ passage, quote }: Quote, shown: Shown): Evidence[] {
  const named = shown.get(passage.trim())
  const others = [...shown.values()].filter((each) => each !== named)
  for (const words of readingsOf(quote)) {
    for (const passages of [named ? [named] : [], others]) {
      const found = passages.flatMap((each) => evidenceOf(each, words))
      if (found.length > 0) return found
    }
  }
  return []
}

/** Whether a quote only repeats the title or a heading, which the model was shown above a passage and which state nothing. */
export function isHeadingAlone({ quote }: Quote, shown: Shown): boolean {
  const words = bare(quote)
  return (
    words !== '' &&
    [...shown.values()].some(({ document, headingPath }) => {
      const path = [document.title, ...headingPath].map(bare)
      return path.some((_, i) => path.slice(i).join(' ') === words || path[i] === words)
    })
  )
}

/** Of those that words could stand for, the most that are tried. */
const MOST_NEAREST = 3
/** Fewer of the words in one place are no likeness. */
const LIKE = 0.8
/** Of two words anything is like. */
const LEAST_WORDS = 3

/**
 * The pieces of text that words which stand nowhere letter for letter come nearest to: most of their words, with their
 * numbers and what restricts them. Where a quote is only a heading, the words are the sentence's own. Whether a piece bears
 * the sentence is for the checks to say.
 * @param least how many of the words, as a share; all of a quote's.
 */
export function nearestEvidence(words: string, shown: Shown, least = LIKE): Evidence[] {
  return [...shown.values()]
    .flatMap((passage) =>
      piecesOf(passage.text, passage.locale).map((piece) => ({
        passage,
        piece,
        like: likeness(words, piece, passage.locale),
      })),
    )
    .filter(({ like }) => like >= least)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST_NEAREST)
    .flatMap(({ passage, piece }) => evidenceOf(passage, piece).slice(0, 1))
}

const likeness = (words: string, piece: string, locale: string): number => {
  const language = languageOf(locale)
  const numbers = numbersOf(piece)
  // Numbers are compared as such, for they are written in digits or in words.
  const inWords = words.replace(/\p{L}+/gu, (word) => (numbersOf(word).size > 0 ? ' ' : word))
  const wanted = contentOf(inWords, language)
  if (wanted.size < LEAST_WORDS || ![...numbersOf(words)].every((number) => numbers.has(number))) return 0
  if (departure(markersOf(words, language), markersOf(piece, language))) return 0
  return coverage(wanted, contentOf(piece, language))
}

/** A quote as it is; without the title and headings that were shown before it; without the marks put round it. */
const readingsOf = (quote: string): string[] => {
  const lines = quote.split('\n').map((line) => line.trim())
  const body = lines.slice(lines.findIndex((line) => line !== '') + 1).join('\n')
  const unmarked = quote.trim().replace(/^["'“”„«»]+|["'“”«»]+$|^(?:…|\.{3})\s*|\s*(?:…|\.{3})$/g, '')
  return [...new Set([quote, unmarked, body])].filter((words) => words.trim() !== '')
}

const bare = (text: string): string =>
  fold(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
