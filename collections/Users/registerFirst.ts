import {
  addDataAndFileToRequest,
  APIError,
  commitTransaction,
  Forbidden,
  initTransaction,
  killTransaction,
  type Endpoint,
} from 'payload'
import type { User } from '../../payload-types'

/**
 * The form of the first person, where admins need a second factor, in place of Payload’s own endpoint: that one signs them
 * in, and would take the account back when it is refused. Here they sign in afterwards, and set their factor up by that.
 */
export const registerFirst: Endpoint = {
  path: '/first-register',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const data = (req.data ?? {}) as Partial<User> & { password?: unknown }
    if (typeof data.password !== 'string' || !data.password)
      throw new APIError('Choose a password.', 400, undefined, true)
    const shouldCommit = await initTransaction(req)
    try {
      if (await req.payload.db.findOne({ collection: 'users', req })) throw new Forbidden(req.t)
      await req.payload.create({ collection: 'users', data: data as User, req })
      if (shouldCommit) await commitTransaction(req)
    } catch (error) {
      await killTransaction(req)
      throw error
    }
    return Response.json({ message: req.t('authentication:successfullyRegisteredFirstUser'), user: null })
  },
}
