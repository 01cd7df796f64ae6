import type { Where } from 'payload'
import type { Approval as ApprovalRow } from '../../payload-types'
import type { Approval, Governed } from '../../src/governance/types'
import { idOf } from './content'

/** The signatures that were given to exactly this version with exactly this content. */
export const signaturesOn = ({ id, version, contentHash }: Governed): Where => ({
  and: [
    { documentId: { equals: id } },
    { version: { equals: version } },
    { contentHash: { equals: contentHash } },
    { decision: { equals: 'approved' } },
  ],
})

/** A stored signature as governance knows it. */
export const approvalOf = (row: ApprovalRow): Approval => ({
  approver: idOf(row.approver) ?? '',
  roles: row.approverRoles ?? [],
  version: row.version,
  contentHash: row.contentHash,
})
