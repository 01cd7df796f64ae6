import { wordsIn } from '../reading/lexicon'
import { bare, readingsOf, type Reading } from '../reading/readings'
import { slipMender, type SlipMender } from '../reading/slips'
import { beginningsOf } from './languages/registry'

/** Reading a customer's words for signs. A sign is a curated pattern that a person can read and correct. */

export interface Sign {
  pattern: RegExp
  /** Signs that count even inside a question about rules ("how do I ..."). */
  evenInQuestion?: boolean
}

/** A sign that counts in a question about rules too. */
export const always = (pattern: RegExp): Sign => ({ pattern, evenInQuestion: true })

/**
 * The words of the first sign that is present however it is written (look-alike letters, figures, marks, slips), or
 * null. @param unless what, where a reading holds it, makes that reading none
 */
export const firstSign = (text: string, signs: readonly Sign[], unless?: RegExp): string | null =>
  firstMatch(text, signs, (words, reading) => !unless || !matchIn({ ...reading, words }, unless))

/** The same for patterns that count wherever they stand. */
export const firstPattern = (text: string, patterns: readonly RegExp[]): string | null =>
  firstMatch(text, signsOf(patterns))

function firstMatch(
  text: string,
  signs: readonly Sign[],
  counts: (words: string, reading: Reading) => boolean = () => true,
): string | null {
  const readings = readingsOf(text)
  for (const reading of readings) {
    const found = counts(reading.words, reading) ? signIn(reading, signs) : null
    if (found) return found
  }
  for (const reading of readings.filter((each) => each.bare)) {
    const words = menderFor(signs).mend(reading.words)
    const mended = { words, bare: true }
    const found = words !== reading.words && counts(words, mended) ? signIn(mended, signs) : null
    if (found) return found
  }
  return null
}

function signIn(reading: Reading, signs: readonly Sign[]): string | null {
  for (const { pattern, evenInQuestion } of signs) {
    const match = matchIn(reading, pattern)
    if (
      match &&
      (evenInQuestion || !asksAboutRules({ ...reading, words: clauseAt(reading.words, match.index) }))
    )
      return match[0].trim()
  }
  return null
}

const matchIn = ({ words, bare: isBare }: Reading, pattern: RegExp): RegExpExecArray | null =>
  (isBare ? barePattern(pattern) : pattern).exec(words)

const barePatterns = new WeakMap<RegExp, RegExp>()

function barePattern(pattern: RegExp): RegExp {
  const known = barePatterns.get(pattern)
  if (known) return known
  const source = bare(pattern.source)
  const found = source === pattern.source ? pattern : new RegExp(source, pattern.flags)
  barePatterns.set(pattern, found)
  return found
}

const menders = new WeakMap<readonly Sign[], SlipMender>()

function menderFor(signs: readonly Sign[]): SlipMender {
  let mender = menders.get(signs)
  if (!mender) {
    const words = wordsIn(signs.map(({ pattern }) => pattern))
    menders.set(signs, (mender = slipMender(new Set([...words].map(bare)))))
  }
  return mender
}

const patternSigns = new WeakMap<readonly RegExp[], Sign[]>()

function signsOf(patterns: readonly RegExp[]): Sign[] {
  let signs = patternSigns.get(patterns)
  if (!signs)
    patternSigns.set(patterns, (signs = patterns.map((pattern) => ({ pattern, evenInQuestion: true }))))
  return signs
}

/**
 * Whether a clause asks how something works rather than asks for it to be done:
 * "how do I make a complaint", "what is your cancellation policy", "can I close my account online".
 */
const asksAboutRules = (clause: Reading): boolean =>
  RULE_QUESTION.test(clause.words) || ABROAD.some((pattern) => matchIn(clause, pattern))

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
