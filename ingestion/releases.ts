import type { Payload, PayloadRequest } from 'payload'
import type { Release } from '../payload-types'

/** Null when there is no such release. */
export const findRelease = (payload: Payload, id: string, req?: PayloadRequest): Promise<Release | null> =>
  payload.findByID({ collection: 'releases', id, depth: 0, disableErrors: true, ...(req && { req }) })

/** All releases of a document, in the order in which they were published. */
export const releasesOf = async (
  payload: Payload,
  documentId: string,
  req?: PayloadRequest,
): Promise<Release[]> =>
  (
    await payload.find({
      collection: 'releases',
      where: { documentId: { equals: documentId } },
      sort: 'sequence',
      depth: 0,
      pagination: false,
      ...(req && { req }),
    })
  ).docs
