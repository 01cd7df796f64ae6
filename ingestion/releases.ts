import type { Payload, PayloadRequest, Where } from 'payload'
import type { Release } from '../payload-types'
import type { GovernedCollection } from '../src/vocabulary'

/** Null when there is no such release. */
export const findRelease = (payload: Payload, id: string, req?: PayloadRequest): Promise<Release | null> =>
  payload.findByID({ collection: 'releases', id, depth: 0, disableErrors: true, ...(req && { req }) })

/** A governed document: ids are looked up within its collection, whoever gave them. */
export interface DocumentRef {
  collection: GovernedCollection
  id: string
}

/** The document that a release, or a signature, is of. */
export const documentOf = (of: Pick<Release, 'documentCollection' | 'documentId'>): DocumentRef => ({
  collection: of.documentCollection,
  id: of.documentId,
})

/** Releases that fit a condition, each document's in the order in which they were published. */
export const releasesWith = async (
  payload: Payload,
  where: Where,
  req?: PayloadRequest,
): Promise<Release[]> =>
  (
    await payload.find({
      collection: 'releases',
      where,
      sort: 'sequence',
      depth: 0,
      pagination: false,
      ...(req && { req }),
    })
  ).docs

/** All releases of a document, in the order in which they were published. */
export const releasesOf = (
  payload: Payload,
  { collection, id }: DocumentRef,
  req?: PayloadRequest,
): Promise<Release[]> =>
  releasesWith(
    payload,
    { and: [{ documentCollection: { equals: collection } }, { documentId: { equals: id } }] },
    req,
  )
