import type { Payload } from 'payload'
import type { Answer } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import type { Conversation } from '../../measures/types'

/** What each conversation began with, in the customer’s words as they were kept, by its id. */
export async function readFirst(
  payload: Payload,
  conversations: readonly Conversation[],
): Promise<(conversation: Conversation) => string> {
  const ids = conversations.flatMap(({ turns }) => turns[0]?.receipt ?? [])
  const rows = await rowsById<Answer>(payload, { collection: 'answers', ids, select: { question: true } })
  return ({ turns }) => rows.get(turns[0]?.receipt ?? '')?.question ?? ''
}
