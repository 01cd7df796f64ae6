import type { Care } from './care'
import type { GovernedCollection, RiskTier, Role, WorkflowState } from '../vocabulary'

/** A person who acts. */
export interface Actor {
  id: string
  name: string
  roles: readonly Role[]
  /** People who are away and have asked this one to sign for them, now. */
  standsInFor?: readonly Authority[]
  /** Ids of those who set up their account lately (see `accounts.ts`). */
  setUpBy?: readonly string[]
}

/** Whose right to sign is used. */
export interface Authority {
  id: string
  name: string
  roles: readonly Role[]
  /** Ids of those who set up their account lately, or shortly before they named who stands in for them. */
  setUpBy?: readonly string[]
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
  /** The stricter of what the working version says and what holds from versions before (see `heldTier.ts`). */
  riskTier: RiskTier
  /** Each of these must have signed a sensitive text: its topic’s approvers, and those of the topic it comes from. */
  groups: readonly ApproverGroup[]
  /** Everyone who changed it since its last release. */
  authors: readonly string[]
  /** Ids of those who set up an author’s account lately. */
  authorsSetUpBy?: readonly string[]
  /** Ids of those who added the source that its words come from. */
  broughtInBy?: readonly string[]
  /** Whether there is nobody but one person who could set up accounts, so that everyone’s account is of one hand. */
  oneAdmin?: boolean
  /** Everyone who wrote any version of it that was released, or the working one. */
  writers?: readonly string[]
  /** Whether it says anything: a letter or a digit, once rendered. Unknown where texts were not read. */
  saysSomething?: boolean
  owner: string | null
  /** What is signed of who looks after it; null for a standard text. */
  care?: Care | null
  /** Whether a release of it is served now or will be. */
  live: boolean
  /** Whether a release of it is served now. */
  inForce: boolean
  /** Whether a signed release waits to take effect. */
  scheduled: boolean
  /** Comments on it that nobody has resolved. */
  openComments: number
  /** Why its acceptance questions do not hold it well enough for its tier, as a sentence; null where they do, or need not. */
  unproven?: string | null
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
  /** Ids of those who set up the approver’s account, or the authority’s, shortly before it signed. */
  setUpBy?: readonly string[]
  version: number
  contentHash: string
  /** Who looks after it, as it was signed. */
  care?: Care | null
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
