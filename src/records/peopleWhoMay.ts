import type { Payload, PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { may, rolesThatMay, type Action } from '../governance/permissions'
import { hasLeft } from './hasLeft'

/** Everyone who is here and may do something. */
export async function peopleWhoMay(payload: Payload, action: Action, req?: PayloadRequest): Promise<User[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: rolesThatMay(action) } },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs.filter((user) => !hasLeft(user) && may(user, action))
}
