import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contractText } from '../../packages/client/contractText'
import { eventsOf } from '../../packages/client/src/events'
import { createVouch, VouchError } from '../../packages/client/src/index'
import { retryAfterOf } from '../../packages/client/src/retry'

const REFUSED = { outcome: 'refused', message: 'No.', receiptId: 'r', reason: 'no_answer' }

/** A server that answers what it is told to, one after the other. */
const serverOf = (...replies: (() => Response)[]) => {
  const requests: { url: string; headers: Headers }[] = []
  const fetch = (url: RequestInfo | URL, init?: RequestInit) => {
    requests.push({ url: String(url), headers: new Headers(init?.headers) })
    const reply = replies.shift()
    return reply ? Promise.resolve(reply()) : Promise.reject(new TypeError('fetch failed'))
  }
  return { requests, fetch: fetch as typeof globalThis.fetch }
}
const problem =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ title: 'T', status, detail: 'D.' }, { status, headers })
const ok = () => Response.json(REFUSED)
const streamOf = (parts: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
const clientOf = (fetch: typeof globalThis.fetch, o: object = {}) =>
  createVouch({ baseUrl: 'http://vouch.test/', apiKey: 'k', fetch, ...o })

describe('the types of the client', () => {
  it('are those of the contract: else run “npm run generate:client”', async () => {
    expect(readFileSync('packages/client/src/contract.ts', 'utf8')).toBe(await contractText())
  })
})

describe('the client', () => {
  it('tries again after what Retry-After asks for, under one idempotency key', async () => {
    const { fetch, requests } = serverOf(
      problem(429, { 'retry-after': '0' }),
      problem(503, { 'retry-after': '0' }),
      ok,
    )
    expect(await clientOf(fetch).answer({ question: 'Q?' })).toEqual(REFUSED)
    expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
    expect(requests[0]!.url).toBe('http://vouch.test/api/v1/answer')
  })

  it('waits no longer than it was allowed, and says how long it would have been', async () => {
    const { fetch, requests } = serverOf(problem(429, { 'retry-after': '3600' }), ok)
    const error = await clientOf(fetch)
      .answer({ question: 'Q?' })
      .catch((each: unknown) => each)
    expect(error).toBeInstanceOf(VouchError)
    expect(error).toMatchObject({ status: 429, retryAfterMs: 3_600_000 })
    expect(requests).toHaveLength(1)
  })

  it.each([400, 401, 403, 404, 409, 422])('does not try again after %i', async (status) => {
    const { fetch, requests } = serverOf(problem(status), ok)
    await expect(clientOf(fetch).answer({ question: 'Q?' })).rejects.toMatchObject({ status })
    expect(requests).toHaveLength(1)
  })

  it('gives up after its tries, where nobody answers', async () => {
    const { fetch, requests } = serverOf()
    await expect(clientOf(fetch, { retries: 1 }).answer({ question: 'Q?' })).rejects.toMatchObject({
      status: 0,
    })
    expect(requests).toHaveLength(2)
  })

  it('stops at once when its caller does', async () => {
    const { fetch } = serverOf(problem(503, { 'retry-after': '20' }), ok)
    const stop = new AbortController()
    const answer = clientOf(fetch).answer({ question: 'Q?' }, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 10)
    await expect(answer).rejects.toThrow('enough')
  })

  it('reads Retry-After as seconds and as a date', () => {
    const now = Date.parse('2026-11-28T00:00:00Z')
    const of = (value: string) => retryAfterOf(new Headers({ 'retry-after': value }), now)
    expect(of('7')).toBe(7_000)
    expect(of('Sat, 28 Nov 2026 00:00:09 GMT')).toBe(9_000)
    expect(of('soon')).toBeNull()
    expect(retryAfterOf(new Headers(), now)).toBeNull()
  })
})

describe('a stream of events', () => {
  const TEXT =
    ': open\n\nevent: sentence\ndata: {"text":"Grüße 👋"}\n\n: still here\n\nevent: done\r\ndata: {"a":\r\ndata: 1}\r\n\r\n'

  it('is the same however it is cut, within a character too', async () => {
    const bytes = new TextEncoder().encode(TEXT)
    for (const size of [1, 3, 7, bytes.length]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      )
      const events = []
      for await (const event of eventsOf(streamOf(parts))) events.push(event)
      expect(events).toEqual([
        { event: 'sentence', data: '{"text":"Grüße 👋"}' },
        { event: 'done', data: '{"a":\n1}' },
      ])
    }
  })

  it('that ends early, or in a problem, is an error and no answer', async () => {
    const streamed = (text: string) => async () => {
      const { fetch } = serverOf(() => new Response(text))
      const seen = []
      for await (const event of clientOf(fetch).stream({ question: 'Q?' })) seen.push(event)
      return seen
    }
    await expect(streamed('event: sentence\ndata: {}\n\n')()).rejects.toThrow(VouchError)
    await expect(streamed('event: error\ndata: {"status":503,"detail":"Broken."}\n\n')()).rejects.toThrow(
      'Broken.',
    )
    expect(await streamed(`event: done\ndata: ${JSON.stringify(REFUSED)}\n\n`)()).toEqual([
      { type: 'done', answer: REFUSED },
    ])
  })
})
