import { bodyOf, titleOf, type ToldHandover } from './told'

/**
 * The body of Zendesk's Create Ticket, POST /api/v2/tickets (developer.zendesk.com/api-reference/ticketing/tickets/tickets). The
 * comment is for colleagues alone; `external_id` finds the ticket again.
 */
export function zendeskTicket(told: ToldHandover): object {
  const { event, id, queue, urgency, reason } = told
  return {
    ticket: {
      external_id: id,
      subject: titleOf(told),
      comment: { body: bodyOf(told), public: false },
      type: 'question',
      priority: urgency === 'high' ? 'urgent' : 'normal',
      status: STATUS[event] ?? 'open',
      tags: ['vouch', `vouch_${reason}`, ...(queue ? [tagOf(queue)] : [])],
    },
  }
}

const STATUS: Readonly<Record<string, string>> = { 'handover.created': 'new', 'handover.resolved': 'solved' }

/** Zendesk's tags have no spaces. */
function tagOf(queue: string): string {
  return `queue_${queue
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '')}`
}
