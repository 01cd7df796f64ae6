import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeLoginHook } from 'payload'

export const hasLeft = ({ leftAt }: { leftAt?: string | null }): boolean =>
  Boolean(leftAt && Date.parse(leftAt) <= Date.now())

/** Who has left cannot sign in. */
export const refuseLeavers: CollectionBeforeLoginHook = ({ user }) => {
  if (hasLeft(user)) throw new APIError('This account is closed. Ask an admin.', 401, undefined, true)
  return user
}

/** Who leaves is signed out everywhere. */
export const endSessionsOfLeavers: CollectionBeforeChangeHook = ({ data }) =>
  hasLeft(data) ? { ...data, sessions: [] } : data
