import type { Payload, PayloadRequest } from 'payload'
import { approvalOf } from '../../collections/governed/approval'
import { idOf, signedContentOf } from '../../collections/governed/content'
import { contentHashOf, type SignedContent } from '../governance/hash'
import type { Approval, Governed } from '../governance/types'
import { VouchError } from '../errors'
import type { Faq, Policy } from '../../payload-types'
import type { GovernedCollection } from '../vocabulary'

export type GovernedRow = Policy | Faq

/** The document does not exist, or is in the trash. */
export class NotFoundError extends VouchError {
  override name = 'NotFoundError'
}

/** Reads a governed document as it stands, with the content that a signature would cover. */
export const readGoverned = async ({
  payload,
  req,
  collection,
  id,
}: {
  payload: Payload
  req?: PayloadRequest
  collection: GovernedCollection
  id: string
}): Promise<{ row: GovernedRow; content: SignedContent; document: Governed; approvals: Approval[] }> => {
  const found = await payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...(req && { req }),
  })
  const row = found.docs[0] as GovernedRow | undefined
  if (!row) throw new NotFoundError(`There is no document ${id} in ${collection}.`)
  const content = await signedContentOf(payload.config, collection, { ...row })
  const signatures = await payload.find({
    collection: 'approvals',
    where: {
      and: [
        { documentId: { equals: id } },
        { version: { equals: row.version } },
        { decision: { equals: 'approved' } },
      ],
    },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return {
    row,
    content,
    document: {
      collection,
      id,
      title: content.title,
      version: row.version,
      // Recomputed, not read: a row altered behind our back no longer matches its approvals.
      contentHash: contentHashOf(content),
      state: row.workflowState,
      riskTier: row.riskTier,
      authors: (row.authors ?? []).map((author) => idOf(author) ?? ''),
      live:
        Boolean(row.liveRelease) || row.workflowState === 'published' || row.workflowState === 'scheduled',
    },
    approvals: signatures.docs.map(approvalOf),
  }
}
