import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { ROLES_OF_FIRST_PERSON } from '../../src/governance/startingRoles'

/** Only the form for the first person makes a user over HTTP with nobody signed in: no other door is open to nobody. */
const isFirstForm = (req: PayloadRequest): boolean => req.payloadAPI === 'REST' && !req.user

/**
 * Whoever fills in the form of a fresh installation runs it: someone must be able to add the others. The form is open
 * only while nobody is there, and Payload asks so in the transaction in which this writes.
 */
export const makeFirstPersonAdmin: CollectionBeforeChangeHook<User> = ({ data, operation, req }) =>
  operation === 'create' && isFirstForm(req) ? { ...data, roles: ROLES_OF_FIRST_PERSON, leftAt: null } : data

/**
 * Tells them. The notice's key is unique: of two who send the form at once, on a database whose transactions do not see
 * each other, one cannot be written.
 */
export const tellFirstPerson: CollectionAfterChangeHook<User> = async ({ doc, operation, req }) => {
  if (operation === 'create' && isFirstForm(req))
    await req.payload.db.create({
      collection: 'notifications',
      data: {
        id: FIRST_NOTICE,
        to: doc.id,
        kind: 'first_person',
        title: 'You are the admin of this installation',
        body: 'Add the people who write and sign texts: nobody signs what they wrote themselves.',
        href: '/admin/collections/users/create',
        key: 'first-person',
        urgent: false,
      },
      req,
    })
  return doc
}

const FIRST_NOTICE = '00000000-0000-4000-8000-000000000001'
