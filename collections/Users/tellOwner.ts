import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { personOf } from '../../src/records/personOf'
import { SYSTEM } from '../../src/records/recordAudit'
import { notify } from '../../src/records/notify'

/** Requests that are setting a password. */
const passwordSet = new WeakSet<PayloadRequest>()

/** The password itself is gone once the row is written. */
export const notePassword: CollectionBeforeChangeHook<User> = ({ data, req }) => {
  if ((data as { password?: unknown }).password) passwordSet.add(req)
  return data
}

/** Whoever’s account another person changed is told what was done and by whom, at once. */
export const tellOwner: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, operation, req }) => {
  const by = personOf(req)
  if (operation === 'create' || by.id === SYSTEM.id || by.id === doc.id) return doc
  const changes = [
    ...(passwordSet.delete(req) ? ['set a new password for your account'] : []),
    ...(previousDoc.email === doc.email
      ? []
      : [`changed your address from ${previousDoc.email} to ${doc.email}`]),
    ...(rolesOf(previousDoc) === rolesOf(doc) ? [] : [`changed your roles to: ${rolesOf(doc) || 'none'}`]),
  ]
  if (!changes.length) return doc
  await notify(req, {
    to: [doc.id],
    by: by.id,
    kind: 'account',
    title: `${by.name} ${changes.join(', and ')}`,
    body: 'If you did not expect this, tell another admin, or compliance.',
    href: `/admin/collections/users/${doc.id}`,
    key: `account:${doc.id}:${new Date().toISOString()}`,
    urgent: true,
  })
  if (previousDoc.email !== doc.email) await writeToOldAddress(req, { by: by.name, previousDoc, doc })
  return doc
}

const rolesOf = ({ roles }: Pick<User, 'roles'>): string => (roles ?? []).toSorted().join(', ')

/** The notice goes to the new address; the person may read only the old one. */
const writeToOldAddress = async (
  req: PayloadRequest,
  { by, previousDoc, doc }: { by: string; previousDoc: User; doc: User },
): Promise<void> => {
  try {
    await req.payload.sendEmail({
      to: previousDoc.email,
      subject: 'Vouch: the address of your account was changed',
      text: `${by} changed the address of your account from ${previousDoc.email} to ${doc.email}. If you did not expect this, tell another admin, or compliance.`,
    })
  } catch (error) {
    req.payload.logger.warn({ err: error }, 'The old address of an account could not be written to.')
  }
}
