import {
  AuthenticationError,
  LockedAuth,
  type CollectionAfterErrorHook,
  type CollectionAfterForgotPasswordHook,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { User } from '../../payload-types'
import { isByLink } from '../../src/records/passwordByLink'
import { personOf } from '../../src/records/personOf'
import { recordAudit } from '../../src/records/recordAudit'
import { TooManyAttempts } from './attempts'
import { isAtSecondStep } from './secondFactor/askForCode'

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

/** Failed sign-ins recorded in a minute; a flood of them is in the server's log alone. */
const failures = new RateLimiterMemory({ points: 60, duration: 60 })

/**
 * Records who failed to sign in, by the address that was tried. Never what was typed as the password; nor as the address
 * unless it is one, for people type their password there by mistake.
 */
export const auditFailedSignIn: CollectionAfterErrorHook = async ({ error, req }) => {
  const limited = error instanceof TooManyAttempts || error instanceof LockedAuth
  if (!limited && !(error instanceof AuthenticationError)) return
  // Guesses of one's own password are refused by the same limit.
  if (req.user || isAtSecondStep(req)) return
  const typed: unknown = req.data?.['email']
  const address =
    typeof typed === 'string' && ADDRESS.test(typed) ? typed.toLowerCase() : 'something that is no address'
  try {
    await failures.consume('all')
    await recordAudit(req, {
      action: 'user.sign_in_failed',
      actor: { id: 'unknown', name: 'Someone' },
      subject: { collection: 'users', id: 'unknown', title: address },
      detail: { because: limited ? 'locked' : 'credentials' },
    })
  } catch (failed) {
    // Who is refused must be told so, whether or not it could be recorded.
    req.payload.logger.warn({ address, failed }, 'A failed sign-in was not recorded.')
  }
}

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,189}$/

/** Records that a password was changed; never the password. */
export const auditPasswordChange: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc && !isByLink(req) && (data as { password?: unknown }).password)
    await recordAudit(req, {
      action: 'user.password_changed',
      actor: personOf(req),
      subject: { collection: 'users', id: originalDoc.id, title: originalDoc.name },
    })
  return data
}

/** Records that a link to set a new password was asked for. */
export const auditForgottenPassword: CollectionAfterForgotPasswordHook = async ({ args }) => {
  const { req, data } = args as { req: PayloadRequest; data: { email?: string } }
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { email: { equals: data.email?.toLowerCase().trim() ?? '' } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  if (docs[0])
    await recordAudit(req, {
      action: 'user.password_link_sent',
      actor: { id: 'unknown', name: 'Someone' },
      subject: { collection: 'users', id: docs[0].id, title: docs[0].name },
    })
}

/** Records that a password was set by such a link. */
export const auditPasswordReset: CollectionAfterOperationHook<'users'> = async ({
  operation,
  req,
  result,
}) => {
  const user = operation === 'resetPassword' ? (result as unknown as { user?: User }).user : null
  if (user)
    await recordAudit(req, {
      action: 'user.password_reset',
      actor: { id: user.id, name: user.name },
      subject: { collection: 'users', id: user.id, title: user.name },
    })
  return result
}
