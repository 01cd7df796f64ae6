import { segmenterOf } from '../units/sentences'

/** Of a passage, the most that is cut into pieces: a cell of 100,000 characters is read no further. */
const MOST_CHARACTERS = 20_000

/** A passage in its lines, items and rows, and these in their sentences; headings and separators are none. */
export function piecesOf(text: string, locale: string): string[] {
  const sentences = segmenterOf(locale)
  return text
    .slice(0, MOST_CHARACTERS)
    .split('\n')
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s{0,3}#{1,6}\s/.test(line))
    .flatMap((line) =>
      /^\s*\|/.test(line) ? [line] : Array.from(sentences.segment(line), ({ segment }) => segment.trim()),
    )
    .filter((piece) => piece !== '')
}
