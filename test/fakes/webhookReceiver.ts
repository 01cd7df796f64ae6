import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A desk that takes each message once, by its id, and only with a signature that holds. */
export interface WebhookReceiver {
  url: string
  secret: string
  /** How it behaves at the next requests, in turn; then it takes what it is sent. */
  answers: (number | 'hang up')[]
  /** What it has taken, each message once. */
  taken: unknown[]
  /** The ids of everything that reached it. */
  ids: string[]
  /** And the traces that they belong to. */
  traceparents: (string | undefined)[]
  /** What came to /vendor, which knows its callers by a sign-in and checks no signature. */
  vendor: {
    authorization: string | undefined
    signature: string | undefined
    key: string | undefined
    body: unknown
  }[]
  close: () => Promise<void>
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const known = new Set<string>()
  const receiver: WebhookReceiver = {
    url: '',
    secret: '',
    answers: [],
    taken: [],
    ids: [],
    traceparents: [],
    vendor: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString('utf8')
    if (request.url === '/vendor') {
      receiver.vendor.push({
        authorization: request.headers.authorization,
        signature: request.headers['webhook-signature'] as string | undefined,
        key: request.headers['idempotency-key'] as string | undefined,
        body: JSON.parse(body),
      })
      return response.writeHead(201).end()
    }
    const id = String(request.headers['webhook-id'])
    receiver.ids.push(id)
    receiver.traceparents.push(request.headers['traceparent'] as string | undefined)
    const answer = receiver.answers.shift() ?? 204
    if (answer === 'hang up') return request.socket.destroy()
    if (answer === 204)
      try {
        const message = new Webhook(receiver.secret).verify(body, request.headers as Record<string, string>)
        if (!known.has(id)) receiver.taken.push(message)
        known.add(id)
      } catch {
        return response.writeHead(401).end()
      }
    return response.writeHead(answer, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
  return receiver
}
