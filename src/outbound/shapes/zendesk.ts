import type { Shape, Told } from './types'
import { cut, isUrgent, partsOf, subjectOf } from './words'

/** Zendesk takes 65,535 bytes a comment. */
const MOST_OF_COMMENT = 20_000

/**
 * A new ticket (`POST /api/v2/tickets`). Its first comment is a note for colleagues, not told to the requester; as HTML, so that
 * what a customer wrote is neither Markdown nor markup there. The key makes a second try find the first ticket.
 */
export const zendesk: Shape = (told) => {
  const { id, data } = told
  return {
    body: {
      ticket: {
        subject: subjectOf(told),
        comment: { html_body: htmlOf(told), public: false },
        priority: isUrgent(told) ? 'urgent' : 'normal',
        type: 'question',
        external_id: String(data['id']),
        tags: ['vouch', tagOf('reason', data['reason']), tagOf('queue', data['queue'])],
      },
    },
    headers: { 'idempotency-key': id },
  }
}

function htmlOf(told: Told): string {
  let left = MOST_OF_COMMENT
  return partsOf(told)
    .map(({ heading, lines }) => {
      const shown = lines.map((line) => {
        const text = cut(line, Math.max(1, left))
        left -= text.length
        return escapeHtml(text).replaceAll('\n', '<br>')
      })
      return `<p><strong>${escapeHtml(heading)}</strong><br>${shown.join('<br>')}</p>`
    })
    .join('')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** Tags hold no spaces; `queue_gift_cards`. */
const tagOf = (kind: string, value: unknown): string =>
  `${kind}_${String(value ?? 'none')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')}`
