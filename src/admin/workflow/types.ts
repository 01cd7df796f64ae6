import type { Transition } from '../../governance/types'
import type { GovernedCollection, RiskTier, WorkflowState } from '../../vocabulary'

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

export interface Signature {
  name: string
  roles: string
  /** Whom they stood in for; null when they signed with their own right. */
  onBehalfOf: string | null
  at: string
  comment: string | null
}

export interface HistoryEntry {
  id: string
  what: string
  who: string
  at: string
  comment: string | null
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
  signatures: Signature[]
  needed: number
  /** What is missing before it is signed; null when nothing is. */
  missing: string | null
  steps: Step[]
  history: HistoryEntry[]
  /** Answers that cited this document. */
  citedBy: number
}
