import type { CollectionBeforeChangeHook, CollectionConfig, SanitizedCollectionConfig } from 'payload'
import { nobody, signedIn } from './roles'

/** A lock says who is editing. Whoever writes one, by any face, writes their own name. */
const lockInOwnName: CollectionBeforeChangeHook = ({ data, req }) =>
  req.user ? { ...data, user: { relationTo: req.user.collection, value: req.user.id } } : data

const ownLock: NonNullable<CollectionConfig['access']>['delete'] = ({ req }) =>
  req.user?.collection === 'users' && { 'user.value': { equals: req.user.id } }

const RECORDS = new Set(['payload-jobs', 'payload-kv', 'payload-migrations'])

/** A collection that Payload adds by itself is opened no further than its admin needs. */
export const closeInternalCollection = (collection: SanitizedCollectionConfig): void => {
  if (RECORDS.has(collection.slug))
    Object.assign(collection.access, { create: nobody, read: nobody, update: nobody, delete: nobody })
  if (collection.slug !== 'payload-locked-documents') return
  // An update takes a text over from who holds it: the lock is then the taker's.
  Object.assign(collection.access, { create: signedIn, read: signedIn, update: signedIn, delete: ownLock })
  collection.hooks.beforeChange.push(lockInOwnName)
}
