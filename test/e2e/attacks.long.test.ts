import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { attacking } from './attacking'
import { useBrowser, whyNoBrowser } from './browsing'
import { PEOPLE } from './people'

if (whyNoBrowser) process.stderr.write(`\n!!! ATTACKS SKIPPED: ${whyNoBrowser}. !!!\n\n`)

const JSON_TYPE = { 'content-type': 'application/json' }

/** Each case is named in docs/security.md. */
describe.skipIf(whyNoBrowser !== null)('attacks on the built server', () => {
  const browsing = useBrowser({ own: true })
  const { send, ask, cookieOf, tokenOf, pour, whileAsking } = attacking(() => browsing.vouch)
  const evil = useEvilSite()

  describe('stopping it', () => {
    test('forgot-password: a flood of it holds nobody up', async () => {
      await ask()
      const times: number[] = []
      const found = await whileAsking(async () => {
        for (let i = 0; i < 9; i++) {
          const email = i % 2 ? 'nobody@example.com' : PEOPLE.author.email
          const told = await send('/api/users/forgot-password', {
            method: 'POST',
            headers: JSON_TYPE,
            body: JSON.stringify({ email }),
          })
          expect(told.status).toBe(200)
          times.push(told.ms)
        }
      })
      expect(Math.max(...times)).toBeLessThan(3_000)
      expect(found).toMatchObject({ failed: [] })
      expect(found.slowest).toBeLessThan(3_000)
    })

    const ROUTES = [
      '/api/users/login',
      '/api/users/forgot-password',
      '/api/policies',
      '/api/v1/answer',
      '/api/v1/gaps/x/assign',
      '/api/no-such-thing',
      '/admin/login',
      '/nowhere',
    ]

    test.each(ROUTES)('body: 60 MB that say so are refused unread at %s', async (path) => {
      const body = Buffer.alloc(60 * 1024 * 1024, 32)
      const told = await send(path, { method: 'POST', headers: JSON_TYPE, body }).catch(() => null)
      // The server may close the connection while we still send; then nothing was taken either.
      if (told) expect([path, told.status]).toEqual([path, 413])
      expect((await ask()).ms).toBeLessThan(3_000)
    })

    test('body: a refusal is a problem that says the limit', async () => {
      const told = await send('/api/users/login', {
        method: 'POST',
        headers: JSON_TYPE,
        body: ' '.repeat(20_000),
      })
      expect(told.status).toBe(413)
      expect(told.headers.get('content-type')).toContain('application/problem+json')
      expect(JSON.parse(told.text)).toMatchObject({
        title: 'Too large',
        detail: expect.stringContaining('16 KiB'),
      })
    })

    test.each(['/api/users/login', '/api/policies', '/api/v1/answer'])(
      'body: 60 MB that do not say so get no further at %s',
      async (path) => {
        const found = await whileAsking(async () => {
          const authorization = `Bearer ${browsing.vouch.house.key}`
          const { status } = await pour(path, 60 * 1024 * 1024, { ...JSON_TYPE, authorization })
          expect([0, 413]).toContain(status)
        })
        expect(found.failed).toEqual([])
        expect(found.slowest).toBeLessThan(3_000)
      },
    )

    test('body: the admin’s server functions take no more than a form', async () => {
      const headers = {
        'content-type': 'text/plain',
        'next-action': 'x'.repeat(42),
        cookie: await cookieOf('admin'),
        origin: browsing.vouch.base,
      }
      const told = await send('/admin', { method: 'POST', headers, body: ' '.repeat(6 * 1024 * 1024) })
      expect(told.status).toBe(413)
    })

    test('load: 32 callers are answered or refused within the time, and told when to come again', async () => {
      const told: Awaited<ReturnType<typeof ask>>[] = []
      await Promise.all(
        Array.from({ length: 32 }, async (_, caller) => {
          for (let i = 0; i < 6; i++)
            told.push(await ask(`Within how many days can I return goods, caller ${caller}?`))
        }),
      )
      const times = told.map(({ ms }) => ms).toSorted((a, b) => a - b)
      process.stderr.write(
        `32 callers: p50 ${Math.round(times[96]!)} ms, max ${Math.round(times.at(-1)!)} ms, ${told.filter(({ status }) => status === 503).length} of 192 refused\n`,
      )
      expect(times.at(-1)).toBeLessThan(6_000)
      for (const { status, headers, text } of told)
        if (status !== 200) {
          expect([status, headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)])
          expect(JSON.parse(text)).toMatchObject({ reason: 'unavailable', message: expect.any(String) })
        }
      expect(JSON.parse((await send('/api/v1/health/ready')).text)).toMatchObject({
        answers: expect.stringMatching(/ok|busy/),
      })
    })
  })

  describe('acting with someone’s session', () => {
    const newAdmin = (name: string) =>
      JSON.stringify({ name, email: `${name}@example.com`, password: 'nine green bottles', roles: ['admin'] })

    test.each([
      ['another port', { origin: 'http://127.0.0.1:1' }],
      ['a subdomain', { origin: 'http://evil.127.0.0.1.nip.example' }],
      ['a sandboxed frame', { origin: 'null' }],
      ['no page at all', {}],
    ])('csrf: a write with a session cookie from %s is refused by every face', async (_, from) => {
      const headers = { ...JSON_TYPE, ...from, cookie: await cookieOf('admin') }
      const faces = [
        ['POST', '/api/users', newAdmin('mallory')],
        ['PATCH', `/api/bots/${browsing.vouch.house.botId}`, '{"audiences":["internal"]}'],
        ['POST', '/api/v1/notifications/read', '{}'],
        ['POST', `/api/v1/bots/${browsing.vouch.house.botId}/keys`, '{}'],
        ['POST', '/api/users/logout', '{}'],
        ['POST', '/admin', '[]'],
      ] as const
      for (const [method, path, body] of faces)
        expect([path, (await send(path, { method, headers, body })).status]).toEqual([path, 403])
    })

    test('csrf: a page on another port makes no account in a real browser', async () => {
      const admin = await browsing.pageOf('admin')
      await admin.goto(`${evil.base()}?target=${encodeURIComponent(browsing.vouch.base)}`)
      await admin.waitForFunction(() => document.title === 'done')
      const token = await tokenOf('admin')
      const people = await send('/api/users?limit=100', { headers: { authorization: `JWT ${token}` } })
      expect(people.text).toContain(PEOPLE.admin.email)
      expect(people.text).not.toContain('evil-made')
    })

    test('csrf: the admin’s own pages, bots and scripts go on', async () => {
      const headers = { ...JSON_TYPE, cookie: await cookieOf('admin'), origin: browsing.vouch.base }
      expect(
        (await send('/api/v1/notifications/read', { method: 'POST', headers, body: '{"ids":[]}' })).status,
      ).not.toBe(403)
      const script = { ...JSON_TYPE, authorization: `JWT ${await tokenOf('admin')}` }
      expect(
        (await send('/api/v1/notifications/read', { method: 'POST', headers: script, body: '{"ids":[]}' }))
          .status,
      ).not.toBe(403)
      expect((await ask()).status).toBe(200)
    })
  })

  describe('signing in', () => {
    const guess = (email: string, from: string) =>
      send('/api/users/login', {
        method: 'POST',
        headers: { ...JSON_TYPE, 'x-forwarded-for': from },
        body: JSON.stringify({ email, password: 'a wrong guess' }),
      })

    test('guesses: sixty at once are counted as sixty, and lock nobody else out', async () => {
      const told = await Promise.all(
        Array.from({ length: 60 }, () => guess(PEOPLE.compliance.email, '198.51.100.1')),
      )
      expect(told.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(8)
      expect(told.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(52)
      expect(await cookieOf('compliance')).toContain('payload-token=')
    })

    test('guesses: no header chooses the place that they are counted for', async () => {
      const headers = { ...JSON_TYPE, 'x-forwarded-for': '198.51.100.3' }
      const told = []
      for (let i = 0; i < 10; i++)
        told.push(
          await send('/api/users/login', {
            method: 'POST',
            headers: { ...headers, 'x-vouch-client-address': `203.0.113.${i}` },
            body: JSON.stringify({ email: 'no.one@example.com', password: 'a wrong guess' }),
          }),
        )
      expect(told.at(-1)!.status).toBe(429)
    })

    test('cookie: no script reads it and no other site sends it', async () => {
      const told = await send('/api/users/login', {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ email: PEOPLE.qa.email, password: 'correct horse battery' }),
      })
      expect(told.headers.get('set-cookie')).toMatch(/HttpOnly=true.*SameSite=Lax/i)
    })
  })

  test.each(['zendesk', 'intercom', 'file', 'folder', 'git'])(
    'files: an admin in the browser cannot have the server read its own as %s',
    async (kind) => {
      const headers = { ...JSON_TYPE, authorization: `JWT ${await tokenOf('admin')}` }
      for (const location of ['http://../../etc/passwd', '/etc/passwd', 'file:///etc/passwd']) {
        const body = JSON.stringify({ name: 'x', kind, location })
        const told = await send('/api/sources', { method: 'POST', headers, body })
        expect([location, told.status]).toEqual([location, 400])
        expect(told.text).toContain('are added on its command line')
      }
    },
  )

  test('request id: a card number in it is neither kept nor said again', async () => {
    const told = await ask(undefined, { 'x-request-id': '4111-1111-1111-1111' })
    expect(told.headers.get('x-request-id')).not.toContain('4111')
    const { receiptId } = JSON.parse(told.text) as { receiptId: string }
    const receipt = await send(`/api/v1/receipts/${receiptId}`, {
      headers: { authorization: `Bearer ${browsing.vouch.house.key}` },
    })
    expect(receipt.status).toBe(200)
    expect(receipt.text).not.toContain('4111')
  })

  describe('headers', () => {
    test.each([
      '/admin/login',
      '/api/v1/health/live',
      '/api/v1/openapi.json',
      '/api/users/me',
      '/icon.svg',
      '/nowhere',
    ])('headers: %s sniffs nothing, is framed by nobody and tells nobody where one was', async (path) => {
      const { headers } = await send(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    })

    test('headers: what was answered is kept by nobody', async () => {
      const answered = await ask()
      expect(answered.headers.get('cache-control')).toContain('no-store')
      const { receiptId } = JSON.parse(answered.text) as { receiptId: string }
      for (const path of [
        `/api/v1/receipts/${receiptId}`,
        '/api/v1/gaps',
        '/api/users/me',
        '/api/v1/health/ready',
      ])
        expect([
          path,
          (
            await send(path, { headers: { authorization: `Bearer ${browsing.vouch.house.key}` } })
          ).headers.get('cache-control'),
        ]).toEqual([path, expect.stringContaining('no-store')])
    })

    test('csp: the admin loads nothing from elsewhere and breaks none of its own rules', async () => {
      const page = await browsing.pageOf('admin')
      const complaints = watch(page, browsing.vouch.base)
      const { documents, receipts } = browsing.vouch.house
      const policy = documents.find(({ collection }) => collection === 'policies')!
      const rows = await send('/api/audit-log?limit=1', {
        headers: { authorization: `JWT ${await tokenOf('admin')}` },
      })
      const [row] = (JSON.parse(rows.text) as { docs: [{ id: string }] }).docs
      const places = [
        '/admin',
        `/admin/collections/policies/${policy.id}`,
        `/admin/review/policies/${policy.id}`,
        '/admin/collections/policies/create',
        `/admin/collections/answers/${receipts[0]}`,
        `/admin/collections/audit-log/${row.id}`,
        '/admin/collections/index-versions',
        '/admin/account',
        '/admin/try',
      ]
      for (const place of places) {
        const response = await page.goto(place)
        expect([place, response?.status()]).toEqual([place, 200])
        expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/)
        await page.waitForLoadState('networkidle')
      }
      expect(complaints).toEqual([])
    })

    test('password: the form asks for the present one, and a new one alone changes nothing', async () => {
      const page = await browsing.pageOf('qa')
      page.setDefaultTimeout(20_000)
      await page.goto('/admin/account')
      await page.click('#change-password')
      await page.fill('#field-password', 'nine green bottles')
      await page.fill('#field-confirm-password', 'nine green bottles')
      await page.locator('#field-currentPassword').fill('not my password')
      // The form does not take a click while it reads what was typed; what it is told is in the answer, for the notice goes by itself.
      const told = await vi.waitFor(async () => {
        const refused = page.waitForResponse(
          (response) => response.url().includes('/api/users/') && response.status() === 400,
          { timeout: 5_000 },
        )
        await Promise.all([refused, page.click('#action-save')])
        return (await refused).text()
      }, 60_000)
      expect(told).toContain('This is not your current password')
      expect(await cookieOf('qa')).toContain('payload-token=')
    })
  })
})

/** What the browser complains of, and what it was asked to load from elsewhere. */
function watch(page: Page, base: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy|refused to|violates/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) complaints.push(`asked for ${url}`)
  })
  return complaints
}

/** A site of someone else's on the same machine: same site to a browser, another origin. */
function useEvilSite() {
  let server: Server
  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(EVIL_PAGE))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => void server?.close())
  return { base: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

const EVIL_PAGE = `<!doctype html><title>waiting</title><script>
const target = new URLSearchParams(location.search).get('target')
const person = (n) => JSON.stringify({ name: 'evil-made', email: 'evil-made-' + n + '@example.com', password: 'nine green bottles', roles: ['admin'] })
const form = () => { const data = new FormData(); data.append('_payload', person(1)); return data }
const to = (init) => fetch(target + '/api/users', { method: 'POST', mode: 'no-cors', credentials: 'include', ...init }).catch(() => {})
;(async () => {
  await to({ body: form() })
  await to({ body: person(2) })
  await to({ body: new Blob([person(3)], { type: 'text/plain' }) })
  const frame = document.createElement('iframe')
  frame.name = 'sink'
  document.body.append(frame)
  const posted = document.createElement('form')
  Object.assign(posted, { method: 'post', action: target + '/api/users', enctype: 'multipart/form-data', target: 'sink' })
  const field = document.createElement('input')
  Object.assign(field, { name: '_payload', value: person(4) })
  posted.append(field)
  document.body.append(posted)
  posted.submit()
  setTimeout(() => { document.title = 'done' }, 1500)
})()
</script><body></body>`
