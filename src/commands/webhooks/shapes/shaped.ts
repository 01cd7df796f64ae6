import type { WebhookShape } from '../../../vocabulary'
import { deskTicket } from './desk'
import { intercomTicket } from './intercom'
import { slackMessage } from './slack'
import type { ToldHandover } from './told'
import { zendeskTicket } from './zendesk'

/** A message as it is sent in Vouch's own shape. */
export interface Message {
  type: string
  timestamp: string
  data: Record<string, unknown>
}

const SHAPES: Readonly<Record<Exclude<WebhookShape, 'vouch'>, (told: ToldHandover) => object>> = {
  desk: deskTicket,
  zendesk: zendeskTicket,
  intercom: intercomTicket,
  slack: slackMessage,
}

/** A message as a system takes it; what tells of no hand-over is sent in Vouch's own shape. */
export function shaped(
  message: Message,
  { shape, publicUrl }: { shape: WebhookShape; publicUrl: string },
): object {
  if (shape === 'vouch' || !message.type.startsWith('handover.')) return message
  return SHAPES[shape](toldOf(message, publicUrl))
}

function toldOf({ type, timestamp, data }: Message, publicUrl: string): ToldHandover {
  const id = String(data['id'])
  const whole = (data['package'] ?? {}) as {
    intent?: { summary?: string }
    transcript?: { role: string; content: string }[]
  }
  return {
    event: type,
    at: timestamp,
    id,
    queue: textIn(data['queue']),
    urgency: String(data['urgency'] ?? 'normal'),
    reason: String(data['reason'] ?? ''),
    href: `${publicUrl}/admin/collections/handovers/${encodeURIComponent(id)}`,
    words: textIn(data['reply']),
    by: textIn(data['by']),
    summary: textIn(data['summary']),
    intent: textIn(whole.intent?.summary),
    transcript: whole.transcript ?? [],
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value ? value : null
}
