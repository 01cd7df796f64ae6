import type { TypedUser } from 'payload'
import type { User } from '../../payload-types'
import type { Actor } from '../governance/types'

/** The signed-in person as governance knows them; null for anyone else. */
export const viewerOf = (user: TypedUser | User | null | undefined): Actor | null =>
  user?.collection === 'users' ? { id: user.id, name: user.name, roles: user.roles } : null
