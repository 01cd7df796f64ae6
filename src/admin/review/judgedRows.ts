import type { Payload } from 'payload'
import { documentOf, type DocumentRef } from '../../../ingestion/releases'
import { groupBy } from '../../groupBy'
import { approvalOf, latestOn } from '../../records/approval'
import type { JudgedRelease } from '../../commands/governedOf'
import type { Approval } from '../../governance/types'
import type { Approval as ApprovalRow } from '../../../payload-types'

/** The releases of many documents, by document, in the order in which they were published; without their texts. */
export const findReleases = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, JudgedRelease[]>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'releases',
    where: { documentId: { in: [...ids] } },
    sort: 'sequence',
    depth: 0,
    pagination: false,
    select: {
      documentCollection: true,
      documentId: true,
      authors: true,
      version: true,
      validFrom: true,
      validTo: true,
      withdrawnAt: true,
      riskTier: true,
      topic: true,
    },
  })
  return byDocument(docs)
}

/** Everything that was decided on many documents, by document, the first first. */
export const findApprovals = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, ApprovalRow[]>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'approvals',
    where: { documentId: { in: [...ids] } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
  })
  return byDocument(docs)
}

/** Signatures on one version, as governance knows them. */
export const signaturesAmong = (rows: readonly ApprovalRow[], version: number): Approval[] =>
  latestOn(rows, version).map((row) => approvalOf(row))

/** Names a document among those of all collections. */
export const documentKey = ({ collection, id }: DocumentRef): string => `${collection}/${id}`

type OfDocument = Pick<ApprovalRow, 'documentCollection' | 'documentId'>

const byDocument = <Row extends OfDocument>(rows: readonly Row[]): Map<string, Row[]> =>
  groupBy(rows, (row) => documentKey(documentOf(row)))
