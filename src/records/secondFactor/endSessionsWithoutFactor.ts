import type { Payload } from 'payload'
import type { User } from '../../../payload-types'
import { connectedAmong } from '../signIn/connection'
import { rolesThatNeedFactor } from './factor'

/**
 * Ends the sessions of people whose roles need a second factor and who have none: from before the setting. Called at the start,
 * for a setting changes with one; then each of them sets it up by signing in. Whom the provider signs in, it asks for theirs.
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
  const open = docs.filter(({ sessions }) => sessions?.length)
  const connected = await connectedAmong(
    payload,
    open.map(({ id }) => id),
  )
  const signedIn = open.filter(({ id }) => !connected.has(id))
  for (const { id } of signedIn)
    await payload.db.updateOne({
      collection: 'users',
      id,
      data: { sessions: [], updatedAt: null },
      returning: false,
    })
  return signedIn.length
}
