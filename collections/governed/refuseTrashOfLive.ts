import { APIError, type CollectionBeforeChangeHook } from 'payload'

/**
 * A document of which something is served, or waits to be, cannot go to the trash: withdraw it first, so that the record
 * says who did. Its releases say so, not its row, which lags behind the clock.
 */
export const refuseTrashOfLive: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data['deletedAt'] || !originalDoc || originalDoc.deletedAt) return data
  const { docs } = await req.payload.find({
    collection: 'releases',
    where: {
      and: [
        { documentCollection: { equals: collection.slug } },
        { documentId: { equals: originalDoc.id } },
        { withdrawnAt: { exists: false } },
        { or: [{ validTo: { exists: false } }, { validTo: { greater_than: new Date().toISOString() } }] },
      ],
    },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  if (docs.length)
    throw new APIError(
      'A text of this document is being served, or is scheduled. Withdraw it first, then move it to the trash.',
      409,
      undefined,
      true,
    )
  return data
}
