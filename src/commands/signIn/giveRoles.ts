import type { PayloadRequest } from 'payload'
import type { Grant, Identity, User } from '../../../payload-types'
import { rolesAtSignIn } from '../../governance/signIn'
import { byCommand } from '../../records/byCommand'
import { notify } from '../../records/notify'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import { askForRight, secondPeopleFor } from '../../records/rights/askForRight'
import type { Role } from '../../vocabulary'

/**
 * Gives an account the roles of its groups, takes away all others, and asks a second person for a right that is new; in the
 * caller’s transaction. The identity is written first: no account has a role beyond what stands there.
 */
export async function giveRoles(
  req: PayloadRequest,
  { user, identity, given, provider }: { user: User; identity: Identity; given: Role[]; provider: string },
): Promise<void> {
  const second = await secondPeopleFor(req, { asker: null, about: user.id })
  const { roles, ask } = rolesAtSignIn({
    before: user.roles ?? [],
    given,
    givenLastTime: identity.roles ?? [],
    secondPersonIsHere: second.length > 0,
  })
  await writeIdentity(req, identity, { roles: given, signedInAt: new Date().toISOString(), endedAt: null })
  await takeBackRights(req, { user, beyond: given })
  if (!isSame(roles, user.roles ?? [])) await setRoles(req, { user, roles, provider })
  if (ask.length)
    await askForRight(req, {
      right: {
        kind: 'roles',
        title: `${user.name} becomes ${ask.join(' and ')}`,
        subjectId: user.id,
        person: user.id,
        roles: ask,
        href: `/admin/collections/users/${user.id}`,
      },
      asker: { id: null, name: provider },
      second,
    })
}

/** Only what is said anew: the seal of a row that did not change stays. */
export async function writeIdentity(
  req: PayloadRequest,
  identity: Identity,
  data: Partial<Identity>,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'identities',
    id: identity.id,
    data: { ...identity, ...data },
    req,
    returning: false,
  })
}

/** Rights that the groups gave and that nobody has agreed to: once a group is left there is nothing to agree to. */
export async function takeBackRights(
  req: PayloadRequest,
  { user, beyond }: { user: User; beyond: readonly Role[] },
): Promise<void> {
  const { docs } = await req.payload.db.find<Grant>({
    collection: 'grants',
    where: {
      and: [
        { state: { equals: 'pending' } },
        { kind: { equals: 'roles' } },
        { subjectId: { equals: user.id } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
  })
  for (const grant of docs.filter(({ roles }) => !(roles ?? []).every((role) => beyond.includes(role)))) {
    const decidedAt = new Date().toISOString()
    await req.payload.db.updateOne({
      collection: 'grants',
      id: grant.id,
      data: { ...grant, state: 'refused', decidedAt },
      req,
    })
    await recordAudit(req, {
      action: 'right.refused',
      actor: SYSTEM,
      subject: { collection: 'users', id: user.id, title: grant.title },
      detail: { grant: grant.id, because: 'no group gives it any more' },
    })
  }
}

async function setRoles(
  req: PayloadRequest,
  { user, roles, provider }: { user: User; roles: Role[]; provider: string },
): Promise<void> {
  await req.payload.update({
    collection: 'users',
    id: user.id,
    data: { roles },
    context: { [byCommand]: true },
    depth: 0,
    req,
  })
  await notify(req, {
    to: [user.id],
    kind: 'account',
    title: `Your roles are now: ${roles.join(', ') || 'none'}`,
    body: `They are those of your groups at ${provider}.`,
    href: `/admin/collections/users/${user.id}`,
    key: `roles:${user.id}:${new Date().toISOString()}`,
  })
}

const isSame = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role))
