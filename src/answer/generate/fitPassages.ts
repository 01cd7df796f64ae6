import type { RankedPassage } from '../../retrieval/types'
import { piecesOf } from '../grounding/pieces'
import { countIn, termsOf } from '../terms'

/** What the model is shown at the most. */
const MOST_PASSAGES = 5
const MOST_CHARACTERS = 8_000
/** A token has at least so many bytes in prose of any script; tables and code have fewer. */
const BYTES_A_TOKEN = 3
/** Title, headings and fence of one passage. */
const OVERHEAD = 200

/**
 * Passages as the model is shown them, best first, within so many characters. Where one does not fit, its lines and
 * sentences that have the least of the question go first, and each that stays is whole and in its place.
 */
export function fitPassages(
  passages: readonly RankedPassage[],
  { question, characters }: { question: string; characters: number },
): RankedPassage[] {
  let left = Math.min(characters, MOST_CHARACTERS)
  return passages.slice(0, MOST_PASSAGES).flatMap((passage) => {
    const room = left - OVERHEAD
    const text = passage.text.length <= room ? passage.text : cutTo(passage, question, room)
    if (text === '') return []
    left -= text.length + OVERHEAD
    return [{ ...passage, text }]
  })
}

/** Characters that passages take in a prompt. */
export const sizeOf = (passages: Iterable<RankedPassage>): number =>
  [...passages].reduce((sum, { text }) => sum + text.length + OVERHEAD, 0)

/** How many characters of passages fit beside a prompt and its reply; as many as are sensible where nothing is known. */
export function charactersFor(o: {
  contextTokens: number | undefined
  replyTokens: number
  /** Rules, schema and question. */
  prompt: string
  passages: readonly RankedPassage[]
}): number {
  if (o.contextTokens === undefined) return MOST_CHARACTERS
  const bytes = (o.contextTokens - o.replyTokens) * BYTES_A_TOKEN - Buffer.byteLength(o.prompt)
  const text = o.passages.map((passage) => passage.text.slice(0, 1_000)).join('')
  return Math.max(0, Math.floor((bytes * Math.max(1, text.length)) / Math.max(1, Buffer.byteLength(text))))
}

const cutTo = ({ text, locale }: RankedPassage, question: string, room: number): string => {
  const wanted = termsOf(question, locale)
  const pieces = piecesOf(text, locale).map((piece, place) => ({
    piece,
    place,
    worth: countIn(wanted, termsOf(piece, locale)),
  }))
  let left = room
  return pieces
    .toSorted((a, b) => b.worth - a.worth || a.place - b.place)
    .filter(({ piece }) => {
      const fits = piece.length + 1 <= left
      if (fits) left -= piece.length + 1
      return fits
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ piece }) => piece)
    .join('\n')
}
