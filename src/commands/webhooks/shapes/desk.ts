import { bodyOf, titleOf, type ToldHandover } from './told'

/** One flat ticket, as most desks and automation tools map fields: strings, and nothing inside anything. */
export function deskTicket(told: ToldHandover): Record<string, string> {
  const { event, at, id, queue, urgency, reason, href } = told
  return {
    event,
    occurred_at: at,
    external_id: id,
    subject: titleOf(told),
    description: bodyOf(told),
    queue: queue ?? '',
    priority: urgency,
    reason,
    url: href,
  }
}
