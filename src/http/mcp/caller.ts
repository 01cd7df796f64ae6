import type { Bot } from '../../../payload-types'
import type { Deps } from '../../deps'

/** Whom a request speaks for. */
export interface Caller {
  deps: Deps
  bot: Bot
  requestId: string
  signal: AbortSignal
}
