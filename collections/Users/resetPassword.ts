import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { inTransaction } from '../../src/database/transaction'
import { byCommand } from '../../src/records/byCommand'
import { notGenuine } from '../../src/records/genuine'
import { recordAudit } from '../../src/records/recordAudit'
import { refuseForged } from './genuineAccount'
import { setsByLink } from './signIn'

/**
 * Sets a new password by a link, in place of Payload’s own endpoint, which signs in whoever has the link: the second step of
 * signing in would be left out. Here it signs nobody in, and ends every session that there is.
 */
export const resetPassword: Endpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { token, password } = (req.data ?? {}) as { token?: unknown; password?: unknown }
    if (typeof token !== 'string' || !token || typeof password !== 'string' || !password)
      throw new APIError('Give the token of the link, and the new password.', 400, undefined, true)
    await inTransaction({ payload: req.payload }, (own) => setPassword(own, { token, password }))
    return Response.json({ message: req.t('authentication:passwordResetSuccessfully') })
  },
}

async function setPassword(
  req: PayloadRequest,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const user = await req.payload.db.findOne<User>({
    collection: 'users',
    where: {
      and: [
        { resetPasswordToken: { equals: token } },
        { resetPasswordExpiration: { greater_than: new Date().toISOString() } },
      ],
    },
    req,
  })
  if (!user) throw new APIError('This link was used already, or has expired. Ask for another.', 403, undefined, true)
  // A link that was planted in the database would make a forged account a true one.
  if ((await notGenuine(req.payload, [{ of: 'users', id: user.id }], req)).length) refuseForged()
  setsByLink.add(req)
  await req.payload.update({
    collection: 'users',
    id: user.id,
    data: { password, sessions: [], resetPasswordToken: null, resetPasswordExpiration: null },
    context: { [byCommand]: true },
    depth: 0,
    req,
  })
  await recordAudit(req, {
    action: 'user.password_reset',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
  })
}
