import type { Payload } from 'payload'
import type { User } from '../../../payload-types'
import { lacksFactor, rolesThatNeedFactor } from './factor'

/**
 * Ends the sessions of people whose roles need a second factor and who have none: from before the setting. Called at the start,
 * for a setting changes with one; then each of them sets it up by signing in.
 * @returns how many people were signed out.
 */
export async function endSessionsWithoutFactor(payload: Payload): Promise<number> {
  const roles = rolesThatNeedFactor(payload)
  if (!roles.length) return 0
  const { docs } = await payload.db.find<User>({
    collection: 'users',
    where: { and: [{ roles: { in: [...roles] } }, { secondFactor: { not_equals: true } }] },
    limit: 0,
    pagination: false,
  })
  let ended = 0
  for (const person of docs.filter(({ sessions }) => sessions?.length)) {
    if (!(await lacksFactor(payload, person))) continue
    await payload.db.updateOne({
      collection: 'users',
      id: person.id,
      data: { sessions: [], updatedAt: null },
      returning: false,
    })
    ended++
  }
  return ended
}
