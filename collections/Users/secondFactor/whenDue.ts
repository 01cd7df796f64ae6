import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import type { User } from '../../../payload-types'
import { mustHaveFactor } from '../../../src/records/secondFactor/factor'
import { connectionOf } from '../../../src/records/signIn/connection'

/**
 * Who gets a role that is used with a second factor alone, and has none, is signed out: signing in again sets it up. Whom the
 * provider signs in, it asks for theirs.
 */
export const endSessionsWhenDue: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !data.roles) return data
  const hasFactor = data.secondFactor ?? originalDoc.secondFactor
  const isNew =
    mustHaveFactor(req.payload, { roles: data.roles }) && !mustHaveFactor(req.payload, originalDoc)
  if (!isNew || hasFactor || (await connectionOf(req.payload, originalDoc.id, req))) return data
  return { ...data, sessions: [] }
}

/** Nor does a session from before go on for ever. */
export const refuseRefreshWhenDue: CollectionBeforeOperationHook<'users'> = ({ args, operation, req }) => {
  if (operation !== 'refresh' || req.user?.collection !== 'users') return args
  const user = req.user as User
  if (mustHaveFactor(req.payload, user) && !user.secondFactor)
    throw new APIError('Your roles need a second factor. Sign in again to set it up.', 401, undefined, true)
  return args
}
