import type { WorkflowState } from '../vocabulary'
import { ownCreatures } from './hands'
import { onlyWho, peopleAnd, peopleWho } from './permissionWords'
import { may } from './permissions'
import { authorityToSign, missingSignatures, standingApprovals } from './signatures'
import type { Actor, Approval, Authority, Governed, Transition } from './types'

export interface TransitionContext {
  actor: Actor
  document: Governed
  approvals: readonly Approval[]
  comment?: string | undefined
}

interface Rule {
  label: string
  /** For people: who may, and what it does. `docs/workflow.md` is made of these. */
  who: string
  effect: string
  /** States of the working version that it may start from; null for any. */
  from: readonly WorkflowState[] | null
  /** A sentence that says why this person may not, or null when they may. */
  refuse: (context: TransitionContext) => string | null
  to: (context: TransitionContext) => WorkflowState
  /** Asked for a version, it acts on that one only, so that nobody moves what they did not read. */
  ofVersion: boolean
}

/** Who may do what, from where, and where it leads: the whole workflow in one table. */
export const RULES: Record<Transition, Rule> = {
  submit: {
    label: 'Send for review',
    who: peopleWho('writeTexts'),
    effect: 'Those who may sign it are told.',
    from: ['draft', 'changes_requested'],
    refuse: ({ actor, document }) =>
      may(actor, 'writeTexts') ? wordless(document) : onlyWho('writeTexts', 'send texts for review'),
    to: () => 'in_review',
    ofVersion: true,
  },
  recall: {
    label: 'Take back',
    who: 'those who wrote it',
    effect: 'It is a draft again; nobody needs to look at it.',
    from: ['in_review'],
    refuse: ({ actor, document }) =>
      document.authors.includes(actor.id) ? null : 'Only those who wrote this version take it back.',
    to: () => 'draft',
    ofVersion: true,
  },
  request_changes: {
    label: 'Ask for changes',
    who: peopleWho('reviewTexts'),
    effect: 'Its authors are told what to mend.',
    from: ['in_review', 'approved'],
    refuse: ({ actor, document, comment }) => {
      if (!may(actor, 'reviewTexts')) return onlyWho('reviewTexts', 'ask for changes')
      return comment || document.openComments ? null : 'Say what must change: write a comment first.'
    },
    to: () => 'changes_requested',
    ofVersion: true,
  },
  approve: {
    label: 'Sign',
    who: 'standard: an approver or compliance; sensitive: an approver of the topic; regulated: two people, one of them compliance; never its authors, nor an account that its authors set up lately',
    effect: 'A signature over this version, its content, dates and audience. Any change voids it.',
    from: ['in_review'],
    refuse: (context) => {
      const found = authorityToSign(context.actor, context.document, context.approvals)
      return 'refused' in found
        ? found.refused
        : (wordless(context.document) ?? context.document.unproven ?? null)
    },
    to: ({ actor, document, approvals }) => {
      const found = authorityToSign(actor, document, approvals)
      if ('refused' in found) return document.state
      const signature = signatureOf({ actor, document, authority: found.authority })
      return missingSignatures(document, [...approvals, signature]) ? 'in_review' : 'approved'
    },
    ofVersion: true,
  },
  publish: {
    label: 'Publish',
    who: `${peopleWho('publishTexts')}, once it is signed; not who lately set up the account that signed`,
    effect: 'A release is made. It takes effect as soon as it can be found, or at its effective date.',
    from: ['approved'],
    refuse: ({ actor, document, approvals }) => {
      if (!may(actor, 'publishTexts')) return onlyWho('publishTexts', 'publish texts')
      const missing = missingSignatures(document, approvals)
      if (missing) return `This text cannot be published yet. ${missing}`
      return ownCreatures(actor, standingApprovals(document, approvals)) ?? wordless(document)
    },
    to: () => 'scheduled',
    ofVersion: true,
  },
  unschedule: {
    label: 'Cancel what is scheduled',
    who: peopleWho('withdrawTexts'),
    effect: 'The release that has not begun never will; the text in force stays in force.',
    from: null,
    refuse: ({ actor, document }) => {
      if (!may(actor, 'withdrawTexts')) return onlyWho('withdrawTexts', 'cancel a release')
      return document.scheduled ? null : 'No release of this document waits to take effect.'
    },
    to: ({ document }) => (document.state === 'scheduled' ? 'approved' : document.state),
    ofVersion: false,
  },
  withdraw: {
    label: 'Withdraw now',
    who: peopleWho('withdrawTexts'),
    effect: 'At once, nothing of this document is answered any more, whatever the workers do.',
    from: null,
    refuse: ({ actor, document }) => {
      if (!may(actor, 'withdrawTexts')) return onlyWho('withdrawTexts', 'withdraw texts')
      return document.live
        ? null
        : 'Nothing of this document is being served, so there is nothing to withdraw.'
    },
    // A newer version that is under way keeps its state.
    to: ({ document }) =>
      ['scheduled', 'published'].includes(document.state) ? 'withdrawn' : document.state,
    ofVersion: false,
  },
  verify: {
    label: 'Still true',
    who: `its owner, ${peopleWho('reviewTexts')}; for sensitive and regulated texts never who wrote it`,
    effect: 'The text in force counts as verified until its next review.',
    from: null,
    refuse: ({ actor, document }) => {
      if (!document.inForce) return 'Nothing of this document is in force, so there is nothing to verify.'
      if (document.owner !== actor.id && !may(actor, 'reviewTexts'))
        return `Its owner, ${peopleAnd('reviewTexts')} confirm that a text is still true.`
      return ownWords(actor, document)
    },
    to: ({ document }) => document.state,
    ofVersion: false,
  },
  archive: {
    label: 'Archive',
    who: peopleWho('writeTexts'),
    effect: 'It is put away; nothing of it is served.',
    from: ['draft', 'changes_requested', 'approved', 'withdrawn'],
    refuse: ({ actor, document }) => {
      if (!may(actor, 'writeTexts')) return onlyWho('writeTexts', 'archive texts')
      return document.live ? 'This document is being served. Withdraw it first.' : null
    },
    to: () => 'archived',
    ofVersion: true,
  },
  restore: {
    label: 'Start again from this text',
    who: peopleWho('writeTexts'),
    effect: 'A new draft version with the same text; it must be reviewed and signed anew.',
    from: ['withdrawn', 'archived'],
    refuse: ({ actor }) => (may(actor, 'writeTexts') ? null : onlyWho('writeTexts', 'restore texts')),
    to: () => 'draft',
    ofVersion: true,
  },
}

/** Nothing can be sent, signed or published that says nothing. */
const wordless = ({ title, saysSomething }: Governed): string | null =>
  saysSomething === false ? `“${title}” has no text yet. Write it first.` : null

/** Who wrote a text above standard, or whose account its writer set up, does not confirm that it is still true. */
const ownWords = (actor: Actor, { riskTier, writers = [], authors }: Governed): string | null => {
  if (riskTier === 'standard') return null
  const wrote = new Set([...writers, ...authors])
  if (wrote.has(actor.id))
    return `You wrote this text, and it is ${riskTier}: somebody else must confirm that it is still true.`
  return (actor.setUpBy ?? []).some((each) => wrote.has(each))
    ? `Its writer set up your account lately, and it is ${riskTier}: somebody else must confirm that it is still true.`
    : null
}

/** The signature that this person would give to this document now, with the right of `authority`. */
export const signatureOf = ({
  actor,
  document,
  authority,
}: {
  actor: Pick<Actor, 'id'>
  document: Governed
  authority: Authority
}): Approval => ({
  approver: actor.id,
  authority: authority.id,
  roles: authority.roles,
  groups: document.groups.filter((group) => group.approvers.includes(authority.id)).map(({ topic }) => topic),
  version: document.version,
  contentHash: document.contentHash,
  ...(document.care && { care: document.care }),
})

export type TransitionDecision =
  | { allowed: true; to: WorkflowState }
  /** `state`: not from here (409). `person`: not this person, or not yet (422). */
  | { allowed: false; because: 'state' | 'person'; reason: string }

/** Whether this person may do this to this document now; if not, why, in words for them. Pure. */
export const decideTransition = ({
  transition,
  ...context
}: TransitionContext & { transition: Transition }): TransitionDecision => {
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
