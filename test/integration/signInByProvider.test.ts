import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JWTPayload } from 'jose'
import type { User } from '../../payload-types'
import { endSessionsWithoutFactor } from '../../src/records/secondFactor/endSessionsWithoutFactor'
import { decideRight } from '../../src/commands/rights'
import { CLIENT, startOidcProvider, type Colleague, type FakeOidcProvider } from '../fakes/oidcProvider'
import { fetchRoutes } from './fetchRoutes'
import { useInstallation } from './installation'

const HOME = 'http://127.0.0.1:3000'
const SETTINGS = {
  PUBLIC_URL: HOME,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: 'Acme',
  OIDC_SCOPES: 'openid email profile groups',
  OIDC_EMAIL_DOMAINS: 'example.com',
  OIDC_ROLES: 'writers=author; signers=author+approver; owners=admin; quality=qa',
}
let acme: FakeOidcProvider

beforeAll(async () => {
  acme = await startOidcProvider(`${HOME}/sign-in/callback`)
  Object.assign(process.env, SETTINGS, { OIDC_ISSUER: acme.issuer })
})
const vouch = useInstallation()
afterAll(async () => {
  for (const name of [...Object.keys(SETTINGS), 'OIDC_ISSUER']) delete process.env[name]
  await acme.stop()
})
beforeEach(() => Object.assign(acme, { person: null, forge: null, broken: false }))

/** A browser: cookies by origin, and redirects that it follows until it is at a page of the admin. */
const openBrowser = () => {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const get = url.startsWith(HOME) ? fetchRoutes : fetch
    const response = await get(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value && !/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.set(name, value)
      else jar.delete(name)
    }
    return response
  }
  /** Every address on the way; the last is the page that they are at. */
  const follow = async (start: string): Promise<string[]> => {
    const way = [start]
    for (let at = start; !at.startsWith(`${HOME}/admin`);) {
      const response = await send(at)
      const location = response.headers.get('location')
      if (!location) throw new Error(`${at} answered ${response.status}: ${await response.text()}`)
      at = new URL(location, at).href
      way.push(at)
    }
    return way
  }
  const home = () => jarOf(HOME)
  return { send, follow, home }
}
type Browser = ReturnType<typeof openBrowser>

const signIn = async (person: Colleague | null, browser = openBrowser(), to = '') => {
  acme.person = person
  const way = await browser.follow(`${HOME}/sign-in${to && `?to=${encodeURIComponent(to)}`}`)
  const at = new URL(way.at(-1)!)
  return { browser, way, at: at.pathname + at.search, problem: at.searchParams.get('problem') }
}
const me = async ({ send }: Browser): Promise<User | null> =>
  ((await (await send(`${HOME}/api/users/me`)).json()) as { user: User | null }).user
const byEmail = async (email: string) => (await vouch.rows('users', { email: { equals: email } }))[0]
const audited = async (id: string) =>
  (await vouch.rows('audit-log', { subjectId: { equals: id } }))
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ action }) => action)
let count = 0
const colleague = (o: Partial<Colleague> = {}): Colleague => {
  const sub = `sub-${++count}`
  return {
    sub,
    email: `${sub}@example.com`,
    email_verified: true,
    name: `Colleague ${count}`,
    groups: ['writers'],
    ...o,
  }
}
/** Has an account from the first test on: making one costs a password’s hash. */
const wil = colleague({ name: 'Wil' })

describe('signing in through the company’s provider', () => {
  it('makes an account with the roles of its groups, goes on where the person wanted to be, and is audited', async () => {
    const { browser, at, way } = await signIn(wil, openBrowser(), '/admin/try?bot=1')
    expect(at).toBe('/admin/try?bot=1')
    const asked = new URL(way.find((each) => each.startsWith(`${acme.issuer}/auth?`))!).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{40}/),
      nonce: expect.stringMatching(/.{40}/),
    })
    const user = await me(browser)
    expect(user).toMatchObject({ name: 'Wil', email: wil.email, roles: ['author'] })
    expect(await audited(user!.id)).toEqual(
      expect.arrayContaining(['user.created', 'user.connected', 'user.signed_in']),
    )
    expect(browser.home().has('vouch-sign-in')).toBe(false)
    const again = await signIn({ ...wil, groups: ['quality', 'writers'] })
    expect(await me(again.browser)).toMatchObject({ id: user!.id, roles: ['author', 'qa'] })
  })

  it('is the only way into such an account: no password, no link for one, no longer session', async () => {
    const { browser } = await signIn(wil)
    const user = (await me(browser))!
    await vouch.payload.update({
      collection: 'users',
      id: user.id,
      data: { password: 'seven blue umbrellas' } as Partial<User>,
    })
    await expect(
      vouch.payload.login({
        collection: 'users',
        data: { email: wil.email!, password: 'seven blue umbrellas' },
      }),
    ).rejects.toThrow('This account signs in through Acme')
    const token = await vouch.payload.forgotPassword({
      collection: 'users',
      data: { email: wil.email! },
      disableEmail: true,
    })
    await expect(
      vouch.payload.resetPassword({
        collection: 'users',
        data: { token: token as string, password: 'eight red umbrellas' },
        overrideAccess: true,
      }),
    ).rejects.toThrow('This account signs in through Acme')
    const { browser: fresh } = await signIn(wil)
    const refreshed = await fresh.send(`${HOME}/api/users/refresh-token`, {
      method: 'POST',
      headers: { origin: HOME },
    })
    expect(refreshed.status).toBe(401)
  })

  it('asks for no second factor of ours where roles need one: the provider has asked for theirs', async () => {
    const { browser } = await signIn(wil)
    const ann = await tokenOf('ann')
    vouch.payload.config.custom['secondFactorFor'] = ['author']
    expect(await endSessionsWithoutFactor(vouch.payload)).toBe(1)
    expect((await me(browser))?.name).toBe('Wil')
    const old = await fetchRoutes(`${HOME}/api/users/me`, { headers: { authorization: `JWT ${ann}` } })
    expect(((await old.json()) as { user: unknown }).user).toBeNull()
    expect((await signIn(wil)).problem).toBeNull()
    vouch.payload.config.custom['secondFactorFor'] = []
  })

  it('names nobody as another person is named, or looks to be', async () => {
    const { browser } = await signIn(colleague({ name: 'Аnn', email: 'other.ann@example.com' }))
    expect((await me(browser))?.name).toBe('Аnn (other.ann@example.com)')
    const { browser: reserved } = await signIn(colleague({ name: 'Vouch' }))
    expect((await me(reserved))?.name).toMatch(/^Vouch \(/)
  })
})

describe('a right to sign that a group gives', () => {
  it('waits for a second person, is asked for once, and ends with the group', async () => {
    const sue = colleague({ groups: ['signers'], name: 'Sue' })
    const { browser } = await signIn(sue)
    const user = (await me(browser))!
    expect(user.roles).toEqual(['author'])
    await signIn(sue)
    const pending = () => vouch.rows('grants', { subjectId: { equals: user.id } })
    expect(await pending()).toMatchObject([{ state: 'pending', roles: ['approver'], askedBy: null }])
    const [grant] = await pending()
    await expect(
      decideRight({ payload: vouch.payload, user }, { id: grant!.id, decision: 'confirm' }),
    ).rejects.toThrow()
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: grant!.id, decision: 'confirm' },
    )
    expect((await me((await signIn(sue)).browser))?.roles).toEqual(['author', 'approver'])
    expect((await me((await signIn({ ...sue, groups: ['writers'] })).browser))?.roles).toEqual(['author'])
    expect((await me((await signIn(sue)).browser))?.roles).toEqual(['author'])
    expect((await pending()).map(({ state }) => state).toSorted()).toEqual(['confirmed', 'pending'])
  })

  it('cannot be agreed to once the group is left, and nobody gives a role beyond the groups', async () => {
    const max = colleague({ groups: ['signers'] })
    const user = (await me((await signIn(max)).browser))!
    await signIn({ ...max, groups: ['writers'] })
    const [grant] = await vouch.rows('grants', { subjectId: { equals: user.id } })
    expect(grant).toMatchObject({ state: 'refused' })
    await expect(
      vouch.payload.update({
        collection: 'users',
        id: user.id,
        data: { roles: ['author', 'qa'] },
        ...vouch.as('ada'),
      }),
    ).rejects.toThrow('roles')
    expect((await byEmail(max.email!))?.roles).toEqual(['author'])
  })
})

describe('an account that was here before', () => {
  it('is taken over by its address where it decides nothing; its old sessions end', async () => {
    const token = (
      await vouch.payload.login({
        collection: 'users',
        data: { email: 'quinn@example.com', password: 'correct horse battery' },
      })
    ).token!
    const { browser } = await signIn(colleague({ email: 'Quinn@Example.com', groups: ['quality'] }))
    expect(await me(browser)).toMatchObject({ id: vouch.user('quinn').id, roles: ['qa'] })
    const old = await fetchRoutes(`${HOME}/api/users/me`, { headers: { authorization: `JWT ${token}` } })
    expect(((await old.json()) as { user: unknown }).user).toBeNull()
  })

  it('is not, where it may sign: its person connects it with their password', async () => {
    const dan = colleague({ email: 'dan@example.com', groups: ['signers'] })
    const { problem } = await signIn(dan)
    expect(problem).toBe('connect_first')
    expect(await vouch.rows('identities', { subject: { equals: dan.sub } })).toEqual([])
    const browser = openBrowser()
    browser.home().set('payload-token', await tokenOf('dan'))
    const begun = await browser.send(`${HOME}/sign-in/connect`, { method: 'POST', headers: { origin: HOME } })
    const { url } = (await begun.json()) as { url: string }
    acme.person = dan
    expect((await browser.follow(url)).at(-1)).toBe(`${HOME}/admin/sign-in`)
    expect(await me(browser)).toMatchObject({ id: vouch.user('dan').id, roles: ['author', 'approver'] })
    expect((await signIn(dan)).problem).toBeNull()
  })

  it('is not connected by a page of another site, for somebody else, or for the last admin with a password', async () => {
    const browser = openBrowser()
    browser.home().set('payload-token', await tokenOf('ada'))
    const elsewhere = await browser.send(`${HOME}/sign-in/connect`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(elsewhere.status).toBe(403)
    const begin = async () => {
      const begun = await browser.send(`${HOME}/sign-in/connect`, {
        method: 'POST',
        headers: { origin: HOME },
      })
      return ((await begun.json()) as { url: string }).url
    }
    acme.person = colleague({ email: 'ada@example.com', groups: ['owners'] })
    expect((await browser.follow(await begin())).at(-1)).toContain('problem=last_local_admin')
    const url = await begin()
    browser.home().set('payload-token', await tokenOf('amy'))
    expect((await browser.follow(url)).at(-1)).toContain('problem=other_person')
  })

  it('is not given to somebody new who was given its address', async () => {
    expect((await signIn({ ...wil, sub: 'somebody-else' })).problem).toBe('address_taken')
  })

  it('lets nobody in when its connection was planted in the database', async () => {
    const [identity] = await vouch.rows('identities', { user: { equals: vouch.user('dan').id } })
    await vouch.sql({
      sql: 'UPDATE identities SET user_id = ? WHERE id = ?',
      args: [vouch.user('ben').id, identity!.id],
    })
    expect((await signIn(colleague({ sub: identity!.subject }))).problem).toBe('not_genuine')
  })
})

describe('a leaver', () => {
  it('loses roles and sessions at the next sign-in without a group; admins are told; texts stay until somebody says so', async () => {
    const lea = colleague()
    const { browser } = await signIn(lea)
    const user = (await me(browser))!
    const policy = await vouch.draft({ title: 'Hers', markdown: 'Hers.', owner: user.id })
    expect((await signIn({ ...lea, groups: ['canteen'] })).problem).toBe('no_group')
    expect(await me(browser)).toBeNull()
    expect((await byEmail(lea.email!))?.roles).toEqual([])
    expect(await audited(user.id)).toContain('user.access_ended')
    const told = await vouch.rows('notifications', { to: { equals: vouch.user('ada').id } })
    expect(told.map(({ title }) => title).join()).toContain(`${user.name} lost access`)
    const kept = await vouch.payload.findByID({ collection: 'policies', id: policy.id, depth: 0 })
    expect(kept.owner).toBe(user.id)
    expect((await signIn(lea)).problem).toBeNull()
    await vouch.payload.update({
      collection: 'users',
      id: user.id,
      data: { leftAt: new Date().toISOString() },
      ...vouch.as('ada'),
    })
    expect((await signIn(lea)).problem).toBe('left')
  })
})

describe('what is refused, told in words, and audited', () => {
  it.each<[string, Partial<Colleague>]>([
    ['email_unverified', { email_verified: false }],
    ['email_domain', { email: 'mallory@evil.example' }],
    ['no_group', { groups: [] }],
  ])('%s', async (because, o) => {
    const mallory = colleague(o)
    expect((await signIn(mallory)).problem).toBe(because)
    expect(await byEmail(mallory.email!)).toBeUndefined()
    const rows = await vouch.rows('audit-log', { title: { equals: mallory.email! } })
    expect(rows.map(({ action, detail }) => [action, detail])).toContainEqual([
      'user.sign_in_failed',
      { because, through: 'Acme' },
    ])
  })

  it('who presses “cancel” there', async () => {
    expect((await signIn(null)).problem).toBe('cancelled')
  })

  const now = () => Math.floor(Date.now() / 1000)
  it.each<
    [
      string,
      (claims: JWTPayload) => { claims: JWTPayload; sign?: never | 'none' | 'stranger' | 'with the secret' },
    ]
  >([
    ['a token that is over', (claims) => ({ claims: { ...claims, iat: now() - 900, exp: now() - 600 } })],
    ['a token for another client', (claims) => ({ claims: { ...claims, aud: 'another' } })],
    [
      'a token for two, given to the other',
      (claims) => ({ claims: { ...claims, aud: ['vouch', 'x'], azp: 'x' } }),
    ],
    ['a token of another issuer', (claims) => ({ claims: { ...claims, iss: 'https://evil.example' } })],
    ['a token of another sign-in', (claims) => ({ claims: { ...claims, nonce: 'another' } })],
    ['a token without nonce', (claims) => ({ claims: { ...claims, nonce: undefined } })],
    ['an unsigned token', (claims) => ({ claims, sign: 'none' })],
    ['a token signed by a stranger', (claims) => ({ claims, sign: 'stranger' })],
    ['a token signed with the client’s secret', (claims) => ({ claims, sign: 'with the secret' })],
    [
      'a token of somebody else than whom the rest is about',
      (claims) => ({ claims: { ...claims, sub: 'ada' } }),
    ],
  ])('%s', async (_, forge) => {
    acme.forge = forge
    const eve = colleague()
    expect((await signIn(eve)).problem).toBe('not_proved')
    expect(await byEmail(eve.email!)).toBeUndefined()
  })

  it('a forged token is what those were refused for: the same, made anew, gets in', async () => {
    acme.forge = (claims) => ({ claims })
    expect((await signIn(wil)).problem).toBeNull()
  })
})

describe('coming back from the provider', () => {
  const callbackOf = (way: string[]) => way.find((each) => each.startsWith(`${HOME}/sign-in/callback`))!
  /** As far as the address that the provider sends the browser to, which is not opened. */
  const untilCallback = async (browser: Browser, person = wil) => {
    acme.person = person
    for (let at = `${HOME}/sign-in`; ;) {
      if (at.startsWith(`${HOME}/sign-in/callback`)) return at
      at = new URL((await browser.send(at)).headers.get('location')!, at).href
    }
  }
  const problemAt = async (browser: Browser, url: string) =>
    new URL((await browser.follow(url)).at(-1)!).searchParams.get('problem')

  it('works once: not again with the same state, with its cookie or without', async () => {
    const browser = openBrowser()
    const callback = await untilCallback(browser)
    const cookie = browser.home().get('vouch-sign-in')!
    expect(await problemAt(browser, callback)).toBeNull()
    expect(await problemAt(browser, callback)).toBe('not_begun')
    browser.home().set('vouch-sign-in', cookie)
    expect(await problemAt(browser, callback)).toBe('not_begun')
  })

  it('is for the browser that began, with the state that it began with', async () => {
    const callback = await untilCallback(openBrowser())
    expect(await problemAt(openBrowser(), callback)).toBe('not_begun')
    const other = openBrowser()
    const own = new URL(await untilCallback(other))
    own.searchParams.set('state', new URL(callback).searchParams.get('state')!)
    expect(await problemAt(other, own.href)).toBe('not_begun')
    other.home().set('vouch-sign-in', 'nothing of ours')
    expect(await problemAt(other, callback)).toBe('not_begun')
  })

  it('is from the provider that they left for', async () => {
    const browser = openBrowser()
    const callback = new URL(await untilCallback(browser))
    callback.searchParams.set('iss', 'https://evil.example')
    expect(await problemAt(browser, callback.href)).toBe('not_proved')
    const without = openBrowser()
    const bare = new URL(await untilCallback(without))
    bare.searchParams.delete('iss')
    expect(await problemAt(without, bare.href)).toBe('not_proved')
  })

  it('with a code of another sign-in is nothing: it is bound to the browser’s own verifier', async () => {
    const [one, two] = [openBrowser(), openBrowser()]
    const [first, second] = [await untilCallback(one), new URL(await untilCallback(two))]
    second.searchParams.set('code', new URL(first).searchParams.get('code')!)
    expect(await problemAt(two, second.href)).toBe('not_proved')
  })

  it('never ends on another site', async () => {
    for (const to of ['https://evil.example', '//evil.example/admin', '/\\evil.example'])
      expect((await signIn(wil, openBrowser(), to)).at).toBe('/admin')
    const { way } = await signIn(wil, openBrowser(), '/admin/try')
    expect(callbackOf(way)).toContain('state=')
  })
})

describe('while the provider is down', () => {
  it('people are told so, nobody is let in, and local admins get in with their password', async () => {
    await signIn(wil)
    acme.broken = true
    const browser = openBrowser()
    acme.person = wil
    // The provider is known already: the browser is sent there, and what comes back cannot be looked at.
    const begun = await browser.send(`${HOME}/sign-in`)
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!
    const callback = `${HOME}/sign-in/callback?${new URLSearchParams({ code: 'x', state, iss: acme.issuer })}`
    expect((await browser.follow(callback)).at(-1)).toContain('problem=down')
    await expect(vouch.deps.provider!.check()).rejects.toMatchObject({ failure: 'down' })
    await acme.stop()
    await expect(vouch.deps.provider!.check()).rejects.toMatchObject({ failure: 'down' })
    expect(await tokenOf('ada')).toBeTruthy()
    await acme.start()
    acme.broken = false
    expect((await signIn(wil)).problem).toBeNull()
    await expect(vouch.deps.provider!.check()).resolves.toContain(acme.issuer)
  })
})

const tokenOf = async (name: string): Promise<string> =>
  (
    await vouch.payload.login({
      collection: 'users',
      data: { email: `${name}@example.com`, password: 'correct horse battery' },
    })
  ).token ?? ''
