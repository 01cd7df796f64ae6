import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../../collections/governed/content'
import type { User } from '../../payload-types'
import type { Actor } from '../governance/types'

type Person = Pick<User, 'id' | 'name' | 'roles'>

/** People as governance knows them, each with those whom they stand in for now. */
export const readActors = async (
  payload: Payload,
  people: readonly Person[],
  req?: PayloadRequest,
): Promise<Actor[]> => {
  if (!people.length) return []
  const now = new Date().toISOString()
  const { docs } = await payload.find({
    collection: 'delegations',
    where: {
      and: [
        { to: { in: people.map(({ id }) => id) } },
        { startsAt: { less_than_equal: now } },
        { endsAt: { greater_than: now } },
      ],
    },
    depth: 1,
    pagination: false,
    ...(req && { req }),
  })
  return people.map(({ id, name, roles }) => ({
    id,
    name,
    roles,
    standsInFor: docs.flatMap(({ from, to }) =>
      idOf(to) === id && typeof from === 'object' && !from.leftAt
        ? [{ id: from.id, name: from.name, roles: from.roles }]
        : [],
    ),
  }))
}

/** A person as governance knows them, with those whom they stand in for now. */
export const readActor = async (payload: Payload, person: Person, req?: PayloadRequest): Promise<Actor> => {
  const [actor] = await readActors(payload, [person], req)
  return actor ?? person
}
