import { idOf } from '../../records/content'
import type { Approval } from '../../../payload-types'
import { approvalHash } from '../../database/releaseHashes'
import type { Verifying } from './break'
import type { AuditClaims } from './claims'
import { pagesOf } from '../../database/pages'

/** Every approval against the audit row that was written with it, and those that are gone. @returns how many there are. */
export const verifyApprovals = async (
  { payload, report, onProgress }: Verifying,
  { approvals: claims }: AuditClaims,
): Promise<number> => {
  const gone = new Map(claims)
  let count = 0
  for await (const page of pagesOf<Approval>(payload, { collection: 'approvals' })) {
    for (const approval of page) {
      const message = wrongWith(approval, claims.get(approval.id))
      if (message) report({ kind: 'approval', id: approval.id, message })
      gone.delete(approval.id)
      count++
    }
    onProgress('approvals', count, claims.size)
  }
  for (const [id, { seq, title }] of gone)
    report({
      kind: 'approval',
      id,
      message: `The approval ${id} of “${title}” is gone; audit row No. ${seq} says that it was given.`,
    })
  return count
}

const wrongWith = (
  approval: Approval,
  claim: { seq: number; actor: string; decision: string; hash: string } | undefined,
): string | null => {
  const name = `The approval ${approval.id} of “${approval.title}” v${approval.version}`
  if (!claim) return `${name} has no row in the audit log: nobody gave it.`
  const holds =
    approvalHash(approval) === claim.hash &&
    approval.decision === claim.decision &&
    idOf(approval.approver) === claim.actor
  return holds ? null : `${name} is not what audit row No. ${claim.seq} recorded: it was altered.`
}
