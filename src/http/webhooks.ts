import type { Where } from 'payload'
import { idOf } from '../records/content'
import type { WebhookDelivery } from '../../payload-types'
import { DELIVERY_STATES } from '../vocabulary'
import { invalidParameter } from './problem'
import type { WebhookMessage } from './webhookSchemas'

/** `?state`. @throws {HttpProblem} 400 */
export const parseMessageFilter = (url: string): Where => {
  const given = new URL(url).searchParams.get('state')
  if (given === null) return {}
  const state = DELIVERY_STATES.find((each) => each === given)
  if (!state) throw invalidParameter('state', `This takes ${DELIVERY_STATES.join(', ')}.`)
  return { state: { equals: state } }
}

export const presentMessage = (row: WebhookDelivery): WebhookMessage => ({
  id: row.id,
  webhookId: idOf(row.webhook),
  messageId: row.messageId,
  event: row.event,
  state: row.state,
  attempts: row.attempts,
  lastError: row.lastError ?? null,
  nextTryAt: row.nextTryAt ?? null,
  deliveredAt: row.deliveredAt ?? null,
  createdAt: row.createdAt,
})
