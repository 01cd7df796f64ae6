import type { Access } from 'payload'

export const selfOrAdmin: Access = ({ req }) => {
  if (req.user?.collection !== 'users') return false
  return req.user.roles.includes('admin') || { id: { equals: req.user.id } }
}
