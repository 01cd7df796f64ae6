import type { Payload, Where } from 'payload'
import type { User } from '../../payload-types'

interface Reader {
  payload: Payload
  user: Pick<User, 'id'>
}

const unreadOf = (user: Reader['user']): Where => ({
  and: [{ to: { equals: user.id } }, { readAt: { exists: false } }],
})

/** How many notices a person has not read. */
export const countUnread = async ({ payload, user }: Reader): Promise<number> =>
  (await payload.count({ collection: 'notifications', where: unreadOf(user) })).totalDocs

/**
 * Marks a person's own notices as read: those named, or all. What is not theirs is left alone, and not told apart from what
 * does not exist.
 * @returns how many are unread now.
 */
export const markRead = async (reader: Reader, ids: readonly string[] | 'all'): Promise<number> => {
  const { payload, user } = reader
  const { docs } = await payload.find({
    collection: 'notifications',
    where: ids === 'all' ? unreadOf(user) : { and: [unreadOf(user), { id: { in: [...ids] } }] },
    depth: 0,
    pagination: false,
    select: {},
  })
  const readAt = new Date().toISOString()
  for (const { id } of docs)
    await payload.db.updateOne({ collection: 'notifications', id, data: { readAt }, req: {} })
  return countUnread(reader)
}
