import type { Message } from '../answer/types'
import { outOfScope } from '../answer/triggers/outOfScope'
import type { LiveMessage, OpenQuestion } from './types'

/** A colleague answers one thing at a time; more than these would be a list to choose from. */
const MOST = 3
/** Turns that a question is read with. */
const MOST_BEFORE = 50

/**
 * What the customer said since a colleague last wrote and that asks for something, the latest first. Where nothing does, the
 * last thing that ever did: “hello? anyone there?” still waits for what was asked before.
 */
export function openQuestions(messages: readonly LiveMessage[]): OpenQuestion[] {
  const asked = messages.flatMap(({ role, content }, at) =>
    role === 'customer' && asksForSomething(content) ? [at] : [],
  )
  const answeredAt = messages.findLastIndex(({ role }) => role === 'colleague')
  const since = asked.filter((at) => at > answeredAt)
  const open = since.length > 0 ? since.slice(-MOST) : asked.slice(-1)
  return open.toReversed().map((at) => ({
    question: messages[at]?.content ?? '',
    messages: messages.slice(Math.max(0, at - MOST_BEFORE), at).map(asTurn),
  }))
}

const asksForSomething = (content: string): boolean => content.trim() !== '' && outOfScope(content) === null

/** A colleague's words are told to the customer as the bot's are. */
export const asTurn = ({ role, content }: LiveMessage): Message => ({
  role: role === 'customer' ? 'user' : 'assistant',
  content,
})
