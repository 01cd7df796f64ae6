import type { WebhookShape } from '../../vocabulary'

/** Whether it is where hand-overs are worked; a channel is read by everybody in it, and gets the kinds alone. */
export const TELLS_CONTACT: Readonly<Record<WebhookShape, boolean>> = {
  vouch: true,
  desk: true,
  zendesk: true,
  intercom: true,
  slack: false,
}

/** A stored package as a receiver gets it: among the details how the customer is reached, first. Pure. */
export function withContact(
  stored: Readonly<Record<string, unknown>>,
  { contact, shape }: { contact: readonly { kind: string; text: string }[]; shape: WebhookShape },
): Record<string, unknown> {
  const reached = contact.map(({ kind, text }) => ({
    kind,
    text: TELLS_CONTACT[shape] ? text : 'see it in Vouch',
  }))
  const { details } = stored
  return { ...stored, details: [...reached, ...(Array.isArray(details) ? (details as unknown[]) : [])] }
}
