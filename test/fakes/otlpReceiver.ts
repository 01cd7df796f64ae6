import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface KeyValue {
  key: string
  value: Record<string, string | number | boolean>
}

export interface ReceivedSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  status: { code?: number; message?: string }
  attributes: Record<string, unknown>
  events: { name: string; attributes: Record<string, unknown> }[]
}

/** A collector on a loopback port that takes OTLP/HTTP in JSON, and nothing else. */
export interface OtlpReceiver {
  endpoint: string
  /** Bodies as they came. */
  bodies: string[]
  spans: () => ReceivedSpan[]
  /** What it knows of who sends. */
  resource: () => Record<string, unknown>
  close: () => Promise<void>
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const isTraces = request.method === 'POST' && request.url === '/v1/traces'
    if (!isTraces || request.headers['content-type'] !== 'application/json')
      return response.writeHead(404).end()
    bodies.push(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    spans: () => bodies.flatMap(spansIn),
    resource: () => bodies.map((body) => named(parsed(body).resourceSpans[0]!.resource.attributes))[0] ?? {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Raw extends Omit<ReceivedSpan, 'attributes' | 'events'> {
  attributes: KeyValue[]
  events: { name: string; attributes: KeyValue[] }[]
}

const parsed = (body: string) =>
  JSON.parse(body) as {
    resourceSpans: { resource: { attributes: KeyValue[] }; scopeSpans: { spans: Raw[] }[] }[]
  }

const spansIn = (body: string): ReceivedSpan[] =>
  parsed(body).resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) =>
        Object.assign({}, span, {
          attributes: named(span.attributes),
          events: span.events.map((event) => ({ name: event.name, attributes: named(event.attributes) })),
        }),
      ),
    ),
  )

const named = (pairs: readonly KeyValue[]): Record<string, unknown> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]))
