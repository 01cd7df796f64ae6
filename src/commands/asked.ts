import type { Bot } from '../../payload-types'
import type { AnswerRequest } from '../answer/schema'
import type { Delivery } from './delivery'

export interface Asked {
  bot: Bot
  request: AnswerRequest
  requestId: string
  idempotencyKey?: string | null
  /** Nobody waits any more: then nothing is answered, and nothing recorded. */
  signal?: AbortSignal
  /** Settles what is told where the waiting may be given up; an answer that nobody is told is not recorded. */
  delivery?: Delivery
}
