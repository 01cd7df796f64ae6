import { Webhook } from 'standardwebhooks'

/**
 * The headers that a message goes out with (https://www.standardwebhooks.com): its id, when it is sent, and a signature by
 * each of the secrets.
 */
export function signMessage({
  id,
  body,
  secrets,
  at,
}: {
  id: string
  body: string
  secrets: readonly string[]
  at: Date
}): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
