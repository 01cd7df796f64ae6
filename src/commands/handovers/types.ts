import type { Payload } from 'payload'
import type { Handover } from '../../../payload-types'
import { VouchError } from '../../errors'
import type { HandoverState } from '../../vocabulary'

/** A colleague who works a hand-over: a person of this installation, or one whom a desk's key names. */
export interface Colleague {
  /** Tells one from another; kept in `claimedBy`. */
  key: string
  name: string
  /** As the audit log names them. */
  actor: { id: string; name: string }
  /** The bot whose key it is, which knows its own hand-overs only; null for a person. */
  bot: string | null
}

export interface HandoverContext {
  payload: Payload
  colleague: Colleague
  /** The same key and act are done once. */
  idempotencyKey?: string | null
}

/** Who has a hand-over, and how far it is. */
export interface HandoverStanding {
  state: HandoverState
  claimedBy: string | null
  claimedAt: string | null
}

export const standingOf = ({ state, claimedByName, claimedAt }: Handover): HandoverStanding => ({
  state: state ?? 'open',
  claimedBy: claimedByName ?? null,
  claimedAt: claimedAt ?? null,
})

/** A hand-over is not as the caller thinks: somebody else has it, or it has ended. */
export class HandoverRefused extends VouchError {
  override name = 'HandoverRefused'
  constructor(
    message: string,
    readonly standing: HandoverStanding,
  ) {
    super(message)
  }
}
