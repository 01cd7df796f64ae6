import type { GovernedCollection, RiskTier, Role, WorkflowState } from '../vocabulary'

/** A person who acts. */
export interface Actor {
  id: string
  name: string
  roles: readonly Role[]
}

/** What governance needs to know of a document to decide. */
export interface Governed {
  collection: GovernedCollection
  id: string
  title: string
  /** The number of the working version. */
  version: number
  contentHash: string
  state: WorkflowState
  riskTier: RiskTier
  /** Everyone who changed it since its last release. */
  authors: readonly string[]
  /** Whether a release of it is served now or will be. */
  live: boolean
}

export interface Approval {
  approver: string
  roles: readonly Role[]
  version: number
  contentHash: string
}

export const TRANSITIONS = ['submit', 'request_changes', 'approve', 'publish', 'withdraw'] as const
export type Transition = (typeof TRANSITIONS)[number]
