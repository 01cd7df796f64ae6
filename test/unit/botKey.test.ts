import { describe, expect, it } from 'vitest'
import { keyAudiences, keyExpired, keyMisplaced, keyScopes } from '../../src/governance/botKey'
import { preflight } from '../../src/http/edge/preflight'
import { KeyLimitsSchema } from '../../src/http/keySchemas'
import { consumeOfVisitor } from '../../src/http/rateLimits'
import { BOT_SCOPES } from '../../src/vocabulary'

const free = { name: null, expiresOn: null, scopes: [], origins: [], networks: [] }

describe('a bot’s key', () => {
  it('without limits opens all that its bot may do, from anywhere and for good', () => {
    expect(keyExpired(free, Date.now())).toBe(false)
    expect(keyMisplaced(free, { origin: 'https://any.example', address: null })).toBeNull()
    expect(keyScopes(free, ['answer', 'read:gaps'])).toEqual(['answer', 'read:gaps'])
  })

  it('opens nothing that its bot may not do', () =>
    expect(keyScopes({ scopes: ['read:gaps', 'explain'], origins: [] }, ['answer', 'read:gaps'])).toEqual([
      'read:gaps',
    ]))

  const inPages = { ...free, origins: ['https://shop.example'] }

  it('in pages opens what a customer needs, whatever its bot may do and whatever it was given', () => {
    expect(keyScopes(inPages, BOT_SCOPES)).toEqual(['answer', 'write:outcomes'])
    expect(keyScopes({ ...inPages, scopes: ['read:handovers', 'answer'] }, BOT_SCOPES)).toEqual(['answer'])
    expect(keyScopes(inPages, ['answer'])).toEqual(['answer'])
  })

  it('in pages passes on what is for anybody, unless only a network reaches them', () => {
    expect(keyAudiences(inPages, ['public', 'customer', 'internal'])).toEqual(['public'])
    expect(keyAudiences(inPages, ['agent'])).toEqual([])
    expect(keyAudiences({ ...inPages, networks: ['203.0.113.0/24'] }, ['agent'])).toEqual(['agent'])
    expect(keyAudiences(free, ['public', 'agent'])).toEqual(['public', 'agent'])
  })

  it('in pages answers one visitor thirty times a minute, and the others meanwhile', async () => {
    const ask = (address: string | null) => consumeOfVisitor('prefix00', address)
    for (let times = 0; times < 30; times += 1) await ask('198.51.100.7')
    await expect(ask('198.51.100.7')).rejects.toMatchObject({
      problem: { status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } },
    })
    await ask('198.51.100.8')
    for (let times = 0; times < 40; times += 1) await ask('10.0.0.1')
  })

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
