import type { Payload, PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { byCommand } from './byCommand'
import { notGenuine } from './genuine'
import { recordAudit } from './recordAudit'

const setting = new WeakSet<PayloadRequest>()

/** Whether a request sets a password by a link, which is recorded as that. */
export function isByLink(req: PayloadRequest): boolean {
  return setting.has(req)
}

/**
 * Sets a new password by the token of a link, and ends every session. Nobody is signed in by it.
 * @returns `forged` where the account, the link with it, is not what Vouch last wrote: setting a password would make it true.
 */
export function setPasswordByLink(
  payload: Payload,
  { token, password }: { token: string; password: string },
): Promise<'set' | 'unknown' | 'forged'> {
  return inTransaction({ payload }, async (req) => {
    const user = await payload.db.findOne<User>({
      collection: 'users',
      where: {
        and: [
          { resetPasswordToken: { equals: token } },
          { resetPasswordExpiration: { greater_than: new Date().toISOString() } },
        ],
      },
      req,
    })
    if (!user) return 'unknown'
    if ((await notGenuine(payload, [{ of: 'users', id: user.id }], req)).length) return 'forged'
    setting.add(req)
    await payload.update({
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
    return 'set'
  })
}
