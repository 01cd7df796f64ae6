import type { Payload, PayloadRequest } from 'payload'
import type { User } from '../../../payload-types'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import { connectedAmong } from '../../records/signIn/connection'

/** Admins who get in with a password, whatever becomes of the provider. */
export async function localAdmins(payload: Payload, req?: PayloadRequest): Promise<User[]> {
  const admins = await peopleWhoMay(payload, 'managePeople', req)
  const connected = await connectedAmong(
    payload,
    admins.map(({ id }) => id),
    req,
  )
  return admins.filter(({ id }) => !connected.has(id))
}
