import { describe, expect, it } from 'vitest'
import { keyExpired, keyMisplaced, keyScopes } from '../../src/governance/botKey'
import { preflight } from '../../src/http/edge/preflight'
import { KeyLimitsSchema } from '../../src/http/keySchemas'

const free = { name: null, expiresOn: null, scopes: [], origins: [], networks: [] }

describe('a bot’s key', () => {
  it('without limits opens all that its bot may do, from anywhere and for good', () => {
    expect(keyExpired(free, Date.now())).toBe(false)
    expect(keyMisplaced(free, { origin: 'https://any.example', address: null })).toBeNull()
    expect(keyScopes(free, ['answer', 'read:gaps'])).toEqual(['answer', 'read:gaps'])
  })

  it('opens nothing that its bot may not do', () =>
    expect(keyScopes({ scopes: ['read:gaps', 'explain'] }, ['answer', 'read:gaps'])).toEqual(['read:gaps']))

  it('ends at its instant', () => {
    const at = Date.parse('2026-11-28T00:00:00Z')
    expect(keyExpired({ expiresOn: '2026-11-28T00:00:00.000Z' }, at - 1)).toBe(false)
    expect(keyExpired({ expiresOn: '2026-11-28T00:00:00.000Z' }, at)).toBe(true)
  })

  it.each([
    ['203.0.113.0/24', '203.0.113.9', true],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['203.0.113.0/24', '203.0.114.9', false],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.10', false],
    ['2001:db8::/32', '2001:db8:1::7', true],
    ['2001:db8::/32', '2001:db9::7', false],
    ['2001:db8::/32', '203.0.113.9', false],
    ['203.0.113.0/24', 'nowhere', false],
  ])('of the network %s is used from %s: %s', (network, address, may) =>
    expect(keyMisplaced({ ...free, networks: [network] }, { origin: null, address }) === null).toBe(may),
  )

  it.each([
    ['https://shop.example', true],
    ['http://shop.example', false],
    ['https://shop.example.evil.example', false],
    ['null', false],
    [null, false],
  ])('of a site is used from a page of %s: %s', (origin, may) =>
    expect(
      keyMisplaced({ ...free, origins: ['https://shop.example'] }, { origin, address: null }) === null,
    ).toBe(may),
  )

  it.each([
    { origins: ['shop.example'] },
    { origins: ['https://shop.example/page'] },
    { networks: ['203.0.113.0/99'] },
    { networks: ['office'] },
    { scopes: ['publish'] },
    { expiresOn: 'tomorrow' },
    { audience: 'internal' },
  ])('takes no %j', (wrong) => expect(KeyLimitsSchema.safeParse({ ...free, ...wrong }).success).toBe(false))
})

describe('a browser that asks first', () => {
  const ask = (pathname: string, method = 'OPTIONS') =>
    preflight(
      {
        method,
        headers: new Headers({ origin: 'https://shop.example', 'access-control-request-method': 'POST' }),
      },
      pathname,
    )

  it('may send a key to the faces of bots, and cookies nowhere', () => {
    for (const path of ['/api/v1/answer', '/v1/chat/completions', '/mcp']) {
      const { headers } = ask(path)!
      expect(headers.get('access-control-allow-origin')).toBe('https://shop.example')
      expect(headers.has('access-control-allow-credentials')).toBe(false)
    }
    for (const path of ['/api/users/login', '/admin', '/v10']) expect(ask(path)).toBeNull()
    expect(ask('/v1/models', 'GET')).toBeNull()
  })
})
