import type { Message, Turn } from './types'

/** A question that no customer asks on no channel: tried, measured, or asked again. @param at epoch milliseconds; now unless told. */
export const anonymousTurn = ({
  question,
  messages = [],
  locale = 'en-GB',
  at = Date.now(),
}: {
  question: string
  messages?: Message[]
  locale?: string
  at?: number
}): Turn => ({ question, messages, locale, at, channel: null, conversationId: null, customer: null })
