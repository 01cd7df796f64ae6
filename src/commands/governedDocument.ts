import type { Payload, PayloadRequest } from 'payload'
import { approvalOf, signaturesOn } from '../../collections/governed/approval'
import { signedContentOf } from '../../collections/governed/content'
import type { Faq, Policy, Release, Topic } from '../../payload-types'
import { VouchError } from '../errors'
import { contentHashOf, type SignedContent } from '../governance/hash'
import type { Approval, Governed } from '../governance/types'
import type { GovernedCollection } from '../vocabulary'
import { governedOf, signingTopics } from './governedOf'

export type GovernedRow = Policy | Faq

/** The document does not exist, or is in the trash. */
export class NotFoundError extends VouchError {
  override name = 'NotFoundError'
}

interface Found {
  payload: Payload
  req?: PayloadRequest
  collection: GovernedCollection
  id: string
}

/** A governed document as it stands now, with the content that a signature would cover, its signatures and its releases. */
export interface ReadGoverned {
  row: GovernedRow
  content: SignedContent
  document: Governed
  approvals: Approval[]
  /** In the order in which they were published. */
  releases: Release[]
}

/** @throws {NotFoundError} when there is no such document, or it is in the trash. */
export const readGoverned = async (found: Found): Promise<ReadGoverned> => {
  const { payload, req, collection, id } = found
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...(req && { req }),
  })
  const row = docs[0] as GovernedRow | undefined
  if (!row) throw new NotFoundError(`There is no document ${id} in ${collection}.`)
  const content = await signedContentOf(payload.config, collection, { ...row })
  const approvals = (await signaturesOn(payload, { id, version: row.version, req })).map(approvalOf)
  const releases = await releasesOf(found)
  const topics = await topicsOf(found, signingTopics(row, releases))
  return {
    row,
    content,
    approvals,
    releases,
    document: governedOf({
      collection,
      row,
      title: content.title,
      // Recomputed, not read: a row altered behind our back no longer matches its approvals.
      contentHash: contentHashOf(content),
      releases,
      topics,
      openComments: await countOpenComments(found),
    }),
  }
}

const releasesOf = async ({ payload, req, id }: Found): Promise<Release[]> => {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { documentId: { equals: id } },
    sort: 'sequence',
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}

const countOpenComments = async ({ payload, req, id }: Found): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { and: [{ documentId: { equals: id } }, { resolvedAt: { exists: false } }] },
    ...(req && { req }),
  })
  return totalDocs
}

const topicsOf = async ({ payload, req }: Found, ids: readonly string[]): Promise<Topic[]> => {
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'topics',
    where: { id: { in: [...ids] } },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}
