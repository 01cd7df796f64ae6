import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { TOTP } from 'otpauth'
import type { User } from '../../payload-types'
import { CLIENT_ADDRESS_HEADER } from '../../src/governance/clientAddress'
import { countCode } from '../../collections/Users/attempts'
import { openSession } from '../../src/commands/signIn/openSession'
import { inTransaction } from '../../src/database/transaction'
import { keyOfEnrolment } from '../../src/governance/secondFactor'
import { decideRight, readPendingRights, RightRefused } from '../../src/commands/rights'
import { lacksFactor } from '../../src/records/secondFactor/factor'
import { endSessionsWithoutFactor } from '../../src/records/secondFactor/endSessionsWithoutFactor'
import { onMongodb } from './databases'
import { atNight } from '../often'
import { useInstallation } from './installation'

type Handler = (request: Request, o: { params: Promise<{ slug: string[] }> }) => Promise<Response>

const PASSWORD = 'correct horse battery'
const vouch = useInstallation()
const rest = {} as Record<string, Handler>

beforeAll(async () => {
  Object.assign(rest, await import('../../src/app/(payload)/api/[...slug]/route'))
  // A code counts once in its half minute: the clock goes on by one for each.
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(() => vi.useRealTimers())

interface Sent {
  method?: 'GET' | 'POST' | 'PATCH'
  path: string
  body?: unknown
  token?: string | undefined
  from?: string
  agent?: string
}
interface Came {
  status: number
  text: string
  json: Record<string, never> & { token?: string; recoveryCodes?: string[]; errors?: Problem[] }
  cookie: string | null
}
interface Problem {
  message: string
  data?: Record<string, string>
}

const send = async ({
  method = 'POST',
  path,
  body,
  token,
  from = '203.0.113.1',
  agent,
}: Sent): Promise<Came> => {
  const request = new Request(`http://vouch.test/api/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      [CLIENT_ADDRESS_HEADER]: from,
      ...(token && { authorization: `JWT ${token}` }),
      ...(agent && { 'user-agent': agent }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const slug = new URL(request.url).pathname.split('/').slice(2)
  const response = await rest[method]!(request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  const json = text.startsWith('{') ? (JSON.parse(text) as Came['json']) : ({} as Came['json'])
  return { status: response.status, text, json, cookie: response.headers.get('set-cookie') }
}

const signIn = (name: string, more: object = {}, o: Partial<Sent> = {}) =>
  send({ path: 'users/login', body: { email: `${name}@example.com`, password: PASSWORD, ...more }, ...o })

const halfMinute = () => vi.setSystemTime(Date.now() + 30_000)
/** @param offset in half minutes. */
const codeOf = (key: string, offset = 0) =>
  new TOTP({ secret: key }).generate({ timestamp: Date.now() + offset * 30_000 })
const freshCode = (key: string) => {
  halfMinute()
  return codeOf(key)
}
const stored = async (id: string) =>
  (await vouch.payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } } }))!
const actionsOn = async (id: string) =>
  (await vouch.rows('audit-log', { subjectId: { equals: id } })).map(({ action }) => action)
const me = async (token: string) =>
  ((await send({ method: 'GET', path: 'users/me', token })).json as { user?: User | null }).user?.id

const account = (name: string, roles: User['roles'] = ['author']) =>
  vouch.payload.create({
    collection: 'users',
    data: { name, email: `${name}@example.com`, password: PASSWORD, roles } as User & { password: string },
  })

/** A session without looking at a password, which is a quarter of a second of work. */
const sessionOf = (id: string) =>
  inTransaction({ payload: vouch.payload }, async (req) => {
    const where = { id: { equals: id } }
    const user = (await vouch.payload.db.findOne<User>({ collection: 'users', where, req }))!
    return openSession(req, { user, through: 'a test' })
  })

/** Somebody with a second factor, whose present session is `token`. */
async function enrolled(name: string, roles?: User['roles']) {
  const { id } = await account(name, roles)
  const token = await sessionOf(id)
  const key = keyOfEnrolment(vouch.payload.secret, { person: id, enrolment: name })
  const body = { enrolment: name, code: freshCode(key) }
  const on = await send({ path: 'users/second-factor/confirm', token, body })
  return { id, token, key, codes: on.json.recoveryCodes ?? [] }
}

describe('setting up a second factor', { timeout: 120_000 }, () => {
  it('takes the password and a code, shows ten recovery codes once, and ends the other sessions', async () => {
    const { id } = await account('enid')
    const [here, elsewhere] = [await signIn('enid'), await signIn('enid')]
    const token = here.json.token!
    const begin = (password: unknown) =>
      send({ path: 'users/second-factor/begin', token, body: { password } })
    expect((await begin('not my password')).text).toContain('not your current password')
    expect((await begin({ $ne: '' })).status).toBe(400)
    const { json, status } = await begin(PASSWORD)
    const offer = json as unknown as { key: string; enrolment: string; qr: string; address: string }
    expect(status).toBe(200)
    expect(offer.qr).toContain('<svg')
    expect(new URL(offer.address).searchParams.get('secret')).toBe(offer.key)
    // Nothing is on until a code came back.
    expect((await stored(id)).secondFactor).toBeFalsy()
    expect(await vouch.rows('second-factors')).toEqual([])

    const confirm = (code: string) =>
      send({ path: 'users/second-factor/confirm', token, body: { enrolment: offer.enrolment, code } })
    expect((await confirm('000000')).status).toBe(400)
    const on = await confirm(freshCode(offer.key))
    expect(on.json.recoveryCodes).toHaveLength(10)
    expect((await begin(PASSWORD)).status).toBe(409)
    expect([await me(token), await me(elsewhere.json.token!)]).toEqual([id, undefined])

    // Neither the key nor a code can be read from what is stored, recorded or told.
    const kept = JSON.stringify([
      await vouch.payload.db.find({ collection: 'second-factors', pagination: false }),
      await vouch.rows('audit-log'),
      await vouch.rows('notifications'),
      (await send({ method: 'GET', path: `users/${id}?depth=3&showHiddenFields=true`, token })).json,
      (await send({ method: 'GET', path: 'users/me', token })).json,
    ])
    for (const secret of [offer.key, ...on.json.recoveryCodes!])
      expect([kept.includes(secret), kept.includes(secret.replaceAll('-', ''))]).toEqual([false, false])
    expect(await actionsOn(id)).toEqual(
      expect.arrayContaining(['user.second_factor_failed', 'user.second_factor_on']),
    )
  })

  it('is for nobody who is not signed in, and its collection is open to nobody', async () => {
    for (const path of ['begin', 'confirm', 'off', 'recovery-codes'])
      expect((await send({ path: `users/second-factor/${path}`, body: { password: PASSWORD } })).status).toBe(
        401,
      )
    const token = await sessionOf(vouch.user('ada').id)
    expect((await send({ method: 'GET', path: 'second-factors', token })).status).toBe(403)
    expect((await send({ path: 'second-factors', token, body: {} })).status).toBe(403)
  })
})

describe('signing in with a second factor', { timeout: 120_000 }, () => {
  let ivy: Awaited<ReturnType<typeof enrolled>>
  beforeAll(async () => {
    ivy = await enrolled('ivy')
  })

  it('has no token, cookie or session before the code is right', async () => {
    const before = (await stored(ivy.id)).sessions?.length
    const first = await signIn('ivy')
    expect(first).toMatchObject({ status: 401, cookie: null })
    expect(first.json.errors?.[0]?.data).toEqual({ secondFactor: 'code' })
    const wrong = await signIn('ivy', { code: '000000' })
    expect(wrong).toMatchObject({ status: 401, cookie: null })
    expect(wrong.text).toContain('not right, or was used before')
    expect(`${first.text}${wrong.text}`).not.toContain('token')
    expect((await stored(ivy.id)).sessions?.length).toBe(before)
    expect(await actionsOn(ivy.id)).toContain('user.second_factor_failed')

    const right = await signIn('ivy', { code: freshCode(ivy.key) })
    expect(right.status).toBe(200)
    expect(right.cookie).toContain('payload-token=')
    expect(await me(right.json.token!)).toBe(ivy.id)
  })

  it.runIf(atNight)('does not say whether a code is wanted to who does not know the password', async () => {
    const none = await signIn('ivy', { password: 'not the password' })
    const code = await signIn('ivy', { password: 'not the password', code: freshCode(ivy.key) })
    const nobody = await signIn('nobody-here', { code: '123456' })
    expect([code.text, nobody.text]).toEqual([none.text, none.text])
  })

  it('takes a code once, at one door or two at the same time', async () => {
    const code = freshCode(ivy.key)
    const both = await Promise.all([
      signIn('ivy', { code }, { from: '203.0.113.2' }),
      signIn('ivy', { code }, { from: '203.0.113.3' }),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await signIn('ivy', { code })).status).toBe(401)
    // Nor one of the half minute before.
    expect((await signIn('ivy', { code: codeOf(ivy.key, -1) })).status).toBe(401)
  })

  it('takes a recovery code once, and tells its owner', async () => {
    const [code] = ivy.codes
    expect((await signIn('ivy', { code: code!.toLowerCase() })).status).toBe(200)
    expect((await signIn('ivy', { code })).status).toBe(401)
    const notices = await vouch.rows('notifications', { to: { equals: ivy.id } })
    expect(notices.map(({ title }) => title)).toContain(
      'One of your recovery codes was used to sign in; 9 are left',
    )
    expect(await actionsOn(ivy.id)).toContain('user.recovery_code_used')
  })

  it('cannot be guessed: after eight wrong codes the right one is refused from there', async () => {
    const { key, id } = await enrolled('gus')
    expect((await signIn('gus', { code: '000000' }, { from: '198.51.100.7' })).status).toBe(401)
    for (let i = 1; i < 8; i++) await countCode(id, '198.51.100.7')
    const locked = await signIn('gus', { code: freshCode(key) }, { from: '198.51.100.7' })
    expect(locked).toMatchObject({ status: 429, cookie: null })
    const notices = await vouch.rows('notifications', { to: { equals: id } })
    expect(notices.map(({ title }) => title)).toContain(
      'Someone who knows your password keeps giving wrong codes',
    )
    expect((await signIn('gus', { code: freshCode(key) }, { from: '198.51.100.8' })).status).toBe(200)
  })

  it('is not walked round by a link for a new password, a refresh, a local call, GraphQL or a key', async () => {
    const { payload } = vouch
    const link = () =>
      payload.forgotPassword({
        collection: 'users',
        data: { email: 'ivy@example.com' },
        disableEmail: true,
      }) as Promise<string>
    // Payload’s own operation signs in, and is refused whole.
    const planned = { token: await link(), password: 'seven blue umbrellas' }
    await expect(
      payload.resetPassword({ collection: 'users', data: planned, overrideAccess: true }),
    ).rejects.toThrow('Give the code')
    const reset = await send({
      path: 'users/reset-password',
      body: { token: await link(), password: 'seven blue umbrellas' },
    })
    expect(reset).toMatchObject({ status: 200, cookie: null })
    expect(reset.text).not.toContain('"token"')
    expect((await stored(ivy.id)).sessions).toEqual([])
    expect(await me(ivy.token)).toBeUndefined()
    const changed = { password: 'seven blue umbrellas' }
    expect((await signIn('ivy', changed)).json.errors?.[0]?.data).toEqual({ secondFactor: 'code' })
    const signedIn = await signIn('ivy', { ...changed, code: freshCode(ivy.key) })
    expect(signedIn.status).toBe(200)

    expect((await send({ path: 'users/refresh-token', token: ivy.token })).status).toBe(403)
    const refreshed = await send({ path: 'users/refresh-token', token: signedIn.json.token })
    expect(refreshed.status).toBe(200)

    const data = { email: 'ivy@example.com', ...changed }
    await expect(payload.login({ collection: 'users', data })).rejects.toThrow('Give the code')
    const mutation = `mutation { loginUser(email: "ivy@example.com", password: "${changed.password}") { token } }`
    const graphql = await send({ path: 'graphql', body: { query: mutation } })
    expect([graphql.status, graphql.cookie]).toEqual([404, null])
    const { user } = await payload.auth({
      headers: new Headers({ authorization: `users API-Key ${ivy.id}` }),
    })
    expect(user).toBeNull()
    await send({ path: 'users/unlock', body: { email: 'ivy@example.com' } })
    expect((await signIn('ivy', changed)).status).toBe(401)
  })

  it('is turned off by nobody’s form or session, but with the password and a code', async () => {
    const { id, token, key } = await enrolled('otto')
    const admin = await sessionOf(vouch.user('ada').id)
    for (const by of [token, admin])
      await send({ method: 'PATCH', path: `users/${id}`, token: by, body: { secondFactor: false } })
    expect((await stored(id)).secondFactor).toBe(true)
    const off = (body: object) => send({ path: 'users/second-factor/off', token, body })
    expect((await off({ password: PASSWORD })).status).toBe(400)
    expect((await off({ password: 'not my password', code: freshCode(key) })).status).toBe(400)
    expect((await off({ password: PASSWORD, code: '000000' })).status).toBe(400)
    const renewed = await send({
      path: 'users/second-factor/recovery-codes',
      token,
      body: { password: PASSWORD, code: freshCode(key) },
    })
    expect(renewed.json.recoveryCodes).toHaveLength(10)
    expect((await off({ password: PASSWORD, code: renewed.json.recoveryCodes![0] })).status).toBe(200)
    expect((await stored(id)).secondFactor).toBe(false)
    expect((await signIn('otto')).status).toBe(200)
    expect(await actionsOn(id)).toEqual(
      expect.arrayContaining(['user.recovery_codes_made', 'user.second_factor_off']),
    )
  })

  it.skipIf(onMongodb)('is not taken away in the database', async () => {
    const { id, key } = await enrolled('dora')
    await vouch.sql({ sql: 'DELETE FROM second_factors WHERE id = ?', args: [id] })
    const refused = await signIn('dora', { code: freshCode(key) })
    expect([refused.status, refused.text.includes('behind Vouch’s back')]).toEqual([401, true])
    await vouch.sql({ sql: 'UPDATE users SET second_factor = 0 WHERE id = ?', args: [id] })
    expect((await signIn('dora')).text).toContain('behind Vouch’s back')
  })
})

describe('where a role needs one', { timeout: 120_000 }, () => {
  const custom = () => vouch.payload.config.custom as { secondFactorFor: string[] }
  beforeEach(() => {
    custom().secondFactorFor = ['qa']
    return () => {
      custom().secondFactorFor = []
    }
  })

  it('nothing is done before it is set up, which signing in does', async () => {
    const { id } = await account('nina', ['qa'])
    const first = await signIn('nina')
    expect(first).toMatchObject({ status: 401, cookie: null })
    const offer = first.json.errors![0]!.data!
    expect(offer).toMatchObject({ secondFactor: 'enrol', key: expect.stringMatching(/^[A-Z2-7]{32}$/) })
    const { enrolment } = offer
    expect((await signIn('nina', { code: '000000', enrolment })).status).toBe(401)
    expect((await signIn('nina', { code: freshCode(offer['key']!), enrolment: 'mine' })).status).toBe(401)
    expect(await vouch.rows('second-factors', { person: { equals: id } })).toEqual([])
    const code = freshCode(offer['key']!)
    const done = await signIn('nina', { code, enrolment })
    expect(done.status).toBe(200)
    expect(done.json.recoveryCodes).toHaveLength(10)
    expect(await me(done.json.token!)).toBe(id)
    // From now on it is asked for, and cannot be turned off.
    expect((await signIn('nina')).json.errors?.[0]?.data).toEqual({ secondFactor: 'code' })
    expect((await signIn('nina', { code, enrolment })).status).toBe(401)
    const off = await send({
      path: 'users/second-factor/off',
      token: done.json.token,
      body: { password: PASSWORD, code: freshCode(offer['key']!) },
    })
    expect([off.status, off.text]).toEqual([409, expect.stringContaining('stays on')])
  })

  it('sessions from before end: with the role, with the setting, and at the latest when they would be refreshed', async () => {
    const { id } = await account('pete')
    const token = (await signIn('pete')).json.token!
    await vouch.payload.update({ collection: 'users', id, data: { roles: ['author', 'qa'] } })
    expect(await me(token)).toBeUndefined()

    custom().secondFactorFor = []
    const again = (await signIn('pete')).json.token!
    custom().secondFactorFor = ['qa']
    expect((await send({ path: 'users/refresh-token', token: again })).status).toBe(401)
    expect(await endSessionsWithoutFactor(vouch.payload)).toBeGreaterThan(0)
    expect(await me(again)).toBeUndefined()
    expect(await endSessionsWithoutFactor(vouch.payload)).toBe(0)
  })

  it('it is not asked of who signs in through the company’s provider, which asks for its own', async () => {
    const person = await account('prue', ['qa'])
    expect(await lacksFactor(vouch.payload, person)).toBe(true)
    const [issuer, now] = ['https://id.example.com', new Date().toISOString()]
    const identity = {
      user: person.id,
      issuer,
      subject: 'prue',
      roles: [],
      connectedAt: now,
      signedInAt: now,
    }
    await vouch.payload.db.create({ collection: 'identities', data: { id: person.id, ...identity }, req: {} })
    Object.assign(custom(), { provider: { issuer, name: 'Example ID', publicUrl: '' } })
    expect(await lacksFactor(vouch.payload, person)).toBe(false)
    Object.assign(custom(), { provider: null })
  })
})

describe('a factor that was lost', { timeout: 120_000 }, () => {
  it('is reset by an admin once a second person agrees', async () => {
    const { id, token } = await enrolled('lena')
    const reset = (by: string | undefined, on = id) =>
      send({ path: `users/${on}/second-factor/reset`, token: by, body: {} })
    const [ann, ada] = [await sessionOf(vouch.user('ann').id), await sessionOf(vouch.user('ada').id)]
    expect((await reset(undefined)).status).toBe(401)
    expect((await reset(ann)).status).toBe(403)
    expect((await reset(ada, vouch.user('ada').id)).status).toBe(409)
    expect((await reset(ada, vouch.user('ann').id)).status).toBe(409)
    const asked = await reset(ada)
    expect(asked.json).toMatchObject({ state: 'waits' })
    expect((await stored(id)).secondFactor).toBe(true)
    const [right] = await readPendingRights(vouch.payload, { subjectId: id })
    const decide = (name: string) =>
      decideRight({ payload: vouch.payload, user: vouch.user(name) }, { id: right!.id, decision: 'confirm' })
    await expect(decide('ada')).rejects.toThrow(RightRefused)
    await decide('cora')
    expect(await me(token)).toBeUndefined()
    expect((await signIn('lena')).status).toBe(200)
    expect(await actionsOn(id)).toContain('user.second_factor_reset')
    const notices = await vouch.rows('notifications', { to: { equals: id } })
    expect(notices.map(({ title }) => title)).toContain('cora reset your second factor')
  })
})

describe('sessions', { timeout: 120_000 }, () => {
  it('are one’s own to see and to end', async () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const { id } = await account('sven')
    const [one, other, third] = [
      await signIn('sven', {}, { agent }),
      await signIn('sven'),
      await signIn('sven'),
    ]
    const token = one.json.token!
    const list = async () =>
      (
        (await send({ method: 'GET', path: 'users/sessions', token })).json as unknown as {
          sessions: { id: string; present: boolean; device: string | null }[]
        }
      ).sessions
    const sessions = await list()
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ present }) => present)).toMatchObject([{ device: 'Firefox on Linux' }])
    const end = (body: object, by = token) => send({ path: 'users/sessions/end', token: by, body })
    const ann = await sessionOf(vouch.user('ann').id)
    const their = sessions.find(({ present }) => !present)!.id
    expect((await end({ id: their }, ann)).status).toBe(404)
    expect((await end({ others: 'all' })).status).toBe(400)
    expect((await end({ id: their })).status).toBe(200)
    expect(await list()).toHaveLength(2)
    expect((await end({ others: true })).json).toEqual({ ended: 1 })
    expect(await me(token)).toBe(id)
    expect([await me(other.json.token!), await me(third.json.token!)]).toEqual([undefined, undefined])
    expect((await send({ method: 'GET', path: 'users/sessions' })).status).toBe(401)
    expect(await actionsOn(id)).toContain('user.sessions_ended')
  })
})
