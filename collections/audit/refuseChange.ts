import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionConfig,
} from 'payload'

const refuse = (slug: string): never => {
  throw new APIError(`Rows of ${slug} are records: they are never changed or deleted.`, 403, undefined, true)
}

const refuseWrite: CollectionBeforeChangeHook = ({ collection }) => refuse(collection.slug)
const refuseDelete: CollectionBeforeDeleteHook = ({ collection }) => refuse(collection.slug)

/**
 * For records: no call of Payload’s writes them, not even one that overrides access. The product’s own commands add
 * rows through the database adapter.
 */
export const appendOnly: CollectionConfig['hooks'] = {
  beforeChange: [refuseWrite],
  beforeDelete: [refuseDelete],
}
