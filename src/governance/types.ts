import type { GovernedCollection, RiskTier, Role, WorkflowState } from '../vocabulary'

/** A person who acts. */
export interface Actor {
  id: string
  name: string
  roles: readonly Role[]
  /** People who are away and have asked this one to sign for them, now. */
  standsInFor?: readonly Authority[]
}

/** Whose right to sign is used. */
export interface Authority {
  id: string
  name: string
  roles: readonly Role[]
}

/** The people who sign sensitive texts about a topic. */
export interface ApproverGroup {
  /** The topic’s id. */
  topic: string
  name: string
  /** Ids of users. */
  approvers: readonly string[]
}

/** What governance needs to know of a document to decide. */
export interface Governed {
  collection: GovernedCollection
  id: string
  title: string
  /** The number of the working version. */
  version: number
  contentHash: string
  /** As of now: what the clock has done since it was stored is counted in. */
  state: WorkflowState
  /** The stricter of what the working version says and what the text in force says (see `stricterTier`). */
  riskTier: RiskTier
  /** Each of these must have signed a sensitive text: its topic’s approvers, and those of the topic it comes from. */
  groups: readonly ApproverGroup[]
  /** Everyone who changed it since its last release. */
  authors: readonly string[]
  owner: string | null
  /** Whether a release of it is served now or will be. */
  live: boolean
  /** Whether a release of it is served now. */
  inForce: boolean
  /** Whether a signed release waits to take effect. */
  scheduled: boolean
  /** Comments on it that nobody has resolved. */
  openComments: number
}

/** A signature, as far as it is judged. */
export interface Approval {
  approver: string
  /** Whose right was used: the approver’s own, or that of the person they stood in for. */
  authority: string
  /** The roles of that authority when it signed. */
  roles: readonly Role[]
  /** Topics whose approver that authority was when it signed. */
  groups: readonly string[]
  version: number
  contentHash: string
}

/** What people do to documents. */
export const TRANSITIONS = [
  'submit',
  'recall',
  'request_changes',
  'approve',
  'publish',
  'unschedule',
  'withdraw',
  'verify',
  'archive',
  'restore',
] as const
export type Transition = (typeof TRANSITIONS)[number]
