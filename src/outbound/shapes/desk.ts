import type { Shape, Told } from './types'
import { isUrgent, plainText, subjectOf } from './words'

/** One ticket, flat, for a desk that is taught its fields once: a form, a low-code tool, an inbox of one's own. */
export const desk: Shape = (told) => {
  const { id, type, timestamp, data, package: known, link } = told
  return {
    body: {
      event: type,
      messageId: id,
      at: timestamp,
      ticket: {
        externalId: data['id'] ?? null,
        subject: subjectOf(told),
        description: plainText(told),
        status: statusOf(told),
        priority: isUrgent(told) ? 'urgent' : 'normal',
        queue: data['queue'] ?? null,
        reason: data['reason'] ?? null,
        topic: known?.intent.topic ?? null,
        sentiment: known?.sentiment.label ?? null,
        url: link,
        details: known?.details ?? [],
        nextSteps: known?.nextSteps ?? [],
        comments:
          known?.transcript.map(({ role, content }) => ({
            author: role === 'user' ? 'customer' : 'bot',
            text: content,
          })) ?? [],
      },
      reply: data['reply'] ?? null,
      summary: data['summary'] ?? null,
      by: data['by'] ?? null,
    },
    headers: {},
  }
}

const STATUSES: Readonly<Record<string, string>> = {
  'handover.created': 'new',
  'handover.replied': 'pending',
  'handover.resolved': 'solved',
  'handover.returned': 'returned',
}

const statusOf = ({ type }: Told): string => STATUSES[type] ?? 'new'
