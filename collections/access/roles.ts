import type { Access, FieldAccess } from 'payload'
import { may, type Action } from '../../src/governance/permissions'

/** Whether a signed-in person may do this (governance/permissions.ts says who). */
export const whoMay =
  (action: Action): Access =>
  ({ req: { user } }) =>
    user?.collection === 'users' && may(user, action)

export const fieldWhoMay =
  (action: Action): FieldAccess =>
  ({ req: { user } }) =>
    user?.collection === 'users' && may(user, action)

export const signedIn: Access = ({ req }) => req.user?.collection === 'users'

/** No face may do this; only the product's own commands do. */
export const nobody = (): boolean => false
