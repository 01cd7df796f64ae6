import type { Payload } from 'payload'
import { handOverTexts } from '../records/handOverTexts'
import { idOf } from '../records/content'
import { inTransaction } from '../database/transaction'
import { GOVERNED_COLLECTIONS } from '../vocabulary'

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
  const owners = await ownersAmong(
    payload,
    leavers.map(({ id }) => id),
  )
  let texts = 0
  for (const leaver of leavers.filter(({ id, sessions }) => sessions?.length || owners.has(id)))
    texts += await inTransaction({ payload }, async (req) => {
      // Saved again as they are: the collection’s hook ends the sessions of whoever has left.
      if (leaver.sessions?.length)
        await payload.update({ collection: 'users', id: leaver.id, data: { leftAt: leaver.leftAt }, req })
      return handOverTexts(req, leaver)
    })
  return texts
}

/** Which of these people own a text; it runs every minute, and those who left long ago own none. */
const ownersAmong = async (payload: Payload, people: readonly string[]): Promise<Set<string | null>> => {
  const owners = new Set<string | null>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { owner: { in: [...people] } },
      depth: 0,
      pagination: false,
      select: { owner: true },
    })
    for (const { owner } of docs) owners.add(idOf(owner))
  }
  return owners
}
