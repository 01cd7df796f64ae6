import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { User } from '../../payload-types'
import { nameTaken } from '../../src/records/nameTaken'

/** Nobody is called as another person is, or looks as if they were: the record names people. */
export const uniqueName: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, req }) => {
  // The product’s own commands name its own accounts.
  if (!data.name || data.name === originalDoc?.name || !req.user) return data
  const message = await nameTaken(req, { name: data.name, except: originalDoc?.id ?? null })
  if (message)
    throw new ValidationError({ collection: 'users', errors: [{ path: 'name', message }], req }, req.t)
  return data
}
