import type { WorkflowState } from '../vocabulary'
import {
  canReview,
  canWithdraw,
  canWrite,
  isAuthorOf,
  missingSignatures,
  standingApprovals,
} from './permissions'
import type { Actor, Approval, Governed, Transition } from './types'

interface Rule {
  label: string
  /** States of the working version that it may start from; null for any. */
  from: readonly WorkflowState[] | null
  /** A sentence that says why this person may not, or null when they may. */
  refuse: (context: { actor: Actor; document: Governed; approvals: readonly Approval[] }) => string | null
  to: (context: { actor: Actor; document: Governed; approvals: readonly Approval[] }) => WorkflowState
}

/** Who may do what, from where, and where it leads: the whole workflow in one table. */
export const RULES: Record<Transition, Rule> = {
  submit: {
    label: 'Send for review',
    from: ['draft', 'changes_requested'],
    refuse: ({ actor }) => (canWrite(actor) ? null : 'Only authors and approvers send texts for review.'),
    to: () => 'in_review',
  },
  request_changes: {
    label: 'Ask for changes',
    from: ['in_review', 'approved'],
    refuse: ({ actor }) => (canReview(actor) ? null : 'Only approvers and compliance ask for changes.'),
    to: () => 'changes_requested',
  },
  approve: {
    label: 'Sign',
    from: ['in_review'],
    refuse: ({ actor, document, approvals }) => {
      if (!canReview(actor)) return 'Only approvers and compliance sign texts.'
      if (isAuthorOf(actor, document)) return 'You wrote this version; another approver must sign it.'
      const signed = standingApprovals(document, approvals).some((approval) => approval.approver === actor.id)
      return signed ? 'You have signed this version already; it needs another person.' : null
    },
    to: ({ actor, document, approvals }) =>
      missingSignatures(document, [...approvals, signatureOf(actor, document)]) ? 'in_review' : 'approved',
  },
  publish: {
    label: 'Publish',
    from: ['approved'],
    refuse: ({ actor, document, approvals }) => {
      if (!canWrite(actor) && !canReview(actor))
        return 'Only authors, approvers and compliance publish texts.'
      const missing = missingSignatures(document, approvals)
      return missing && `This text cannot be published yet. ${missing}`
    },
    to: () => 'published',
  },
  withdraw: {
    label: 'Withdraw now',
    from: null,
    refuse: ({ actor, document }) => {
      if (!canWithdraw(actor)) return 'Only approvers, compliance and admins withdraw texts.'
      return document.live
        ? null
        : 'Nothing of this document is being served, so there is nothing to withdraw.'
    },
    to: () => 'withdrawn',
  },
}

/** The signature that this person would give to this document now. */
export const signatureOf = (actor: Actor, document: Governed): Approval => ({
  approver: actor.id,
  roles: actor.roles,
  version: document.version,
  contentHash: document.contentHash,
})

export type TransitionDecision =
  | { allowed: true; to: WorkflowState }
  /** `state`: not from here (409). `person`: not this person, or not yet (422). */
  | { allowed: false; because: 'state' | 'person'; reason: string }

/** Whether this person may do this to this document now; if not, why, in words for them. Pure. */
export const decideTransition = ({
  transition,
  ...context
}: {
  transition: Transition
  actor: Actor
  document: Governed
  approvals: readonly Approval[]
}): TransitionDecision => {
  const rule = RULES[transition]
  if (rule.from && !rule.from.includes(context.document.state))
    return {
      allowed: false,
      because: 'state',
      reason: `“${rule.label}” needs a text that is ${list(rule.from)}; this one is ${stateName(context.document.state)}.`,
    }
  const refusal = rule.refuse(context)
  return refusal
    ? { allowed: false, because: 'person', reason: refusal }
    : { allowed: true, to: rule.to(context) }
}

const stateName = (state: WorkflowState): string => state.replaceAll('_', ' ')
const list = (states: readonly WorkflowState[]): string => states.map(stateName).join(' or ')
