import { languageOf } from '../retrieval/analyze'
import { plain } from './triggers/signs'
import type { Message, Turn } from './types'
import { termsOf } from './terms'

/**
 * The question to search for: itself, or, when it leans on what was said before ("and for Ireland?", "how much is
 * that?"), preceded by the previous user turn's words. Only retrieval sees it; triggers and receipts see the original.
 */
export const retrievalQuestion = (turn: Pick<Turn, 'question' | 'messages' | 'locale'>): string => {
  const { question, messages, locale } = turn
  if (messages.length === 0 || !leansOnHistory(question, locale)) return question
  const previous = previousQuestions(question, messages)
  return [...previous, question].join(' ')
}

/** A question is complete from this many content terms on, unless it points back. */
const COMPLETE = 4

/** Whether a question points back at earlier turns, or is too short to stand alone. */
export const leansOnHistory = (question: string, locale: string): boolean => {
  const words = plain(question)
  if (termsOf(question, locale).size < COMPLETE) return true
  return languageOf(locale) === 'en' ? POINTS_BACK.test(words) : OPENS_AS_FOLLOW_UP.test(words)
}

const POINTS_BACK =
  /^(?:and|so|but|ok|okay|cool|then|also|what about|how about|what if|same)\b|\b(?:that|it|its|they|them|those|these|this one|there|she|he|her|him|the same|such|one)\b(?! (?:is|was|was|i)\b.*\?$)/
const OPENS_AS_FOLLOW_UP =
  /^(?:und|aber|also|dann|was ist mit|et|mais|alors|qu'en est-il|y|pero|entonces|qué pasa con)\b/

/** The last user turn before this one, and the one before it when that leans on history too. */
const previousQuestions = (question: string, messages: readonly Message[]): string[] => {
  const asked = messages
    .filter(({ role, content }) => role === 'user' && plain(content) !== plain(question))
    .map(({ content }) => content.slice(0, MAX_CARRIED))
  return asked.slice(-CARRIED)
}

const CARRIED = 2
/** Characters of a turn that are carried over; a pasted letter would drown the question. */
const MAX_CARRIED = 300
