import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import type { User } from '../../payload-types'
import { connectionOf, providerOf } from '../../src/records/signIn/connection'

/**
 * Whoever signs in through the company’s provider has no other way in: a password, or a link to set one, would still open the
 * account when the provider no longer does.
 */
export const refusePasswordOfConnected: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  if (await connectionOf(req.payload, user.id, req))
    throw new APIError(
      `This account signs in through ${providerOf(req.payload)?.name}. Use the button for it.`,
      401,
      undefined,
      true,
    )
  return user
}

/** Their sessions end when they were made to: so who is gone at the provider is gone here within that time. */
export const endSessionsOfConnected: CollectionBeforeOperationHook<'users'> = async ({
  args,
  operation,
  req,
}) => {
  if (operation === 'refresh' && req.user && (await connectionOf(req.payload, req.user.id, req)))
    throw new APIError(
      `Your session ends soon: sign in through ${providerOf(req.payload)?.name} again.`,
      401,
      undefined,
      true,
    )
  return args
}

/** Nobody has a role beyond those of their groups, whoever gives it. */
export const refuseBeyondGroups: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, req }) => {
  const added = (data.roles ?? []).filter((role) => !originalDoc?.roles?.includes(role))
  const connection =
    added.length && originalDoc?.id ? await connectionOf(req.payload, originalDoc.id, req) : null
  const beyond = connection ? added.filter((role) => !connection.roles?.includes(role)) : []
  if (!beyond.length) return data
  const name = providerOf(req.payload)?.name
  throw new ValidationError(
    {
      collection: 'users',
      errors: [
        {
          path: 'roles',
          message: `${originalDoc?.name} has roles by their groups at ${name}, which do not give ${beyond.join(' and ')}. Change the groups there.`,
        },
      ],
      req,
    },
    req.t,
  )
}
