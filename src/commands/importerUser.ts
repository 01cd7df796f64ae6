import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { User } from '../../payload-types'
import { ROLES_WHEN_NONE_CHOSEN } from '../governance/startingRoles'

const EMAIL = 'importer@vouch.localhost'

/** The author of what is imported by no person: nobody can sign in as it, and it can sign nothing. */
export const importerUser = async (payload: Payload): Promise<User> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: EMAIL } },
    depth: 0,
    limit: 1,
  })
  if (docs[0]) return docs[0]
  return payload.create({
    collection: 'users',
    data: {
      name: 'Importer',
      email: EMAIL,
      roles: ROLES_WHEN_NONE_CHOSEN,
      password: randomBytes(32).toString('hex'),
    },
  })
}

export const isImporter = ({ email }: Pick<User, 'email'>): boolean => email === EMAIL
