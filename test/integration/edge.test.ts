import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CLIENT_ADDRESS_HEADER } from '../../src/governance/clientAddress'
import type { User } from '../../payload-types'
import { errorForLog } from '../../src/logging/withoutParameters'
import { emailAdapter } from '../../src/email/emailAdapter'
import { startSmtpServer, type FakeSmtpServer } from '../fakes/smtpServer'
import { someOf, atNight } from '../often'
import { ACTORS, callsOf } from './everyOperation'
import { useInstallation } from './installation'
import { onMongodb } from './databases'

type Handler = (request: Request, o: { params: Promise<{ slug: string[] }> }) => Promise<Response>

const PASSWORD = 'correct horse battery'
const vouch = useInstallation()
const rest = {} as Record<string, Handler>
let mail: FakeSmtpServer

beforeAll(async () => {
  Object.assign(rest, await import('../../src/app/(payload)/api/[...slug]/route'))
  mail = await startSmtpServer()
  const adapter = await emailAdapter({ SMTP_URL: mail.url, MAIL_FROM: 'Vouch <vouch@example.com>' })
  const sender = adapter({ payload: vouch.payload })
  Object.assign(vouch.payload, { email: sender, sendEmail: sender.sendEmail })
})
afterAll(() => mail.stop())

interface Sent {
  method?: string
  path: string
  body?: unknown
  token?: string | null
  from?: string
}

const send = async ({ method = 'POST', path, body, token, from = '203.0.113.1' }: Sent) => {
  const request = new Request(`http://vouch.test/api/${path}`, {
    method: method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      [CLIENT_ADDRESS_HEADER]: from,
      ...(token && { authorization: `JWT ${token}` }),
    },
    ...(body !== undefined &&
      body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const slug = new URL(request.url).pathname.split('/').slice(2).map(decodeURIComponent)
  const start = performance.now()
  const response = await rest[method.toUpperCase()]!(request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - start }
}

const signIn = (email: string, password: string, from?: string) =>
  send({ path: 'users/login', body: { email, password }, ...(from && { from }) })
const tokenOf = async (name: string, password = PASSWORD) =>
  (await vouch.payload.login({ collection: 'users', data: { email: `${name}@example.com`, password } }))
    .token ?? ''
const account = (name: string) =>
  vouch.payload.create({
    collection: 'users',
    data: { name, email: `${name}@example.com`, password: PASSWORD, roles: ['author'] } as User & {
      password: string
    },
  })
const stored = async (id: string) =>
  vouch.payload.db.findOne<{
    id: string
    resetPasswordToken?: string
    loginAttempts?: number
    sessions?: object[]
  }>({
    collection: 'users',
    where: { id: { equals: id } },
  })

describe('a link for a new password', () => {
  it('is mailed to an account, begins with the public address, is written down, and works once', async () => {
    const { id } = await account('forgetful')
    const asked = await send({ path: 'users/forgot-password', body: { email: 'Forgetful@example.com ' } })
    expect(asked.status).toBe(200)
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 5_000)
    const link = /(\S+\/admin\/reset\/)(\w+)/.exec(mail.mails[0]!.source)!
    expect(link[1]).toBe(`${vouch.deps.env.publicUrl}/admin/reset/`)
    expect((await stored(id))?.resetPasswordToken).toBe(link[2])
    const rows = await vouch.rows('audit-log', { subjectId: { equals: id } })
    expect(rows.map(({ action }) => action)).toContain('user.password_link_sent')
    const set = (password: string) =>
      send({ path: 'users/reset-password', body: { token: link[2], password } })
    expect((await set('password12')).text).toContain('too easy to guess')
    expect((await set('forgetful forgetful')).text).toContain('too easy to guess')
    expect((await set('seven blue umbrellas')).status).toBe(200)
    expect((await set('seven blue umbrellas')).status).toBe(403)
    expect((await signIn('forgetful@example.com', 'seven blue umbrellas')).status).toBe(200)
  })

  it('is answered alike for an address that nobody has, and holds nobody up while the mail server is slow', async () => {
    await mail.stop()
    const known = await send({
      path: 'users/forgot-password',
      body: { email: 'ann@example.com' },
      from: '203.0.113.2',
    })
    const start = performance.now()
    await vouch.payload.create({ collection: 'topics', data: { name: 'Meanwhile', slug: 'meanwhile' } })
    expect(performance.now() - start).toBeLessThan(1_000)
    const unknown = await send({
      path: 'users/forgot-password',
      body: { email: 'x@example.com' },
      from: '203.0.113.2',
    })
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    expect(known.ms).toBeLessThan(500)
    await mail.start()
  })

  it('is sent to one account three times in a while, and asked for from one place ten times', async () => {
    await account('flooded')
    mail.mails.length = 0
    const statuses: number[] = []
    for (let i = 0; i < 11; i++)
      statuses.push(
        (
          await send({
            path: 'users/forgot-password',
            body: { email: 'flooded@example.com' },
            from: '203.0.113.3',
          })
        ).status,
      )
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    await vi.waitFor(() => expect(mail.mails).toHaveLength(3), 5_000)
    expect(
      (await send({ path: 'users/forgot-password', body: { email: 'q@example.com' }, from: '203.0.113.4' }))
        .status,
    ).toBe(200)
  })

  it.each([
    ['nothing', {}],
    ['no string', { email: { $ne: '' } }],
    ['no JSON', '{'],
  ])('asked for with %s is 400', async (_, body) => {
    expect((await send({ path: 'users/forgot-password', body, from: '203.0.113.5' })).status).toBe(400)
  })
})

// Each look at a password is 0.2 s of work, which a busy machine takes its time for.
describe('signing in', { timeout: 120_000 }, () => {
  it('counts guesses at once as so many, and locks out the place they came from and nobody else', async () => {
    await account('target')
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn('target@example.com', `guess number ${i}`, '198.51.100.1')),
    )
    const looked = guesses.filter(({ status }) => status === 401)
    expect(looked.length).toBeLessThanOrEqual(8)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(20 - looked.length)
    expect((await signIn('target@example.com', PASSWORD, '198.51.100.1')).status).toBe(429)
    expect((await signIn('target@example.com', PASSWORD, '198.51.100.2')).status).toBe(200)
    expect((await signIn('quinn@example.com', PASSWORD, '198.51.100.3')).status).toBe(200)
  })

  it('on several devices at once signs in on each of them', async () => {
    await account('busy')
    const signedIn = await Promise.all(
      Array.from({ length: 5 }, (_, i) => signIn('busy@example.com', PASSWORD, `198.51.100.${30 + i}`)),
    )
    expect(signedIn.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    for (const { text } of signedIn) {
      const { token } = JSON.parse(text) as { token: string }
      const me = await send({ method: 'GET', path: 'users/me', token })
      expect(JSON.parse(me.text)).toMatchObject({ user: { email: 'busy@example.com' } })
    }
  })

  it('undoes nothing that was changed of the account while its password was looked at', async () => {
    const { id } = await account('renamed')
    const signingIn = signIn('renamed@example.com', PASSWORD, '198.51.100.40')
    await vouch.payload.update({ collection: 'users', id, data: { name: 'Renamed meanwhile' } })
    expect((await signingIn).status).toBe(200)
    expect(await vouch.payload.findByID({ collection: 'users', id })).toMatchObject({
      name: 'Renamed meanwhile',
    })
  })

  it.runIf(atNight)('takes as long for an address that nobody has as for one that somebody has', async () => {
    await account('timed')
    const times = { known: [] as number[], unknown: [] as number[] }
    // In turns, so that a busy machine is busy for both.
    for (let i = 0; i < 5; i++) {
      times.known.push((await signIn('timed@example.com', 'a wrong guess', '198.51.100.20')).ms)
      times.unknown.push((await signIn('untimed@example.com', 'a wrong guess', '198.51.100.21')).ms)
    }
    const [known, unknown] = [times.known, times.unknown].map((each) => each.toSorted((x, y) => x - y)[2]!)
    expect(Math.min(known!, unknown!)).toBeGreaterThan(440)
    expect(Math.max(known!, unknown!) / Math.min(known!, unknown!)).toBeLessThan(2)
  })
})

describe('a password', { timeout: 120_000 }, () => {
  const set = async (password: string, name = 'x') =>
    send({
      path: 'users',
      token: await tokenOf('ada'),
      body: {
        name,
        email: `${name}-${Math.round(performance.now())}@example.com`,
        password,
        roles: ['author'],
      },
    })

  it.each(['abc', 'bartholomew example', 'qwertyuiop'])(
    'is not taken where it is weak: %s',
    async (password) => {
      const { status, text } = await set(password, 'bartholomew')
      expect([status, text]).toEqual([400, expect.stringMatching(/at least 10|too easy to guess/)])
    },
  )

  it('of one’s own is changed with the present one alone; other sessions end and this one goes on', async () => {
    const { id } = await account('careful')
    const [here, elsewhere] = [await tokenOf('careful'), await tokenOf('careful')]
    const change = (body: object) => send({ method: 'PATCH', path: `users/${id}`, token: here, body })
    const password = 'nine green bottles'
    expect((await change({ password })).text).toContain('Give your current password')
    expect((await change({ password, currentPassword: 'not my password' })).text).toContain(
      'not your current password',
    )
    expect((await change({ password, currentPassword: { $ne: '' } })).status).toBe(400)
    expect(await tokenOf('careful')).toBeTruthy()
    const done = await change({ password, currentPassword: PASSWORD })
    expect([done.status, done.text.includes('currentPassword"')]).toEqual([200, false])
    expect(await tokenOf('careful', password)).toBeTruthy()
    const me = async (token: string) => (await send({ method: 'GET', path: 'users/me', token })).text
    expect(await me(here)).toContain(id)
    expect(await me(elsewhere)).not.toContain(id)
  })

  it.runIf(atNight)('of one’s own is not guessed for ever by someone at an open session', async () => {
    const { id } = await account('open')
    const token = await tokenOf('open')
    const statuses: number[] = []
    for (let i = 0; i < 9; i++)
      statuses.push(
        (
          await send({
            method: 'PATCH',
            path: `users/${id}`,
            token,
            body: { password: 'nine green bottles', currentPassword: `guess ${i}` },
          })
        ).status,
      )
    expect(statuses.at(-1)).toBe(429)
  })

  it('stands in nothing that is stored or told', async () => {
    const rows = JSON.stringify(await vouch.rows('audit-log'))
    expect(rows).not.toMatch(/currentPassword|nine green bottles|not my password/)
  })
})

describe.skipIf(onMongodb)('every operation of the REST API', () => {
  it.each(ACTORS)(
    'is answered within 3 s and never with 5xx, called by %s',
    { timeout: 240_000 },
    async (role) => {
      const names = {
        author: 'ann',
        approver: 'ben',
        compliance: 'cora',
        qa: 'quinn',
        agent: 'amy',
        admin: 'ada',
      }
      const wrong: string[] = []
      let calls = 0
      // Each operation is called by one or two of them for each push, by all of them at night.
      for (const call of someOf(await callsOf(vouch.payload, role), {
        each: 6,
        from: ACTORS.indexOf(role),
      })) {
        const token = role && (await sessionOf(names[role]))
        const from = `192.0.2.${calls % 250}`
        const first = await send({ ...call, token, from })
        // A busy machine may be slow once; what waits for something is slow again.
        const { status, ms, text } =
          first.ms > 3_000 && first.status < 500 ? await send({ ...call, token, from }) : first
        calls++
        if (ms > 3_000 || status >= 500)
          wrong.push(
            `${call.method} ${call.path} ${JSON.stringify(call.body).slice(0, 100)}: ${status} after ${Math.round(ms)} ms ${text.slice(0, 120)}`,
          )
      }
      expect(calls).toBeGreaterThan(40)
      expect(wrong).toEqual([])
      // And nothing is left behind that holds the next one up.
      await sleep(50)
      const start = performance.now()
      await vouch.payload.create({
        collection: 'topics',
        data: { name: `after ${role}`, slug: `after-${role}` },
      })
      expect(performance.now() - start).toBeLessThan(1_000)
    },
  )

  const sessions = new Map<string, Promise<string>>()
  const sessionOf = (name: string) => {
    const known = sessions.get(name) ?? freshSession(name)
    sessions.set(name, known)
    return known
  }
  const freshSession = async (name: string) => {
    const person = await account(`sweep-${name}`)
    await vouch.payload.update({
      collection: 'users',
      id: person.id,
      data: { roles: vouch.user(name).roles },
    })
    return tokenOf(`sweep-${name}`)
  }
})

describe.skipIf(onMongodb)('a statement that fails', () => {
  it('is logged without what was to be stored', async () => {
    // Without an id, which the database wants.
    const error = await vouch.payload.db
      .create({ collection: 'topics', data: { name: 'The whole text of a policy', slug: 'broken' } })
      .catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('whole text')
    const logged = JSON.stringify(errorForLog(error))
    expect(logged).toContain('NOT NULL')
    expect(logged).not.toContain('whole text')
  })
})
