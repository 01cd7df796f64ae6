import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../records/content'
import { readAccountActs } from '../records/rights/accountActs'
import type { Delegation, User } from '../../payload-types'
import { setUpBy, type AccountAct } from '../governance/accounts'
import type { Actor, Authority } from '../governance/types'

type Person = Pick<User, 'id' | 'name' | 'roles'>

/** People as governance knows them, each with those whom they stand in for now, and with who set their accounts up. */
export const readActors = async (
  payload: Payload,
  people: readonly Person[],
  req?: PayloadRequest,
): Promise<Actor[]> => {
  if (!people.length) return []
  const now = Date.now()
  const delegations = await readDelegations(payload, { to: people.map(({ id }) => id), now, req })
  const acts = await readAccountActs(payload, {
    accounts: [...people.map(({ id }) => id), ...delegations.flatMap(({ from }) => idOf(from) ?? [])],
    since: Math.min(now, ...delegations.map(({ createdAt }) => Date.parse(createdAt))),
    req,
  })
  return people.map(({ id, name, roles }) => ({
    id,
    name,
    roles,
    setUpBy: setUpBy(acts, id, { from: now, to: now }),
    standsInFor: delegations.flatMap((lent) => (idOf(lent.to) === id ? authoritiesOf(lent, acts, now) : [])),
  }))
}

/** A person as governance knows them, with those whom they stand in for now. */
export const readActor = async (payload: Payload, person: Person, req?: PayloadRequest): Promise<Actor> => {
  const [actor] = await readActors(payload, [person], req)
  return actor ?? person
}

/** Whoever held the account when the right was lent holds what was lent, however long ago that was. */
const authoritiesOf = (
  { from, createdAt }: Delegation,
  acts: readonly AccountAct[],
  now: number,
): Authority[] =>
  typeof from === 'object' && !from.leftAt
    ? [
        {
          id: from.id,
          name: from.name,
          roles: from.roles,
          setUpBy: setUpBy(acts, from.id, { from: Math.min(now, Date.parse(createdAt)), to: now }),
        },
      ]
    : []

const readDelegations = async (
  payload: Payload,
  { to, now, req }: { to: string[]; now: number; req?: PayloadRequest | undefined },
): Promise<Delegation[]> => {
  const at = new Date(now).toISOString()
  const { docs } = await payload.find({
    collection: 'delegations',
    where: {
      and: [{ to: { in: to } }, { startsAt: { less_than_equal: at } }, { endsAt: { greater_than: at } }],
    },
    depth: 1,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}
