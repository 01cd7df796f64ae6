import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeLoginHook } from 'payload'
import { hasLeft } from '../../src/records/hasLeft'

/** Who has left cannot sign in. */
export const refuseLeavers: CollectionBeforeLoginHook = ({ user }) => {
  if (hasLeft(user)) throw new APIError('This account is closed. Ask an admin.', 401, undefined, true)
  return user
}

/** Who leaves is signed out everywhere. */
export const endSessionsOfLeavers: CollectionBeforeChangeHook = ({ data }) =>
  hasLeft(data) ? { ...data, sessions: [] } : data
