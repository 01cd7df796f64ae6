import type { Payload, PayloadRequest } from 'payload'
import { rolesThatMay } from '../../governance/permissions'
import type { PersonWithRights } from '../../governance/rights'
import { hasLeft } from '../hasLeft'

/** Everyone who is here and may give rights to others, or look at what another gives. */
export const readPeopleWithRights = async (
  payload: Payload,
  req?: PayloadRequest,
): Promise<PersonWithRights[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: rolesThatMay('confirmRights') } },
    depth: 0,
    pagination: false,
    select: { name: true, roles: true, leftAt: true, createdAt: true },
    ...(req && { req }),
  })
  return docs.filter((user) => !hasLeft(user)).map(({ id, name, roles }) => ({ id, name, roles }))
}
