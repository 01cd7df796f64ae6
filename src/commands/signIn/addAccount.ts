import { randomBytes, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Identity, User } from '../../../payload-types'
import type { ProvidedIdentity } from '../../governance/signIn'
import { byCommand } from '../../records/byCommand'
import { nameTaken } from '../../records/nameTaken'
import { recordAudit } from '../../records/recordAudit'
import { identityId } from '../../records/signIn/connection'

/** An account without a role for somebody from the provider. Nobody knows its password. */
export async function addAccount(req: PayloadRequest, provided: ProvidedIdentity): Promise<User> {
  const email = provided.email ?? ''
  return req.payload.create({
    collection: 'users',
    data: {
      name: await freeName(req, [provided.name, `${provided.name ?? ''} (${email})`, email]),
      email,
      password: randomBytes(32).toString('base64url'),
      roles: [],
    },
    context: { [byCommand]: true },
    depth: 0,
    req,
  })
}

/** Puts down that an account signs in as this identity; another provider’s, from before, no longer counts. */
export async function connect(
  req: PayloadRequest,
  { user, provided, provider }: { user: User; provided: ProvidedIdentity; provider: string },
): Promise<Identity> {
  const { issuer, subject } = provided
  const now = new Date().toISOString()
  await req.payload.db.deleteMany({ collection: 'identities', where: { user: { equals: user.id } }, req })
  const identity = (await req.payload.db.create({
    collection: 'identities',
    data: {
      id: identityId(provided),
      user: user.id,
      issuer,
      subject,
      roles: [],
      connectedAt: now,
      signedInAt: now,
    },
    req,
  })) as unknown as Identity
  // What was opened with a password ends: from here on the provider says who is in.
  await req.payload.update({ collection: 'users', id: user.id, data: { sessions: [] }, depth: 0, req })
  await recordAudit(req, {
    action: 'user.connected',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
    detail: { issuer, subject, provider },
  })
  return identity
}

/** The record names people: what the provider calls somebody is taken only where nobody is called so, or looks so. */
async function freeName(req: PayloadRequest, candidates: readonly (string | null)[]): Promise<string> {
  for (const each of candidates) {
    const name = each?.trim().slice(0, 120)
    if (name && !(await nameTaken(req, { name, except: null }))) return name
  }
  return `Person ${randomUUID().slice(0, 8)}`
}
