import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { User } from '../../payload-types'
import { nameSkeleton } from '../../src/governance/nameSkeleton'
import { SYSTEM } from '../../src/records/recordAudit'

/** Names that the record gives to what nobody did, or to whom nobody knows. */
const RESERVED = [SYSTEM.name, 'Someone', 'system', 'Importer']

/** Nobody is called as another person is, or looks as if they were: the record names people. */
export const uniqueName: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, req }) => {
  // The product’s own commands name its own accounts.
  if (!data.name || data.name === originalDoc?.name || !req.user) return data
  const refuse = (message: string): never => {
    throw new ValidationError({ collection: 'users', errors: [{ path: 'name', message }], req }, req.t)
  }
  // What is no text at all comes through the API; Payload's own check of the field is not made for every form of it.
  const skeleton = typeof data.name === 'string' ? nameSkeleton(data.name) : ''
  if (!skeleton) refuse('A name has at least one letter.')
  if (RESERVED.some((name) => nameSkeleton(name) === skeleton))
    refuse('That name stands in the record for something else. Choose another.')
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    select: { name: true },
    req,
  })
  const other = docs.find(({ id, name }) => id !== originalDoc?.id && nameSkeleton(name) === skeleton)
  return other
    ? refuse(`There is a person called “${other.name}” already. Add something that tells the two apart.`)
    : data
}
