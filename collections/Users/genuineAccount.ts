import {
  APIError,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import type { User } from '../../payload-types'
import { notGenuine } from '../../src/records/genuine'

/** @throws {APIError} 401 */
export function refuseForged(): never {
  throw new APIError(
    'This account was changed behind Vouch’s back, so nobody can sign in with it. Ask an admin to run: npm run -s vouch -- verify',
    401,
    undefined,
    true,
  )
}

/** An account that someone gave another password, address or role in the database opens nothing. */
export const refuseForgedAccount: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  if ((await notGenuine(req.payload, [{ of: 'users', id: user.id }], req)).length) refuseForged()
  return user
}

/** Nor does a link that someone put there: setting a password by it would make the forged account a true one. */
export const refuseForgedLink: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return args
  const { data } = args as { data?: { token?: unknown } }
  const id = typeof data?.token === 'string' ? await accountOf(req, data.token) : null
  if (id && (await notGenuine(req.payload, [{ of: 'users', id }], req)).length) refuseForged()
  return args
}

async function accountOf(req: PayloadRequest, token: string): Promise<string | null> {
  const where = { resetPasswordToken: { equals: token } }
  return (await req.payload.db.findOne<User>({ collection: 'users', where, req }))?.id ?? null
}
