import { traceHeaders } from '../../tracing/step'
import { errorAsOpenAI } from './errorBody'

/** Longer than this a job waits in the outbox, not in a request. */
const LONGEST_WAIT_MS = 60_000

/**
 * `fetch` for the `openai` client (6.49), which stops its clock when the headers arrive and then waits for the body for
 * ever, and which waits for as long as `Retry-After` says, be it a day. Here the body is within the time limit, and what
 * asks for more than a minute is not tried again.
 */
export const boundedFetch: typeof fetch = async (url, init) => {
  const response = await fetch(url, traced(init))
  return whole(response, await response.arrayBuffer())
}

/** The same, for replies of at most `maxBytes`: a longer one is not read to its end, and is an error for good. */
export const boundedFetchUpTo =
  (maxBytes: number): typeof fetch =>
  async (url, init) => {
    const response = await fetch(url, traced(init))
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > maxBytes) return tooLarge(maxBytes)
      parts.push(part)
    }
    return whole(response, Buffer.concat(parts))
  }

/** Whoever runs the model finds our trace in their log. */
function traced(init: RequestInit | undefined): RequestInit | undefined {
  const { traceparent } = traceHeaders()
  if (!traceparent) return init
  const headers = new Headers(init?.headers)
  headers.set('traceparent', traceparent)
  return { ...init, headers }
}

const tooLarge = (maxBytes: number): Response =>
  Response.json(
    { error: { message: `the reply has more than ${maxBytes} bytes` } },
    { status: 502, headers: { 'x-should-retry': 'false' } },
  )

const whole = (
  { headers: given, status }: Response,
  body: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Response => {
  const headers = new Headers(given)
  if ((askedWaitMs(headers) ?? 0) > LONGEST_WAIT_MS) headers.set('x-should-retry', 'false')
  const error = status >= 400 ? errorAsOpenAI(Buffer.from(body as Uint8Array).toString('utf8')) : null
  if (error) return Response.json(error, { status, headers: withoutLength(headers) })
  return new Response(body.byteLength > 0 ? body : null, { status, headers })
}

/** The body was written anew, and is not packed. */
const withoutLength = (headers: Headers): Headers => {
  const rest = new Headers(headers)
  for (const name of ['content-length', 'content-encoding', 'content-type']) rest.delete(name)
  return rest
}

/** How long the server asks to wait, in ms; null when it does not say. */
export function askedWaitMs(headers: Headers | undefined): number | null {
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (!Number.isNaN(ms)) return ms
  const after = headers?.get('retry-after')
  if (!after) return null
  const wait = /^\d/.test(after) ? Number.parseFloat(after) * 1_000 : Date.parse(after) - Date.now()
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
