import type { PayloadRequest } from 'payload'
import type { Identity, User } from '../../../payload-types'
import { byCommand } from '../../records/byCommand'
import { notify } from '../../records/notify'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import { takeBackRights, writeIdentity } from './giveRoles'

/**
 * Somebody whom no group lets in any more: their roles and sessions end now, in the caller’s transaction. Their texts stay
 * theirs until an admin says that they have left: a group that was renamed must not scatter what a whole team wrote.
 */
export async function endAccess(
  req: PayloadRequest,
  { user, identity, provider }: { user: User; identity: Identity; provider: string },
): Promise<void> {
  if (identity.endedAt) return
  await writeIdentity(req, identity, { roles: [], endedAt: new Date().toISOString() })
  await takeBackRights(req, { user, beyond: [] })
  await req.payload.update({
    collection: 'users',
    id: user.id,
    data: { roles: [], sessions: [] },
    context: { [byCommand]: true },
    depth: 0,
    req,
  })
  await recordAudit(req, {
    action: 'user.access_ended',
    actor: SYSTEM,
    subject: { collection: 'users', id: user.id, title: user.name },
    detail: { provider },
  })
  const admins = await peopleWhoMay(req.payload, 'managePeople', req)
  await notify(req, {
    to: admins.map(({ id }) => id),
    kind: 'account',
    title: `${user.name} lost access: no group of theirs at ${provider} is known here`,
    body: 'If they have left, set “Left on”, and their texts go to the leads of their topics. If not, see to their groups there; they come back with their next sign-in.',
    href: `/admin/collections/users/${user.id}`,
    key: `access-ended:${user.id}:${new Date().toISOString()}`,
    urgent: true,
  })
}
