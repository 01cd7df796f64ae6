import type { Approval as ApprovalRow } from '../../payload-types'
import type { Approval } from '../../src/governance/types'
import { idOf } from './content'

/** A stored signature as governance knows it. */
export const approvalOf = (row: ApprovalRow): Approval => ({
  approver: idOf(row.approver) ?? '',
  roles: row.approverRoles ?? [],
  version: row.version,
  contentHash: row.contentHash,
})
