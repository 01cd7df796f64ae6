import type { Bot } from '../../payload-types'
import type { AnswerRequest } from '../answer/schema'

export interface Asked {
  bot: Bot
  request: AnswerRequest
  requestId: string
  idempotencyKey?: string | null
  /** Nobody waits any more: then nothing is answered, and nothing recorded. */
  signal?: AbortSignal
}
