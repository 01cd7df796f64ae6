import { beginningsOf } from './languages/registry'

/** Reading a customer's words for signs. A sign is a curated pattern that a person can read and correct. */

export interface Sign {
  pattern: RegExp
  /** Signs that count even inside a question about rules ("how do I ..."). */
  evenInQuestion?: boolean
}

/** Lower-cased, with plain apostrophes and single spaces, so that patterns can stay readable. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The words of the first sign that is present, or null. `text` need not be plain yet. */
export const firstSign = (text: string, signs: readonly Sign[]): string | null => {
  const words = plain(text)
  for (const { pattern, evenInQuestion } of signs) {
    const match = pattern.exec(words)
    if (match && (evenInQuestion || !asksAboutRules(clauseAt(words, match.index)))) return match[0].trim()
  }
  return null
}

/**
 * Whether a clause asks how something works rather than asks for it to be done:
 * "how do I make a complaint", "what is your cancellation policy", "can I close my account online".
 */
const asksAboutRules = (clause: string): boolean =>
  RULE_QUESTION.test(clause) || ABROAD.some((pattern) => pattern.test(clause))

const RULE_QUESTION = new RegExp(
  String.raw`^(?:(?:so|and|but|ok|okay|hi|hello|hey|sorry|please|quick question|also|then|wondering|just wondering)[ ,:]+)*` +
    String.raw`(?:how|what|what's|whats|when|where|which|who|whose|why|is|are|was|were|does|do i|do we|do you|did|` +
    String.raw`am i|can i|can we|can my|could i|may i|should i|must i|will i|will you|would i|if|before|after|` +
    String.raw`in case|tell me (?:how|what|when|where|about)|explain|i (?:want|need|would like) to know|i'd like to know|` +
    String.raw`difference between)\b`,
)

/** The same in the other languages, after a word or two of courtesy. */
const ABROAD = beginningsOf('asksAboutRules')

/** The clause of `text` around `index`; clauses end at stops, commas and semicolons. */
const clauseAt = (text: string, index: number): string => {
  const before = text.slice(0, index)
  const start = Math.max(...['.', '!', '?', ';', ','].map((mark) => before.lastIndexOf(mark)))
  return text.slice(start + 1).trim()
}
