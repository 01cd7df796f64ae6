import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyLimitOf, LARGEST_BODY } from '../../src/http/edge/bodyLimits'
import { refuseAddress } from '../../src/http/edge/paths'
import { nameableMethod } from '../../src/http/edge/rememberClientAddress'
import { forgedBecause } from '../../src/http/edge/sameOrigin'
import { securityHeaders } from '../../src/http/edge/securityHeaders'
import { limited } from '../../src/http/payloadRest'
import { requestIdOf } from '../../src/http/requestId'

const publicUrl = 'https://vouch.example.com'

describe('a write that a browser sends with a session', () => {
  const write = (headers: Record<string, string>, method = 'POST', at = publicUrl) =>
    forgedBecause({ method, headers: new Headers(headers), publicUrl: at })
  const cookie = 'a=b; payload-token=x'

  it.each([
    ['the public address', { cookie, origin: publicUrl }],
    ['the address that it was sent to', { cookie, origin: 'https://localhost:3000', host: 'localhost:3000' }],
    ['a browser that names no origin and says it is the same', { cookie, 'sec-fetch-site': 'same-origin' }],
  ])('is taken from %s', (_, headers) => expect(write(headers)).toBeNull())

  it.each([
    ['another site', { cookie, origin: 'https://evil.example' }],
    ['a subdomain', { cookie, origin: 'https://evil.vouch.example.com' }],
    ['another port', { cookie, origin: 'https://vouch.example.com:8443', host: 'vouch.example.com' }],
    ['the same host without TLS', { cookie, origin: 'http://vouch.example.com', host: 'vouch.example.com' }],
    ['a sandboxed frame', { cookie, origin: 'null' }],
    ['an origin that is none', { cookie, origin: 'https://', host: '' }],
    ['a page of the same site that hides its origin', { cookie, 'sec-fetch-site': 'same-site' }],
    ['nobody knows where', { cookie }],
    [
      'another site, with an authorization beside the cookie',
      { cookie, origin: 'https://evil.example', authorization: 'Basic x' },
    ],
    ['another site before anybody is signed in', { origin: 'https://evil.example' }],
  ])('is refused from %s, whatever the method', (_, headers) => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE', 'post', 'PROPFIND'])
      expect(write(headers, method)).toMatch(/another site|which page/)
  })

  it('is no matter of bots and scripts, which send a key and no cookie', () => {
    expect(write({ authorization: 'Bearer vch_x' })).toBeNull()
    expect(write({ authorization: 'JWT x', origin: 'https://evil.example' })).toBeNull()
    expect(write({})).toBeNull()
  })

  it('is no matter of reading', () =>
    expect(write({ cookie, origin: 'https://evil.example' }, 'GET')).toBeNull())

  it('may come without TLS where the installation has none', () =>
    expect(
      write(
        { cookie, origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' },
        'POST',
        'http://127.0.0.1:3000',
      ),
    ).toBeNull())
})

describe('how much a request may carry', () => {
  it.each([
    ['/api/users/login', 16 * 1024],
    ['/api//users/login', 16 * 1024],
    ['/api/%75sers/login', 16 * 1024],
    ['/api/users/first-register', 16 * 1024],
    ['/api/v1/answer', 512 * 1024],
    ['/api/policies/abc', 4 * 1024 * 1024],
    ['/api/policies-of-mine', 1024 * 1024],
    ['/api/gaps', 1024 * 1024],
    ['/admin/collections/policies/create', 4 * 1024 * 1024],
    ['/administration', 64 * 1024],
    ['/%E0%A4%A', 64 * 1024],
  ])('%s: %i bytes', (path, bytes) => {
    expect(bodyLimitOf(path)).toBe(bytes)
    expect(bytes).toBeLessThan(LARGEST_BODY)
  })

  const handled = limited(
    async (request) => Response.json(await request.json()),
    Promise.resolve({ collections: [] } as never),
  )
  const send = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    handled(
      new Request('http://h/api/users/login', {
        method: 'POST',
        body: body!,
        headers,
        duplex: 'half',
      } as RequestInit),
      {
        params: Promise.resolve({ slug: [] }),
      },
    )

  it('is counted as it comes, so that no length and a false one get no further', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(8 * 1024).fill(pulled++ ? 32 : 123)),
    })
    const response = await send(endless)
    expect(response.status).toBe(413)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(pulled).toBeLessThan(10)
    expect((await send('x', { 'content-length': '99999999' })).status).toBe(413)
  })

  it('goes through whole below the limit', async () => {
    expect(await (await send(JSON.stringify({ email: 'ä@example.com' }))).json()).toEqual({
      email: 'ä@example.com',
    })
  })
})

describe('the headers of a response', () => {
  const csp = (o = {}) =>
    securityHeaders({ nonce: 'abc', https: true, pathname: '/admin', ...o })['content-security-policy'] ?? ''

  it('let a page load nothing from elsewhere, run no script without the nonce, and be framed by nobody', () => {
    expect(csp()).not.toMatch(/https?:\/\/|\*/)
    const scripts = /script-src ([^;]*)/.exec(csp())?.[1]
    expect(scripts).toBe("'self' 'nonce-abc'")
    expect(csp()).toContain("frame-ancestors 'none'")
  })

  it('ask for TLS only where the public address has it, and forbid keeping what the API said', () => {
    const plain = securityHeaders({ nonce: 'a', https: false, pathname: '/api/v1/answer' })
    expect(plain).not.toHaveProperty('strict-transport-security')
    expect(plain['cache-control']).toBe('no-store')
    expect(csp({ https: false })).not.toContain('upgrade-insecure-requests')
    expect(securityHeaders({ nonce: 'a', https: true, pathname: '/admin' })).toMatchObject({
      'strict-transport-security': expect.stringContaining('max-age='),
    })
  })
})

describe('the edge in front of every page and route', () => {
  let proxy: typeof import('../../src/proxy').proxy
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = publicUrl
    ;({ proxy } = await import('../../src/proxy'))
  })
  const ask = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
    proxy(new NextRequest(`${publicUrl}${path}`, init))

  it('refuses too much by its length alone, as a problem', async () => {
    const response = ask('/api/users/login', { method: 'POST', headers: { 'content-length': '60000000' } })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ title: 'Too large', status: 413 })
    expect(response.headers.get('content-security-policy')).toContain('nonce-')
  })

  it('refuses what was forged, as a problem', () => {
    const headers = { cookie: 'payload-token=x', origin: 'https://evil.example' }
    expect(ask('/api/users', { method: 'POST', headers }).status).toBe(403)
    expect(ask('/admin', { method: 'POST', headers }).status).toBe(403)
  })

  it('gives every response a nonce of its own, and the page the same one', () => {
    const nonceOf = (text: string | null) => /'nonce-([^']+)'/.exec(text ?? '')?.[1]
    const response = ask('/admin')
    const nonce = nonceOf(response.headers.get('content-security-policy'))
    expect(nonce).toBeTruthy()
    expect(nonceOf(response.headers.get('x-middleware-request-content-security-policy'))).toBe(nonce)
    expect(nonceOf(ask('/admin').headers.get('content-security-policy'))).not.toBe(nonce)
  })
})

describe('the id of a request', () => {
  const idOf = (id: string) => requestIdOf(new Request('http://h', { headers: { 'x-request-id': id } }))

  it.each([
    'r-1',
    'web.42:a',
    '0191e5a4-7c2b-7d31-9b1a-123456789012',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '01J9ZQ3V7T8K4M2N6P0R5S1W9X',
  ])('is the caller’s own where it can be no number of a person’s: %s', (id) => expect(idOf(id)).toBe(id))

  it.each([
    '4111111111111111',
    '4111-1111-1111-1111',
    'card:4111.1111.1111.1111',
    'tel-0171_2345678',
    '12345678901234567890123456789012',
    'a b<script>',
    'x'.repeat(65),
    'ann@example.com',
  ])('is ours in place of %s', (id) => expect(idOf(id)).toMatch(/^[\da-f-]{36}$/))
})

describe('a method that no Request may have', () => {
  it('is passed on under a name that it may have, and is refused by it rather than failing', () => {
    for (const method of ['TRACE', 'CONNECT', 'TRACK', 'trace']) {
      const passedOn = nameableMethod(method) ?? ''
      const request = new Request(`${publicUrl}/api/v1/gaps`, { method: passedOn })
      const { pathname } = new URL(request.url)
      expect(refuseAddress({ method: request.method, pathname })).toMatchObject({
        status: 405,
        headers: { allow: 'GET, POST, HEAD, OPTIONS' },
      })
    }
    expect(nameableMethod('GET')).toBe('GET')
  })
})
