import type { ReleaseState } from '../../governance/clock'
import type { Transition } from '../../governance/types'
import type { Verification } from '../../governance/verification'
import type { GovernedCollection, RiskTier, WorkflowState } from '../../vocabulary'
import type { SignThenPublish } from './signThenPublish'

/** One transition as this person sees it now. */
export interface Step {
  transition: Transition
  label: string
  allowed: boolean
  /** Why not, for this person; null when they may. */
  reason: string | null
  /** Whether it starts from the present state; the others come later or do not apply. */
  now: boolean
}

/** When a release is in force; ISO 8601. */
export interface InForce {
  releaseId: string
  version: number
  from: string
  to: string | null
}

/** A release as it stands now; ISO 8601, null before it is put in force or while it has no end. */
export interface ReleaseLine {
  id: string
  version: number
  state: ReleaseState
  from: string | null
  to: string | null
}

/** Whether the text in force is still known to be true; ISO 8601. */
export interface Verified {
  state: Verification
  at: string | null
  by: string | null
  reviewAt: string | null
}

/** A text in force that says otherwise, and why whoever signed let both stand. */
export interface SignedWaiver {
  /** What differs, in the words of both; null where the report that found it is no longer kept. */
  conflict: string | null
  reason: string
}

export interface Signature {
  name: string
  roles: string
  /** Whom they stood in for; null when they signed with their own right. */
  onBehalfOf: string | null
  at: string
  comment: string | null
  waivers: SignedWaiver[]
}

export interface HistoryEntry {
  id: string
  what: string
  who: string
  at: string
  comment: string | null
}

/** Where a document came from; ISO 8601. */
export interface Origin {
  /** A path or an address. */
  location: string
  fetchedAt: string | null
  /** Since when it is gone there, and nobody has said that it stays; null when it is not. */
  goneSince: string | null
  /** Since when it was edited here and changed there, and nobody has vouched for it; null when it was not. */
  conflictSince: string | null
}

/** Everything that the rail beside a document shows, as plain data for one person. */
export interface Workflow {
  collection: GovernedCollection
  id: string
  title: string
  state: WorkflowState
  version: number
  riskTier: RiskTier
  authors: string[]
  live: InForce | null
  next: InForce | null
  /** Published, and not yet in force: the index worker is at it. */
  pending: boolean
  /** The newest first. */
  releases: ReleaseLine[]
  /** Null when nothing is in force. */
  verified: Verified | null
  signatures: Signature[]
  needed: number
  /** What is missing before it is signed; null when nothing is. */
  missing: string | null
  steps: Step[]
  /** Null when it does not wait for a signature. */
  signThenPublish: SignThenPublish | null
  history: HistoryEntry[]
  /** Answers that cited this document. */
  citedBy: number
  /** Null when it was written here. */
  origin: Origin | null
  openComments: number
  /** When the working version takes effect, where that is later than now; ISO 8601. */
  effectiveFrom: string | null
}
