import { addDataAndFileToRequest, APIError, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { User } from '../../payload-types'
import { notGenuine } from '../../src/records/genuine'
import { hasLeft } from '../../src/records/hasLeft'

/** The signed-in person of a request, whose account is what Vouch last wrote of it. @throws {APIError} 401 */
export async function signedInPerson(req: PayloadRequest): Promise<User> {
  const { user } = req
  if (
    user?.collection !== 'users' ||
    hasLeft(user) ||
    (await notGenuine(req.payload, [{ of: 'users', id: user.id }])).length
  )
    throw new APIError('Sign in first.', 401, undefined, true)
  return user as User
}

/** The session that a request was made in. */
export function presentSession(user: User): string | null {
  const { _sid: present } = user as User & { _sid?: string }
  return present ?? null
}

/** What was sent, as `schema` has it. @throws {APIError} 400 with the first thing that is wrong. */
export async function readBody<Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  await addDataAndFileToRequest(req)
  const parsed = schema.safeParse(req.data ?? {})
  if (parsed.success) return parsed.data
  throw new APIError(parsed.error.issues[0]?.message ?? 'This cannot be used.', 400, undefined, true)
}
