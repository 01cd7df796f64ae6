import type { Payload, TypedUser } from 'payload'
import type { User } from '../../payload-types'
import { readActor } from '../commands/actor'
import type { Actor } from '../governance/types'

/** The signed-in person as governance knows them, without those they stand in for; null for anyone else. */
export const viewerOf = (user: TypedUser | User | null | undefined): Actor | null =>
  user?.collection === 'users' ? { id: user.id, name: user.name, roles: user.roles } : null

/** The signed-in person with those they stand in for now: what decides which texts they may sign. */
export const readViewer = async (
  payload: Payload,
  user: TypedUser | User | null | undefined,
): Promise<Actor | null> => (user?.collection === 'users' ? readActor(payload, user) : null)
