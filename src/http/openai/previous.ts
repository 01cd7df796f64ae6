import type { Payload } from 'payload'
import type { AnswerRequest } from '../../answer/schema'
import type { Bot } from '../../../payload-types'
import { badParameter } from './questionOf'

/** The conversation up to and with a response that this bot gave, from its receipt. */
export interface Before {
  before: AnswerRequest['messages']
  conversationId?: string
}

const LONGEST = 8_000

/**
 * What was said up to a response.
 * @throws {HttpProblem} 400 where this bot gave none of that id; another bot's is one that does not exist.
 */
export async function conversationUpTo(
  payload: Payload,
  bot: Bot,
  id: string | null | undefined,
): Promise<Before> {
  if (!id) return { before: [] }
  const receiptId = /^resp_([\w-]{1,100})$/.exec(id)?.[1]
  const { docs } = receiptId
    ? await payload.find({
        collection: 'answers',
        where: { and: [{ id: { equals: receiptId } }, { bot: { equals: bot.id } }] },
        depth: 0,
        limit: 1,
        pagination: false,
      })
    : { docs: [] }
  const row = docs[0]
  if (!row)
    throw badParameter(
      'previous_response_id',
      'This bot gave no response of that id.',
      'previous_response_not_found',
    )
  const said = (role: 'user' | 'assistant', content: string) => ({
    role,
    content: content.slice(0, LONGEST).toWellFormed(),
  })
  return {
    before: [
      ...((row.messages ?? []) as AnswerRequest['messages']),
      said('user', row.question),
      said('assistant', row.message),
    ],
    ...(row.conversationId && { conversationId: row.conversationId }),
  }
}
