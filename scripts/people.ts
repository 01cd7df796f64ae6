import type { Payload } from 'payload'
import { hasLeft } from '../src/records/hasLeft'
import type { User } from '../payload-types'
import { VouchError } from '../src/errors'
import { may } from '../src/governance/permissions'

/** @throws when there is nobody with that address. */
export const personByEmail = async (payload: Payload, email: string): Promise<User> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    depth: 0,
    limit: 1,
  })
  if (docs[0]) return docs[0]
  throw new VouchError(
    `There is no user ${email}. Add one: npm run -s vouch -- user add ${email} --name NAME --role approver`,
  )
}

/** What to do where nobody can add people, bots or sources in the browser; nothing where someone can. */
export const adminAdvice = async (payload: Payload): Promise<string[]> => {
  const { docs } = await payload.find({ collection: 'users', depth: 0, pagination: false })
  if (docs.some((user) => may(user, 'managePeople') && !hasLeft(user))) return []
  return docs.length
    ? [
        'Nobody is an admin, so that people, bots and sources cannot be added in the browser. Run: npm run -s vouch -- user add EMAIL --name NAME --role admin',
      ]
    : ['Nobody can sign in yet. Open the admin: the first person who fills in its form becomes the admin.']
}
