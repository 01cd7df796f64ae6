import type { Payload } from 'payload'
import type { User } from '../../payload-types'
import { PEOPLE } from './people'

/** The people of the tests, each with their first name as name and address. */
export async function createPeople(payload: Payload): Promise<User[]> {
  const people: User[] = []
  for (const [name, roles] of Object.entries(PEOPLE))
    people.push(
      await payload.create({
        collection: 'users',
        data: { name, email: `${name}@example.com`, password: 'correct horse battery', roles } as User & {
          password: string
        },
      }),
    )
  return people
}
