import type { Answer } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { prepareGapOfAnswer, recordGapOfAnswer } from './gapOfAnswer'

/**
 * An answer that a customer found of no use is a gap: something was asked for that the texts do not say. Of a refusal nothing is
 * made, for that opened one already where a text would have helped. An answer counts once, however often it is reported.
 * @param receiptId the answer; the last one of the conversation where it is null.
 */
export async function openByThumb(
  deps: Deps,
  o: { bot: string; conversationId: string; receiptId: string | null },
): Promise<void> {
  const row = await answerOf(deps, o)
  if (!row) return
  const event = await prepareGapOfAnswer(deps, row, 'thumbs_down')
  await inTransaction(deps, async (req) => {
    await recordGapOfAnswer(req, row, event)
  })
}

async function answerOf(
  { payload }: Deps,
  o: { bot: string; conversationId: string; receiptId: string | null },
): Promise<Answer | null> {
  const { docs } = await payload.find({
    collection: 'answers',
    where: {
      and: [
        { conversationId: { equals: o.conversationId } },
        { bot: { equals: o.bot } },
        o.receiptId ? { id: { equals: o.receiptId } } : {},
      ],
    },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
  })
  const [last] = docs
  return last?.outcome === 'answered' ? last : null
}
