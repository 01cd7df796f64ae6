import type { AskedPart } from './askPart'
import { coverage, termsOf } from './terms'

type Told = Pick<AskedPart, 'decision' | 'passages'>

/** Whether what is quoted, with its title and headings, holds a word of what it must speak of. */
export function speaksOf(part: Told, about: string, locale: string): boolean {
  if (part.decision.outcome !== 'answered') return false
  const wanted = termsOf(about, locale)
  return wanted.size === 0 || coverage(wanted, termsOf(quotedIn(part), locale)) > 0
}

/**
 * Whether an answer to a follow-up speaks of each turn that it was put together from: an answer about the day before is none to
 * “and on a Saturday?”, where the texts know of Saturdays. Words that no text found holds are the customer's own: nothing can be
 * held against an answer for them.
 * @param said what each turn says.
 */
export function speaksOfEach(part: Told, said: readonly string[], locale: string): boolean {
  const known = [...termsOf(part.passages.map(wholeOf).join('\n'), locale)]
  const told = [...termsOf(quotedIn(part), locale)]
  return said.every((words) => {
    const wanted = [...termsOf(words, locale)].filter((term) => known.some((other) => isAlike(term, other)))
    return wanted.length === 0 || wanted.some((term) => told.some((other) => isAlike(term, other)))
  })
}

/** A question without the words that an answer does not speak of. */
export function whatIsSpokenOf(part: Told, question: string, locale: string): string {
  const told = [...termsOf(quotedIn(part), locale)]
  const isSpokenOf = (word: string) =>
    [...termsOf(word, locale)].every((term) => told.some((other) => isAlike(term, other)))
  return question
    .replace(WORD, (word) => (isSpokenOf(word) ? word : ' '))
    .replace(/ {2,}/g, ' ')
    .trim()
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** Parts of so many letters tell a word: “month” and “monthly”, “phone” and “telephone”. */
const WITHIN = 4

function isAlike(a: string, b: string): boolean {
  const [short, long] = [bare(a), bare(b)].toSorted((one, other) => one.length - other.length) as [
    string,
    string,
  ]
  return short === long || (short.length >= WITHIN && long.includes(short))
}

/** Stems keep a mute e of short words only: “phone”, but “telephon”. */
const bare = (term: string): string => term.replace(/e$/, '')

function quotedIn({ decision, passages }: Told): string {
  if (decision.outcome !== 'answered') return ''
  const cited = new Set(decision.citations.map(({ chunkId }) => chunkId))
  const around = passages.filter(({ chunkId }) => cited.has(chunkId)).map(headingsOf)
  return [...decision.sentences.map(({ text }) => text), ...around].join(' ')
}

const headingsOf = ({ document, headingPath }: AskedPart['passages'][number]): string =>
  [document.title, ...headingPath].join(' ')

const wholeOf = (passage: AskedPart['passages'][number]): string => `${headingsOf(passage)} ${passage.text}`
