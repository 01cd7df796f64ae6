import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser } from 'payload/shared'
import type { User } from '../../../payload-types'
import { recordAudit } from '../../records/recordAudit'

/**
 * A session as Payload’s own sign-in opens it, without a password; in the caller’s transaction.
 * @param user everything that is stored of the account. @returns the token of the session.
 */
export async function openSession(
  req: PayloadRequest,
  { user, through }: { user: User; through: string },
): Promise<string> {
  const { config: collectionConfig } = req.payload.collections.users
  const signedIn = { ...user, collection: 'users' as const }
  const { sid } = await addSessionToUser({ collectionConfig, payload: req.payload, req, user: signedIn })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig,
      email: user.email,
      user: signedIn,
      ...(sid && { sid }),
    }),
    secret: req.payload.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  })
  await recordAudit(req, {
    action: 'user.signed_in',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
    detail: { through },
  })
  return token
}
