import type { Role } from '../vocabulary'
import type { Actor, Approval, Governed } from './types'

const hasRole = (actor: Actor, ...roles: Role[]): boolean => roles.some((role) => actor.roles.includes(role))

export const canWrite = (actor: Actor): boolean => hasRole(actor, 'author', 'approver', 'admin')
export const canReview = (actor: Actor): boolean => hasRole(actor, 'approver', 'compliance')
export const canWithdraw = (actor: Actor): boolean => hasRole(actor, 'approver', 'compliance', 'admin')
export const canWorkGaps = (actor: Actor): boolean => hasRole(actor, 'qa', 'author', 'approver', 'admin')
export const isAuthorOf = (actor: Actor, document: Governed): boolean => document.authors.includes(actor.id)

/** Approvals that sign exactly this text: any change after them voids them. An author's own signature never counts. */
export const standingApprovals = (document: Governed, approvals: readonly Approval[]): Approval[] =>
  approvals.filter(
    (approval) =>
      approval.version === document.version &&
      approval.contentHash === document.contentHash &&
      !document.authors.includes(approval.approver),
  )

/** What is still missing before the text is signed, as a sentence; null when nothing is. */
export const missingSignatures = (document: Governed, approvals: readonly Approval[]): string | null => {
  const standing = standingApprovals(document, approvals)
  const signers = new Set(standing.map((approval) => approval.approver))
  const needed = document.riskTier === 'regulated' ? 2 : 1
  if (signers.size < needed)
    return needed === 1
      ? 'It needs the signature of an approver who did not write it.'
      : `It is regulated and needs two signatures of people who did not write it; it has ${signers.size}.`
  if (
    document.riskTier === 'regulated' &&
    !standing.some((approval) => approval.roles.includes('compliance'))
  )
    return 'It is regulated and one of its signatures must be from compliance.'
  return null
}
