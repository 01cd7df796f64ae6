import { describe, expect, it } from 'vitest'
import { eventStream, wantsEvents } from '../../src/http/eventStream'
import { HttpProblem } from '../../src/http/problem'

const open = (run: Parameters<typeof eventStream>[0]['run'], init: RequestInit = {}) =>
  eventStream({
    request: new Request('http://vouch.test/', init),
    requestId: 'r-1',
    headers: { 'ratelimit-policy': 'x' },
    run,
    keepAliveMs: 10,
  })

describe('an event stream', () => {
  it('is opened only for who asks for events', () => {
    const accepts = (accept: string) =>
      wantsEvents(new Request('http://vouch.test/', { headers: { accept } }))
    expect(accepts('text/event-stream')).toBe(true)
    expect(accepts('application/json, text/event-stream;q=0.9')).toBe(true)
    expect(accepts('*/*')).toBe(false)
    expect(accepts('application/json')).toBe(false)
  })

  it('opens at once, and says that it is alive while there is nothing to say', async () => {
    const response = open(() => new Promise((resolve) => setTimeout(resolve, 60)))
    expect(response.headers.get('cache-control')).toContain('no-transform')
    const text = await response.text()
    expect(text.startsWith(': open\n\n: still here\n\n')).toBe(true)
  })

  it('keeps an event on one line, whatever is in it', async () => {
    const text = await open(async (send) => send('done', { message: 'a\n\nevent: error\ndata: b' })).text()
    expect(text).toBe(': open\n\nevent: done\ndata: {"message":"a\\n\\nevent: error\\ndata: b"}\n\n')
  })

  it('ends with the problem when something is wrong, without its stack', async () => {
    const busy = new HttpProblem({
      status: 503,
      title: 'Unavailable',
      detail: 'Later.',
      members: { reason: 'x' },
    })
    const text = await open(() => Promise.reject(busy)).text()
    expect(text).toContain(
      'event: error\ndata: {"type":"about:blank","title":"Unavailable","status":503,"detail":"Later.","requestId":"r-1","reason":"x"}\n\n',
    )
    const unknown = await open(() => Promise.reject(new Error('SELECT secret'))).text()
    expect(unknown).toContain('"status":503')
    expect(unknown).not.toContain('SELECT')
  })

  it.each(['cancels the body', 'aborts the request'])('tells its work when the client %s', async (how) => {
    const leaving = new AbortController()
    let told = false
    const response = open(
      (_, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(((told = true), undefined)))),
      { signal: leaving.signal },
    )
    if (how === 'cancels the body') await response.body?.cancel()
    else leaving.abort()
    await expect.poll(() => told).toBe(true)
  })
})
