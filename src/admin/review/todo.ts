import { idOf } from '../../records/content'
import { isAuthorOf, may } from '../../governance/permissions'
import { decideTransition } from '../../governance/transitions'
import type { Actor, Approval, Governed, Transition } from '../../governance/types'
import { verificationOf } from '../../governance/verification'
import type { CandidateRow } from './candidates'

/** What one person can do next about a document. */
export const TODOS = ['Sign', 'Change', 'Publish', 'Confirm'] as const
export type Todo = (typeof TODOS)[number]

/** What waits for this person on a document, and since when (ISO 8601); null for nothing. */
export const todoOf = ({
  viewer,
  document,
  approvals,
  row,
  leads,
}: {
  viewer: Actor
  document: Governed
  approvals: readonly Approval[]
  row: CandidateRow
  /** Ids of the topics that they lead. */
  leads: readonly string[]
}): { todo: Todo; since: string } | null => {
  const allowed = (transition: Transition) =>
    decideTransition({ transition, actor: viewer, document, approvals }).allowed
  const owns = document.owner === viewer.id
  const theirs = isAuthorOf(viewer, document) || owns
  if (allowed('approve')) return { todo: 'Sign', since: row.inReviewSince ?? row.updatedAt }
  if (document.state === 'changes_requested' && theirs && may(viewer, 'writeTexts'))
    return { todo: 'Change', since: row.updatedAt }
  if (theirs && allowed('publish')) return { todo: 'Publish', since: row.updatedAt }
  const verification = row.reviewAt ? verificationOf(row.reviewAt, Date.now()) : 'verified'
  const leadsIt = verification === 'overdue' && leads.includes(idOf(row.topic) ?? '')
  if (row.reviewAt && verification !== 'verified' && (owns || leadsIt) && allowed('verify'))
    return { todo: 'Confirm', since: row.reviewAt }
  return null
}
