import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
} from 'payload'

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

/** People are named in signatures and in the audit log, so they are never deleted. */
export const refuseDeletingPeople: CollectionBeforeDeleteHook = () => {
  throw new APIError(
    'People are named in the record and cannot be deleted. Set “Left on” instead: they can no longer sign in, and their texts go to the leads of their topics.',
    409,
    undefined,
    true,
  )
}
