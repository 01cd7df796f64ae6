import type { PayloadRequest } from 'payload'
import type { Identity, User } from '../../../payload-types'
import type { AccountAtSignIn, ProvidedIdentity } from '../../governance/signIn'
import { idOf } from '../../records/content'
import { notGenuine } from '../../records/genuine'
import { hasLeft } from '../../records/hasLeft'
import { identityId } from '../../records/signIn/connection'

/** What is stored of somebody who comes from the provider. */
export interface StoredHere {
  identity: Identity | null
  own: User | null
  sameAddress: User | null
}

/** Reads it in the caller’s transaction. */
export async function readStored(req: PayloadRequest, provided: ProvidedIdentity): Promise<StoredHere> {
  const identity = await req.payload.db.findOne<Identity>({
    collection: 'identities',
    where: { id: { equals: identityId(provided) } },
    req,
  })
  const own = identity && (await findUser(req, { id: idOf(identity.user) ?? '' }))
  const sameAddress = provided.email ? await findUser(req, { email: provided.email }) : null
  return { identity, own, sameAddress }
}

/** An account with everything that is stored of it. */
export function findUser(req: PayloadRequest, by: Record<string, string>): Promise<User | null> {
  const where = Object.fromEntries(Object.entries(by).map(([field, value]) => [field, { equals: value }]))
  return req.payload.db.findOne<User>({ collection: 'users', where, req })
}

/** An account as the rules see it. */
export async function accountOf(req: PayloadRequest, user: User, issuer: string): Promise<AccountAtSignIn> {
  const connection = await req.payload.db.findOne<Identity>({
    collection: 'identities',
    where: { and: [{ user: { equals: user.id } }, { issuer: { equals: issuer } }] },
    req,
  })
  return {
    id: user.id,
    roles: user.roles ?? [],
    left: hasLeft(user),
    connectedTo: connection?.subject ?? null,
  }
}

/** Whether anything of this was changed behind Vouch’s back. */
export async function isForged(
  req: PayloadRequest,
  { identity, own, sameAddress }: StoredHere,
): Promise<boolean> {
  const records = [
    ...(identity ? [{ of: 'identities', id: identity.id }] : []),
    ...[own, sameAddress].flatMap((user) => (user ? [{ of: 'users', id: user.id }] : [])),
  ]
  return (await notGenuine(req.payload, records, req)).length > 0
}
