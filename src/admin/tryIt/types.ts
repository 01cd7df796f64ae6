import type { Trial } from '../../commands/tryQuestion'
import type { GovernedCollection } from '../../vocabulary'
import type { TryRequest } from '../../http/trySchemas'

export interface BotChoice {
  id: string
  name: string
  enabled: boolean
  audiences: readonly string[]
  /** The first that it speaks. */
  locale: string
}

/** A document whose working version is tried as if it were published. */
export interface DraftChoice {
  collection: GovernedCollection
  id: string
  title: string
  version: number
}

/** What was asked, and what came of it. */
export interface Tried {
  request: TryRequest
  trial: Trial
}

/** Why a button may not be pressed by this person; null when it may. */
export interface WhyNot {
  keep: string | null
  report: string | null
}
