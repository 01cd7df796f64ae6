import { stripMarkdown } from '../markdown'

/** More is no sentence, and reading it takes time. */
export const MOST_CHARACTERS = 1_000
/** What carries something that a customer would not see: an address behind words, a tag, a picture. */
const HIDES = /[<>[\]{}]|\n/
/** Models cite by the names they were given: “… [P1]”, “… (passage P2)”. */
const CITED = /\s*(?:[([](?:passages?\s*)?P\d+(?:\s*[,;]\s*(?:passages?\s*)?P\d+)*[)\]]\s*)+(?=[.!]?$)/i

/**
 * A model's sentence as a customer would read it: without the marks that it copied from its passage (`**`, a list's dash,
 * a row's bars) and without its own way to cite. What hides something stays as it is, and is a fault.
 */
export function plainSentence(proposed: string): string {
  if (proposed.length > MOST_CHARACTERS) return proposed
  const text = proposed.trim().replace(CITED, '')
  return HIDES.test(text) ? text : stripMarkdown(asRow(text))
}

/** A table's row that was copied, with or without its outer bars, as what its first cell says: “Standard | £3.95” is “Standard: £3.95”. */
const asRow = (text: string): string => {
  if (!text.includes('|')) return text
  const [first = '', ...others] = text
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  return others.length > 0 ? `${first}: ${others.join(', ')}` : first
}
