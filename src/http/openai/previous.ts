import type { Payload } from 'payload'
import type { AnswerRequest } from '../../answer/schema'
import type { Bot } from '../../../payload-types'
import { findReceipt } from '../receipts'
import { badParameter, earlier } from './questionOf'

/** The conversation up to and with a response that this bot gave, from its receipt. */
export interface Before {
  before: AnswerRequest['messages']
  conversationId?: string
}

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
  const row = receiptId ? await findReceipt(payload, bot, receiptId) : null
  if (!row || row.erasedAt)
    throw badParameter(
      'previous_response_id',
      'This bot gave no response of that id.',
      'previous_response_not_found',
    )
  return {
    before: [
      ...((row.messages ?? []) as AnswerRequest['messages']),
      earlier('user', row.question),
      earlier('assistant', row.message),
    ],
    ...(row.conversationId && { conversationId: row.conversationId }),
  }
}
