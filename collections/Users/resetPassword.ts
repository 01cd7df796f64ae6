import { addDataAndFileToRequest, APIError, type Endpoint } from 'payload'
import { setPasswordByLink } from '../../src/records/passwordByLink'
import { refuseForged } from './genuineAccount'

/**
 * Sets a new password by a link, in place of Payload’s own endpoint, which signs in whoever has the link: the second step of
 * signing in would be left out.
 */
export const resetPassword: Endpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { token, password } = (req.data ?? {}) as { token?: unknown; password?: unknown }
    if (typeof token !== 'string' || !token || typeof password !== 'string' || !password)
      throw new APIError('Give the token of the link, and the new password.', 400, undefined, true)
    const done = await setPasswordByLink(req.payload, { token, password })
    if (done === 'forged') refuseForged()
    if (done === 'unknown')
      throw new APIError('This link was used already, or has expired. Ask for another.', 403, undefined, true)
    return Response.json({ message: req.t('authentication:passwordResetSuccessfully') })
  },
}
