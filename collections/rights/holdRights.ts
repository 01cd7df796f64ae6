import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Topic, User } from '../../payload-types'
import { rightsAdded, type PersonWithRights } from '../../src/governance/rights'
import type { Role } from '../../src/vocabulary'
import { byCommand } from '../../src/records/byCommand'
import { personOf } from '../../src/records/personOf'
import { idOf } from '../../src/records/content'
import { notify } from '../../src/records/notify'
import { askForRight, secondPeopleFor } from '../../src/records/rights/askForRight'

/** Rights that were taken out of what is saved, to be asked for once the row has been written. */
interface HeldRights {
  roles: Role[]
  approvers: string[]
  second: PersonWithRights[]
}

const heldByRequest = new WeakMap<PayloadRequest, Map<string, HeldRights>>()

const heldIn = (req: PayloadRequest): Map<string, HeldRights> => {
  const known = heldByRequest.get(req) ?? new Map<string, HeldRights>()
  heldByRequest.set(req, known)
  return known
}

/** Whether this request gives rights as a person does, and not as the command that confirms them. */
const givesRights = (req: PayloadRequest): boolean =>
  req.user?.collection === 'users' && !req.context[byCommand]

/** A person’s new right to sign, or to say who signs, waits for a second admin or compliance. */
export const holdRoles: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (!givesRights(req) || !data.roles || !req.user) return data
  const id = String(originalDoc?.id ?? data.id)
  const roles = rightsAdded(operation === 'create' ? [] : (originalDoc?.roles ?? []), data.roles)
  if (!roles.length) return data
  const second = await secondPeopleFor(req, { asker: req.user.id, about: id })
  if (!second.length) return data
  heldIn(req).set(id, { roles, approvers: [], second })
  return { ...data, roles: data.roles.filter((role) => !roles.includes(role)) }
}

/** Asks for what was held back, and tells the person what became of their account. */
export const askForRoles: CollectionAfterChangeHook<User> = async ({ doc, req }) => {
  const waiting = heldIn(req).get(doc.id)
  if (!waiting) return doc
  heldIn(req).delete(doc.id)
  await askForRight(req, {
    right: {
      kind: 'roles',
      title: `${doc.name} becomes ${waiting.roles.join(' and ')}`,
      subjectId: doc.id,
      person: doc.id,
      roles: waiting.roles,
      href: `/admin/collections/users/${doc.id}`,
    },
    asker: personOf(req),
    second: waiting.second,
  })
  return doc
}

/** Whether a right is being asked for, so that a person may be saved without any role meanwhile. */
export const waitsForRoles = (req: PayloadRequest): boolean =>
  [...heldIn(req).values()].some(({ roles }) => roles.length > 0)

/** Who signs a topic’s sensitive texts is a right too. */
export const holdApprovers: CollectionBeforeChangeHook<Topic> = async ({ data, originalDoc, req }) => {
  if (!givesRights(req) || !data.approvers || !req.user) return data
  const before = idsOf(originalDoc?.approvers)
  const added = idsOf(data.approvers).filter((id) => !before.includes(id))
  if (!added.length) return data
  // The persons concerned look at each other’s, not at their own; with one person there is nobody else.
  const about = added.length === 1 ? (added[0] ?? null) : null
  const second = await secondPeopleFor(req, { asker: req.user.id, about })
  if (!second.length) return data
  heldIn(req).set(String(originalDoc?.id ?? data.id), { roles: [], approvers: added, second })
  return { ...data, approvers: idsOf(data.approvers).filter((id) => !added.includes(id)) }
}

/** Asks for each approver that was held back. */
export const askForApprovers: CollectionAfterChangeHook<Topic> = async ({ doc, previousDoc, req }) => {
  const waiting = heldIn(req).get(doc.id)
  heldIn(req).delete(doc.id)
  for (const person of waiting?.approvers ?? []) {
    const user = await req.payload.findByID({
      collection: 'users',
      id: person,
      depth: 0,
      disableErrors: true,
      req,
    })
    await askForRight(req, {
      right: {
        kind: 'topic',
        title: `${user?.name ?? 'Somebody'} signs for the topic “${doc.name}”`,
        subjectId: doc.id,
        person,
        href: `/admin/collections/topics/${doc.id}`,
      },
      asker: personOf(req),
      second: waiting?.second ?? [],
    })
  }
  if (!req.user) return doc
  const before = idsOf(previousDoc?.approvers)
  await notify(req, {
    to: idsOf(doc.approvers).filter((id) => !before.includes(id)),
    by: personOf(req).id,
    kind: 'right',
    title: `You may sign sensitive texts of the topic “${doc.name}”`,
    href: `/admin/collections/topics/${doc.id}`,
    key: `topic:${doc.id}:${new Date().toISOString()}`,
  })
  return doc
}

const idsOf = (relations: readonly unknown[] | null | undefined): string[] =>
  (relations ?? []).flatMap((relation) => idOf(relation) ?? [])
