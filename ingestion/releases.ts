import type { Payload, PayloadRequest, Where } from 'payload'
import type { Release } from '../payload-types'
import { groupBy } from '../src/groupBy'
import { forgetRead, readAhead, readOnce } from '../src/records/readOnce'
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
  readOnce(req, nameOf({ collection, id }), () =>
    releasesWith(
      payload,
      { and: [{ documentCollection: { equals: collection } }, { documentId: { equals: id } }] },
      req,
    ),
  )

const nameOf = ({ collection, id }: DocumentRef): string => `releases ${collection}/${id}`

/** Reads what `releasesOf` will be asked for, with one query for many documents (records/readOnce). */
export const readReleases = (req: PayloadRequest, documents: readonly DocumentRef[]): Promise<void> =>
  readAhead<Release[]>(req, {
    names: documents.map(nameOf),
    none: [],
    read: async () => {
      const ids = documents.map(({ id }) => id)
      const docs = await releasesWith(req.payload, { documentId: { in: ids } }, req)
      return groupBy(docs, (release) => nameOf(documentOf(release)))
    },
  })

/** After this transaction has written one. */
export const forgetReleases = (req: PayloadRequest, document: DocumentRef): void =>
  forgetRead(req, nameOf(document))
