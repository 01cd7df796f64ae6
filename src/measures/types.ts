import type { HandoverState, Outcome, Resolver } from '../vocabulary'

/** One question of a conversation and what came of it, from its receipt. */
export interface MeasuredTurn {
  /** The receipt’s id. */
  receipt: string
  /** Epoch ms. */
  at: number
  /** Empty where nothing needs it: it is read of customers who came more than once. */
  question: string
  locale: string
  outcome: Outcome
  reason: string | null
  /** How sure the answer was, 0 to 1; null where it did not come to that. */
  confidence: number | null
  /** The gap that it opened or joined. */
  gap: string | null
  citedDocuments: readonly string[]
}

/** What bots reported of a conversation; null is not known. */
export interface ConversationReport {
  /** By the latest word on it. */
  resolved: boolean | null
  resolvedBy: Resolver | null
  /** Whether it was ever said that the customer came back. */
  reopened: boolean
  /** 1 to 5. */
  csat: number | null
  thumbs: 'up' | 'down' | null
}

export interface MeasuredHandover {
  state: HandoverState
  /** Epoch ms. */
  claimedAt: number | null
  endedAt: number | null
}

/** Everything that one customer and one bot said to each other under one id; turns are never empty, the oldest first. */
export interface Conversation {
  id: string
  bot: string
  /** By pseudonym; null is not known. */
  customer: string | null
  /** Where it took place, as the bot calls it; null is not known. */
  channel: string | null
  /** `en`, `de`: of its first question. */
  language: string
  /** The topic of the text that the first of its questions was answered from, or that came nearest; null where none came. */
  topic: string | null
  turns: readonly MeasuredTurn[]
  report: ConversationReport
  handovers: readonly MeasuredHandover[]
}

/** A share with what it is a share of. `share` is null where there is nothing to share. */
export interface Rate {
  count: number
  of: number
  share: number | null
}
