import type { Payload, PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import type { Actor } from '../governance/types'

/** A person as governance knows them, with those whom they stand in for now. */
export const readActor = async (
  payload: Payload,
  user: Pick<User, 'id' | 'name' | 'roles'>,
  req?: PayloadRequest,
): Promise<Actor> => {
  const now = new Date().toISOString()
  const { docs } = await payload.find({
    collection: 'delegations',
    where: {
      and: [
        { to: { equals: user.id } },
        { startsAt: { less_than_equal: now } },
        { endsAt: { greater_than: now } },
      ],
    },
    depth: 1,
    pagination: false,
    ...(req && { req }),
  })
  const standsInFor = docs.flatMap(({ from }) =>
    typeof from === 'object' && !from.leftAt ? [{ id: from.id, name: from.name, roles: from.roles }] : [],
  )
  return { id: user.id, name: user.name, roles: user.roles, standsInFor }
}
