import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import type { User } from '../../../payload-types'
import { lacksFactor, mustHaveFactor } from '../../../src/records/secondFactor/factor'

/** Who gets a role that is used with a second factor alone, and has none, is signed out: signing in again sets it up. */
export const endSessionsWhenDue: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { payload } = req
  if (operation !== 'update' || !originalDoc || !data.roles || mustHaveFactor(payload, originalDoc))
    return data
  const secondFactor = data.secondFactor ?? originalDoc.secondFactor ?? false
  const after = { id: originalDoc.id, roles: data.roles, secondFactor }
  return (await lacksFactor(payload, after, req)) ? { ...data, sessions: [] } : data
}

/** Nor does a session from before go on for ever. */
export const refuseRefreshWhenDue: CollectionBeforeOperationHook<'users'> = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'refresh' || req.user?.collection !== 'users') return args
  if (await lacksFactor(req.payload, req.user as User, req))
    throw new APIError('Your roles need a second factor. Sign in again to set it up.', 401, undefined, true)
  return args
}
