import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { GOVERNED_COLLECTIONS } from '../../src/vocabulary'

/** A source that texts came from stays: they are known by it. Of another one its items go with it. */
export const refuseDeletingUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of GOVERNED_COLLECTIONS) {
    const where = { source: { equals: id } }
    const { totalDocs } = await req.payload.db.count({ collection, where, req })
    if (totalDocs)
      throw new APIError(
        'Texts came from this source, so it cannot be deleted. Set it to never sync by itself instead.',
        409,
        undefined,
        true,
      )
  }
  await req.payload.db.deleteMany({ collection: 'source-items', where: { source: { equals: id } }, req })
}
