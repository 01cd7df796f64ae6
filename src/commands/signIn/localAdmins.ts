import type { Payload, PayloadRequest } from 'payload'
import type { Identity, User } from '../../../payload-types'
import { idOf } from '../../records/content'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import { providerOf } from '../../records/signIn/connection'

/** Admins who get in with a password, whatever becomes of the provider. */
export async function localAdmins(payload: Payload, req?: PayloadRequest): Promise<User[]> {
  const admins = await peopleWhoMay(payload, 'managePeople', req)
  const issuer = providerOf(payload)?.issuer
  if (!issuer) return admins
  const { docs } = await payload.db.find<Identity>({
    collection: 'identities',
    where: { and: [{ issuer: { equals: issuer } }, { user: { in: admins.map(({ id }) => id) } }] },
    limit: 0,
    pagination: false,
    req: req ?? {},
  })
  const connected = new Set(docs.map(({ user }) => idOf(user)))
  return admins.filter(({ id }) => !connected.has(id))
}
