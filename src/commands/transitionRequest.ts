import type { Transition } from '../governance/types'
import type { ConflictWaiver } from './conflicts/conflict'
import type { GovernedCollection } from '../vocabulary'

export interface TransitionRequest {
  collection: GovernedCollection
  id: string
  transition: Transition
  /** The version that the person looked at. Another one is refused, so that nobody signs what they did not read. */
  expectedVersion: number
  comment?: string | undefined
  /**
   * ISO 8601, or null for none. With `submit` they are set on the text before it is sent; who signs first may set when it takes
   * effect, at a time to come or at once, and signs that. Else they must be those that it has, because they are signed with it.
   */
  effectiveFrom?: string | null | undefined
  expiresAt?: string | null | undefined
  /** With `approve`: the report that lay before the person. Another one is refused, so that nobody signs what they did not see. */
  reportHash?: string | undefined
  /** With `approve`: why texts in force that say otherwise may stand beside it, one reason a conflict of the report. */
  waivers?: readonly ConflictWaiver[] | undefined
}
