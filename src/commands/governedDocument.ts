import type { Payload, PayloadRequest } from 'payload'
import { approvalOf, signaturesOn } from '../../collections/governed/approval'
import { signedContentOf } from '../../collections/governed/content'
import { findWorkingRow, type WorkingRow } from '../../collections/governed/workingRow'
import { releasesOf } from '../../ingestion/releases'
import type { Release, Topic } from '../../payload-types'
import { VouchError } from '../errors'
import { contentHashOf, type SignedContent } from '../governance/hash'
import type { Approval, Governed } from '../governance/types'
import type { GovernedCollection } from '../vocabulary'
import { governedOf, signingTopics } from './governedOf'

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
  row: WorkingRow
  content: SignedContent
  document: Governed
  approvals: Approval[]
  /** In the order in which they were published. */
  releases: Release[]
}

/** @throws {NotFoundError} when there is no such document, or it is in the trash. */
export const readGoverned = async (found: Found): Promise<ReadGoverned> => {
  const { payload, req, collection, id } = found
  const row = await findWorkingRow(payload, found)
  if (!row) throw new NotFoundError(`There is no document ${id} in ${collection}.`)
  const content = await signedContentOf(payload.config, collection, { ...row })
  const approvals = (await signaturesOn(payload, { id, version: row.version, req })).map(approvalOf)
  const releases = await releasesOf(payload, id, req)
  const topics = await findTopics(payload, signingTopics(row, releases), req)
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

const countOpenComments = async ({ payload, req, id }: Found): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { and: [{ documentId: { equals: id } }, { resolvedAt: { exists: false } }] },
    ...(req && { req }),
  })
  return totalDocs
}

/** Topics by their ids, each once. */
export const findTopics = async (
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<Topic[]> => {
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'topics',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}
