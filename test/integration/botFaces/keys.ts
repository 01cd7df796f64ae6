import { describe, expect, it } from 'vitest'
import { createBotKey, findKey } from '../../../src/commands/botKeys'
import { countUse, flushUses, readKeyUses } from '../../../src/commands/bots/keyUses'
import type { KeyLimits } from '../../../src/governance/botKey'
import { CLIENT_ADDRESS_HEADER } from '../../../src/governance/clientAddress'
import { consume } from '../../../src/http/rateLimits'
import type { Bot } from '../../../payload-types'
import { fetchRoutes } from '../fetchRoutes'
import { vouch, BASE, key, clientOf } from './asking'

describe('keys', () => {
  const limited = async (limits: Partial<KeyLimits>, bot: Partial<Bot> = {}) => {
    const made = await vouch.bot(bot)
    const as = await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, made.id, limits)
    return { as, bot: made, prefix: as.slice(4, 12) }
  }
  const asked = (as: string, headers: Record<string, string> = {}) =>
    fetchRoutes(`${BASE}/api/v1/answer`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ question: 'Hello' }),
    })
  let session: string
  const act = async (path: string, body: object) => {
    session ??=
      (
        await vouch.payload.login({
          collection: 'users',
          data: { email: 'ada@example.com', password: 'correct horse battery' },
        })
      ).token ?? ''
    return fetchRoutes(`${BASE}/api/v1/bots/${path}`, {
      method: 'POST',
      headers: { authorization: `JWT ${session}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  it('one that has ended opens nothing, by any face', async () => {
    const { as } = await limited({ expiresOn: new Date(Date.now() - 1_000).toISOString() })
    expect((await asked(as)).status).toBe(401)
    await expect(clientOf(as).models.list()).rejects.toMatchObject({ status: 401 })
  })

  it('one of a site or a network is used from there alone, and pages of the site may read what comes back, also why not', async () => {
    const site = await limited({ origins: ['https://shop.example'] })
    const told = await asked(site.as, { origin: 'https://shop.example' })
    expect(told.status).toBe(200)
    expect(told.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const chat = await fetchRoutes(`${BASE}/v1/chat/completions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${site.as}`,
        'content-type': 'application/json',
        origin: 'https://shop.example',
      },
      body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] }),
    })
    for (const { headers } of [told, chat]) {
      expect(headers.get('vouch-signed-share')).toMatch(/^[01]\.\d{3}$/)
      expect(headers.get('access-control-expose-headers')).toContain('vouch-signed-share')
    }
    const wrong = await asked(site.as, { origin: 'https://shop.example', 'content-type': 'text/plain' })
    expect(wrong.status).toBe(415)
    expect(wrong.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const elsewhere = await asked(site.as, { origin: 'https://evil.example' })
    expect([elsewhere.status, elsewhere.headers.has('access-control-allow-origin')]).toEqual([403, false])
    expect((await asked(site.as)).status).toBe(403)
    const office = await limited({ networks: ['203.0.113.0/24'] })
    expect((await asked(office.as, { [CLIENT_ADDRESS_HEADER]: '203.0.113.7' })).status).toBe(200)
    expect((await asked(office.as, { [CLIENT_ADDRESS_HEADER]: '198.51.100.7' })).status).toBe(403)
    const anywhere = await asked(key, { origin: 'https://evil.example' })
    expect(anywhere.headers.has('access-control-allow-origin')).toBe(false)
  })

  it('one with fewer scopes than its bot opens those alone', async () => {
    const { as } = await limited({ scopes: ['read:gaps', 'write:handovers'] })
    const response = await asked(as)
    expect(response.status).toBe(403)
    expect(JSON.stringify(await response.json())).toContain('not given the scope')
    const gaps = (as: string, path: string) =>
      fetchRoutes(`${BASE}/api/v1/${path}`, { headers: { authorization: `Bearer ${as}` } })
    expect((await gaps(as, 'gaps')).status).toBe(200)
    // Not even what it was given, where the bot may not.
    expect((await gaps(as, 'handovers')).status).toBe(403)
  })

  it('is replaced with an overlap, in which both open, and the new one keeps the limits', async () => {
    const { as, bot, prefix } = await limited({ name: 'Web chat', scopes: ['answer'] })
    const replaced = await act(`${bot.id}/keys/${prefix}/rotate`, { overlapHours: 1 })
    expect(replaced.status).toBe(201)
    const { key: next, oldExpiresOn } = (await replaced.json()) as { key: string; oldExpiresOn: string }
    expect((await asked(as)).status).toBe(200)
    expect((await asked(next)).status).toBe(200)
    const inAnHour = Date.parse(oldExpiresOn)
    expect(inAnHour - Date.now()).toBeGreaterThan(3_500_000)
    expect(await findKey(vouch.payload, as, inAnHour)).toBeNull()
    expect(await findKey(vouch.payload, next, inAnHour)).toMatchObject({
      limits: { name: 'Web chat', scopes: ['answer'], expiresOn: null },
    })
    expect((await act(`${bot.id}/keys/${prefix}/rotate`, { overlapHours: 0 })).status).toBe(201)
    expect((await asked(as)).status).toBe(401)
    expect((await act(`${bot.id}/keys/nokeyhere/rotate`, {})).status).toBe(404)
  })

  it('is given a name and limits later, which the audit log tells; wrong ones change nothing', async () => {
    const { as, bot, prefix } = await limited({})
    const limits = { name: 'Voice', expiresOn: null, scopes: [], origins: [], networks: ['198.51.100.0/24'] }
    expect((await act(`${bot.id}/keys/${prefix}/limits`, { ...limits, networks: ['moon'] })).status).toBe(400)
    expect((await asked(as)).status).toBe(200)
    expect((await act(`${bot.id}/keys/${prefix}/limits`, limits)).status).toBe(204)
    expect((await asked(as)).status).toBe(403)
    const rows = await vouch.rows('audit-log', { subjectId: { equals: bot.id } })
    expect(rows.find(({ action }) => action === 'bot.key_limited')).toMatchObject({
      detail: { prefix, networks: ['198.51.100.0/24'] },
    })
  })

  it('tells both limits at each answer, and a day that is used up by any key is 429 until midnight', async () => {
    const { as, bot } = await limited({}, { requestsPerMinute: 100, requestsPerDay: 2 })
    const other = await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)
    const first = await asked(as)
    expect(first.headers.get('ratelimit-policy')).toBe('"per-minute";q=100;w=60, "per-day";q=2;w=86400')
    expect(first.headers.get('ratelimit')).toMatch(/^"per-minute";r=99;t=\d+, "per-day";r=1;t=\d+$/)
    expect((await asked(other)).status).toBe(200)
    const third = await asked(as)
    expect(third.status).toBe(429)
    const midnight = 86_400 - (Math.floor(Date.now() / 1000) % 86_400)
    expect(Math.abs(Number(third.headers.get('retry-after')) - midnight)).toBeLessThan(10)
  })

  it('a process that begins later goes on from what was used of the day', async () => {
    const { bot, prefix } = await limited({}, { requestsPerDay: 3 })
    countUse(vouch.payload, { bot: bot.id, prefix })
    countUse(vouch.payload, { bot: bot.id, prefix })
    await flushUses(vouch.payload)
    await consume(vouch.payload, bot)
    await expect(consume(vouch.payload, bot)).rejects.toMatchObject({ problem: { status: 429 } })
  })

  it('each tells how often and when it was used last', async () => {
    const { as, prefix } = await limited({})
    await asked(as)
    await asked(as)
    await flushUses(vouch.payload)
    await asked(as)
    await flushUses(vouch.payload)
    const uses = await readKeyUses(vouch.payload, { prefixes: [prefix, 'unknown0'], days: 30 })
    expect(uses.get(prefix)).toMatchObject({ calls: 3 })
    expect(Date.now() - Date.parse(uses.get(prefix)!.lastUsedAt!)).toBeLessThan(60_000)
    expect(uses.has('unknown0')).toBe(false)
  })
})
