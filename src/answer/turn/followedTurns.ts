import { pointsAtEarlier } from '../rewrite'
import { termsOf } from '../terms'
import type { Turn } from '../types'
import { earlierTurns } from './earlierTurns'

/**
 * What the customer said before that this turn goes on with, latest first: a turn that points back, or says nothing of its own,
 * goes on with the one before it, and that one with the one before where it does so too. Empty for a question that stands alone.
 */
export function followedTurns({ question, messages, locale }: Turn): string[] {
  const followed: string[] = []
  let last = question
  for (const before of earlierTurns({ question, messages })) {
    if (!goesOn(last, locale)) break
    followed.push(before)
    last = before
  }
  return followed
}

const goesOn = (question: string, locale: string): boolean =>
  termsOf(question, locale).size === 0 || pointsAtEarlier(question, locale)
