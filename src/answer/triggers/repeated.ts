import { overlap } from '../terms'
import type { Message, Trigger } from '../types'
import { looksLike } from '../reading/readings'

/** The same question again, after an answer to it: the first answer did not help, so neither would the second. */
export const repeated: Trigger = ({ question, messages, locale }) => {
  const earlier = answeredQuestions(messages).find((asked) => sameQuestion(question, asked, locale))
  return earlier === undefined ? null : { reason: 'repeated', evidence: earlier, urgency: 'normal' }
}

/** Share of terms in common (Jaccard) from which two questions are one. */
const SAME = 0.75
/** Shorter messages ("yes", "it is active") repeat without meaning anything. */
const MIN_WORDS = 4

const sameQuestion = (question: string, asked: string, locale: string): boolean => {
  const [now, then] = [looksLike(question), looksLike(asked)]
  if ([now, then].some((text) => text.split(' ').length < MIN_WORDS)) return false
  return now === then || overlap(now, then, locale) >= SAME
}

/** User messages that the assistant has replied to; a client may send the present question as the last message. */
const answeredQuestions = (messages: readonly Message[]): string[] => {
  const lastReply = messages.findLastIndex(({ role }) => role === 'assistant')
  return messages
    .slice(0, Math.max(lastReply, 0))
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
}
