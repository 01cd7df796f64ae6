import type { CollectionAfterLoginHook, CollectionAfterLogoutHook } from 'payload'
import { recordAudit } from '../audit/recordAudit'

/** Records who signed in. */
export const auditSignIn: CollectionAfterLoginHook = async ({ req, user }) => {
  await recordAudit(req, {
    action: 'user.signed_in',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
  })
}

/** Records who signed out. */
export const auditSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  const { user } = req
  if (user?.collection !== 'users') return
  await recordAudit(req, {
    action: 'user.signed_out',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
  })
}
