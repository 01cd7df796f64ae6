import type { Payload } from 'payload'
import { handOverTexts } from '../../collections/Users/handOverTexts'
import { inTransaction } from '../database/transaction'

/**
 * Does for people whose last day has come by itself what saving one of today does: their sessions end, and their texts go
 * to the leads of their topics. Run again it changes nothing.
 * @returns how many texts changed hands.
 */
export const applyLeavers = async (
  payload: Payload,
  { now = Date.now() }: { now?: number } = {},
): Promise<number> => {
  const { docs: leavers } = await payload.find({
    collection: 'users',
    where: { leftAt: { less_than_equal: new Date(now).toISOString() } },
    depth: 0,
    pagination: false,
    showHiddenFields: true,
  })
  let texts = 0
  for (const leaver of leavers)
    texts += await inTransaction({ payload }, async (req) => {
      // Saved again as they are: the collection’s hook ends the sessions of whoever has left.
      if (leaver.sessions?.length)
        await payload.update({ collection: 'users', id: leaver.id, data: { leftAt: leaver.leftAt }, req })
      return handOverTexts(req, leaver)
    })
  return texts
}
