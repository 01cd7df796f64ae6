import type { Payload } from 'payload'
import type { User } from '../payload-types'
import { VouchError } from '../src/errors'

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
