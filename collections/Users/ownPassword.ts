import { APIError, type CollectionBeforeChangeHook, type Field, type PayloadRequest } from 'payload'
import { countOwnPassword, forgetOwnPassword } from './attempts'
import { isPassword } from './passwordHash'

/** Typed beside a new password of one's own; never stored, so that there is nothing to read. */
export const currentPasswordField: Field = {
  name: 'currentPassword',
  type: 'text',
  virtual: true,
  label: 'Current password',
  admin: {
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
    components: { Field: '/src/admin/people/CurrentPassword#CurrentPassword' },
  },
}

interface StoredPerson {
  id: string
  hash?: string
  salt?: string
  sessions?: { id: string }[]
}

/**
 * Who changes their own password gives the one they have: a session that someone else got hold of is not enough to keep
 * the account. Their other sessions end.
 */
export const requireCurrentPassword: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { currentPassword, ...rest } = data as Record<string, unknown>
  const id = (originalDoc as { id?: string } | undefined)?.id
  if (operation !== 'update' || !id || !rest['password'] || req.user?.id !== id) return rest
  const stored = await assertOwnPassword(req, { id, currentPassword })
  const { _sid: present } = req.user as { _sid?: string }
  return { ...rest, sessions: (stored.sessions ?? []).filter((session) => session.id === present) }
}

/** Holds what somebody typed against their password, and counts it. @throws {APIError} @throws {TooManyAttempts} */
export async function assertOwnPassword(
  req: PayloadRequest,
  { id, currentPassword }: { id: string; currentPassword: unknown },
): Promise<StoredPerson> {
  await countOwnPassword(id)
  const stored = await req.payload.db.findOne<StoredPerson>({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  })
  if (!(typeof currentPassword === 'string' && stored && (await isPassword(currentPassword, stored))))
    throw wrong(currentPassword)
  await forgetOwnPassword(id)
  return stored
}

/** A notice, not a mark on the field: the admin's form takes such marks away when it is read anew after a refusal. */
function wrong(given: unknown): APIError {
  const message = given
    ? 'This is not your current password. Nothing was changed.'
    : 'Give your current password.'
  return new APIError(message, 400, null, true)
}
