import type { PayloadRequest, Payload } from 'payload'
import type { Approval as ApprovalRow } from '../../payload-types'
import type { Approval } from '../../src/governance/types'
import { idOf } from './content'

/**
 * The signatures on one version of a document, the first first. When changes were asked for, those given before no
 * longer count: whoever signed must look again.
 */
export const signaturesOn = async (
  payload: Payload,
  {
    id,
    version,
    req,
    depth = 0,
  }: { id: string; version: number; req?: PayloadRequest | undefined; depth?: number },
): Promise<ApprovalRow[]> => {
  const { docs } = await payload.find({
    collection: 'approvals',
    where: { and: [{ documentId: { equals: id } }, { version: { equals: version } }] },
    sort: 'createdAt',
    depth,
    pagination: false,
    ...(req && { req }),
  })
  return afterLastRequest(docs)
}

/** Of the signatures on one version, the first first, those that were given since changes were last asked for. */
export const afterLastRequest = (rows: readonly ApprovalRow[]): ApprovalRow[] =>
  rows.slice(rows.findLastIndex(({ decision }) => decision === 'changes_requested') + 1)

/** A stored signature as governance knows it. */
export const approvalOf = (row: ApprovalRow): Approval => ({
  approver: idOf(row.approver) ?? '',
  authority: idOf(row.onBehalfOf) ?? idOf(row.approver) ?? '',
  groups: row.groups ?? [],
  roles: row.approverRoles ?? [],
  version: row.version,
  contentHash: row.contentHash,
})
