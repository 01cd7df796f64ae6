import type { Access } from 'payload'
import { may } from '../../src/governance/permissions'

export const selfOrAdmin: Access = ({ req }) => {
  if (req.user?.collection !== 'users') return false
  return may(req.user, 'managePeople') || { id: { equals: req.user.id } }
}
