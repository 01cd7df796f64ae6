import { noAnswerMessages } from './messages'
import type { Turn } from './types'

/** From how many misses on a conversation is a person's: the one that would come next counts too. */
export const MOST_MISSES = 3

/**
 * How often this conversation got no answer since it last went to a person: by what is on record, or by what the client sends
 * of it, whichever tells of more.
 */
export function earlierMisses({ misses = 0, messages }: Pick<Turn, 'misses' | 'messages'>): number {
  const told = noAnswerMessages()
  const sent = messages.filter(
    ({ role, content }) => role === 'assistant' && told.some((message) => content.startsWith(message)),
  ).length
  return Math.max(misses, sent)
}
