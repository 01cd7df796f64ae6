import { addDataAndFileToRequest, APIError, type Endpoint, type Payload } from 'payload'
import { connectionOf } from '../../src/records/signIn/connection'
import { countLink, placeOf } from './attempts'

/**
 * Sends a link to set a new password, in place of Payload's own endpoint. That one holds the database's writer while it
 * writes outside of its transaction, and while the mail server takes its time; here the token is stored and committed,
 * and then the mail goes out. Nobody waits for either: the answer is the same, after the same time, for every address.
 */
export const forgotPassword = ({ publicUrl }: { publicUrl: string }): Endpoint => ({
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const given: unknown = req.data?.['email']
    const email = typeof given === 'string' ? given.toLowerCase().trim() : ''
    if (!email || email.length > 254)
      throw new APIError('Give the e-mail address of the account.', 400, undefined, true)
    if (await countLink(email, placeOf(req) ?? 'local'))
      void sendLink(req.payload, { email, publicUrl }).catch((err: unknown) =>
        req.payload.logger.error({ msg: 'A link to set a new password could not be sent.', err }),
      )
    return Response.json({ message: req.t('general:success') })
  },
})

async function sendLink(
  payload: Payload,
  { email, publicUrl }: { email: string; publicUrl: string },
): Promise<void> {
  if (await isConnected(payload, email)) return
  const token = (await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })) as string | null
  if (!token) return
  const link = `${publicUrl}/admin/reset/${token}`
  await payload.sendEmail({
    from: `"${payload.email.defaultFromName}" <${payload.email.defaultFromAddress}>`,
    to: email,
    subject: 'Set a new password for Vouch',
    text: `Someone asked for a new password for this address at ${publicUrl}.\n\nSet it within an hour here:\n${link}\n\nIf it was not you, there is nothing to do: the old password stays.`,
    html: `<p>Someone asked for a new password for this address at ${publicUrl}.</p><p>Set it within an hour here:<br><a href="${link}">${link}</a></p><p>If it was not you, there is nothing to do: the old password stays.</p>`,
  })
}

/** Their provider signs them in; a password would open nothing. */
async function isConnected(payload: Payload, email: string): Promise<boolean> {
  const user = await payload.db.findOne<{ id: string }>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return user !== null && (await connectionOf(payload, user.id)) !== null
}
