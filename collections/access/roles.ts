import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { canReadRecords, canWorkHandovers } from '../../src/governance/permissions'
import type { Role } from '../../src/vocabulary'

const has = (req: PayloadRequest, roles: readonly Role[]): boolean => {
  const user = req.user
  return user?.collection === 'users' && roles.some((role) => user.roles.includes(role))
}

export const withRole =
  (...roles: Role[]): Access =>
  ({ req }) =>
    has(req, roles)

export const fieldWithRole =
  (...roles: Role[]): FieldAccess =>
  ({ req }) =>
    has(req, roles)

export const signedIn: Access = ({ req }) => req.user?.collection === 'users'

/** Whoever has more to do here than to work hand-overs. */
export const readsRecords: Access = ({ req: { user } }) =>
  user?.collection === 'users' && canReadRecords(user)

export const worksHandovers: Access = ({ req: { user } }) =>
  user?.collection === 'users' && (canReadRecords(user) || canWorkHandovers(user))

/** No face may do this; only the product's own commands do. */
export const nobody = (): boolean => false
