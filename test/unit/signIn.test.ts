import { describe, expect, it } from 'vitest'
import { parseEnv } from '../../src/env'
import {
  decideConnecting,
  decideSignIn,
  rolesAtSignIn,
  rolesOfGroups,
  type AccountAtSignIn,
  type KnownHere,
  type ProvidedIdentity,
} from '../../src/governance/signIn'
import { ROLES, type Role } from '../../src/vocabulary'
import { needsUserInfo, readIdentity } from '../../src/signIn/readIdentity'
import { returnTo } from '../../src/signIn/returnTo'

const RULES = {
  rolesByGroup: new Map<string, Role[]>([
    ['writers', ['author']],
    ['signers', ['author', 'approver']],
    ['owners', ['admin']],
  ]),
  domains: ['example.com'],
}
const identity = (o: Partial<ProvidedIdentity> = {}): ProvidedIdentity => ({
  issuer: 'https://login.example.com',
  subject: 'u-1',
  email: 'ann@example.com',
  emailVerified: true,
  name: 'Ann',
  groups: ['writers'],
  ...o,
})
const account = (o: Partial<AccountAtSignIn> = {}): AccountAtSignIn => ({
  id: 'ann',
  roles: ['author'],
  left: false,
  connectedTo: null,
  ...o,
})
const known = (o: Partial<KnownHere> = {}): KnownHere => ({
  own: null,
  sameAddress: null,
  someoneIsHere: true,
  ...o,
})
const connected = account({ connectedTo: 'u-1' })

describe('settings of signing in through a provider', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.com/realms/staff',
    OIDC_CLIENT_ID: 'vouch',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_ROLES: 'Vouch authors=author; CN=Legal,OU=Groups,DC=example = approver + compliance',
  }

  it('give roles by group, and a directory’s own names may have commas and equals signs in them', () => {
    const { oidc } = parseEnv({ ...whole, OIDC_EMAIL_DOMAINS: '@Example.com, example.org' })
    expect(oidc).toMatchObject({
      name: 'login.example.com',
      scopes: 'openid email profile',
      domains: ['example.com', 'example.org'],
    })
    expect([...oidc!.rolesByGroup]).toEqual([
      ['Vouch authors', ['author']],
      ['CN=Legal,OU=Groups,DC=example', ['approver', 'compliance']],
    ])
    expect(parseEnv({}).oidc).toBeNull()
  })

  it.each([
    ['OIDC_ISSUER', { ...whole, OIDC_ISSUER: '' }],
    ['OIDC_ISSUER', { ...whole, OIDC_ISSUER: 'http://login.example.com' }],
    ['OIDC_CLIENT_ID', { ...whole, OIDC_CLIENT_ID: '' }],
    ['OIDC_CLIENT_SECRET', { ...whole, OIDC_CLIENT_SECRET: '' }],
    ['OIDC_CLIENT_SECRET', { ...whole, OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc' }],
    ['OIDC_ROLES', { ...whole, OIDC_ROLES: '' }],
    ['OIDC_ROLES', { ...whole, OIDC_ROLES: 'everyone=owner' }],
    ['OIDC_ROLES', { ...whole, OIDC_ROLES: '=author' }],
    ['OIDC_EMAIL_DOMAINS', { ...whole, OIDC_EMAIL_DOMAINS: '*' }],
  ])('that cannot be meant name %s', (name, variables) => {
    expect(() => parseEnv(variables)).toThrow(name)
  })
})

describe('what a provider says of a person', () => {
  const names = { issuer: 'https://i', groupsClaim: 'groups', emailVerifiedClaim: 'email_verified' }

  it('is verified only where it says so', () => {
    for (const yes of [true, 'true', 1, '1'])
      expect(readIdentity({ sub: 'a', email_verified: yes }, names).emailVerified).toBe(true)
    for (const no of [undefined, false, 'false', 0, 'yes', null, {}, [true]])
      expect(readIdentity({ sub: 'a', email_verified: no }, names).emailVerified).toBe(false)
  })

  it('has groups where the company’s provider puts them', () => {
    const at = (groupsClaim: string, claims: object) =>
      readIdentity({ sub: 'a', ...claims }, { ...names, groupsClaim }).groups
    expect(at('realm_access.roles', { realm_access: { roles: ['a', 1, 'b'] } })).toEqual(['a', 'b'])
    expect(at('https://x.example/groups', { 'https://x.example/groups': ['a'] })).toEqual(['a'])
    expect(at('groups', { groups: 'a' })).toEqual(['a'])
    expect(at('groups', {})).toEqual([])
    expect(at('constructor.name', {})).toEqual([])
  })

  it('a list that was too long to send is no list without anybody in it', () => {
    const claims = { sub: 'a', _claim_names: { groups: 'src1' } }
    expect(readIdentity(claims, names).groups).toBeNull()
    expect(needsUserInfo(claims, names)).toBe(true)
    expect(needsUserInfo({ email: 'a@b.c', email_verified: true, groups: [] }, names)).toBe(false)
  })
})

describe('who comes back from the provider', () => {
  it('gets the roles of their groups and no other, however many groups they are in', () => {
    expect(rolesOfGroups(['signers', 'writers', 'stray'], RULES.rolesByGroup)).toEqual(['author', 'approver'])
    expect(rolesOfGroups(['Writers', 'admin', 'constructor'], RULES.rolesByGroup)).toEqual([])
  })

  it('gets an account where there is none, and enters the one that is theirs', () => {
    expect(decideSignIn(identity(), known(), RULES)).toEqual({ do: 'create', roles: ['author'] })
    expect(decideSignIn(identity(), known({ own: connected }), RULES)).toEqual({
      do: 'enter',
      account: 'ann',
      roles: ['author'],
    })
  })

  it('takes over an account by its address only where that opens nothing that counts', () => {
    const by = (sameAddress: AccountAtSignIn, rules = RULES) =>
      decideSignIn(identity(), known({ sameAddress }), rules)
    expect(by(account())).toMatchObject({ do: 'connect', account: 'ann' })
    for (const right of ['approver', 'compliance', 'admin'] as const)
      expect(by(account({ roles: ['author', right] }))).toEqual({ do: 'refuse', because: 'connect_first' })
    expect(by(account(), { ...RULES, domains: [] })).toEqual({ do: 'refuse', because: 'connect_first' })
    expect(by(account({ connectedTo: 'u-0' }))).toEqual({ do: 'refuse', because: 'address_taken' })
    expect(by(account({ left: true }))).toEqual({ do: 'refuse', because: 'left' })
  })

  it('loses access when no group of theirs means anything any more, and not when the provider did not list them', () => {
    const own = connected
    expect(decideSignIn(identity({ groups: [] }), known({ own }), RULES)).toMatchObject({ do: 'end_access' })
    expect(decideSignIn(identity({ groups: ['stray'] }), known({ own }), RULES)).toMatchObject({
      do: 'end_access',
    })
    expect(decideSignIn(identity({ groups: null }), known({ own }), RULES)).toEqual({
      do: 'refuse',
      because: 'groups_unknown',
    })
    expect(decideSignIn(identity({ groups: [] }), known({ sameAddress: account() }), RULES)).toEqual({
      do: 'refuse',
      because: 'no_group',
    })
  })

  it.each([
    ['email_unverified', { emailVerified: false }],
    ['email_unverified', { email: null }],
    ['email_domain', { email: 'ann@example.com.evil.org' }],
    ['email_domain', { email: 'ann@sub.example.com' }],
  ] as const)('is refused: %s', (because, o) => {
    for (const own of [null, connected])
      expect(decideSignIn(identity(o), known({ own }), RULES)).toEqual({ do: 'refuse', because })
  })

  it('is refused when they left, and while nobody is here who could be asked', () => {
    const left = account({ connectedTo: 'u-1', left: true })
    expect(decideSignIn(identity(), known({ own: left }), RULES)).toEqual({ do: 'refuse', because: 'left' })
    expect(decideSignIn(identity(), known({ someoneIsHere: false }), RULES)).toEqual({
      do: 'refuse',
      because: 'nobody_here',
    })
  })
})

describe('a signed-in person who connects their account', () => {
  const connect = (o: Partial<Parameters<typeof decideConnecting>[1]> = {}, i = identity()) =>
    decideConnecting(i, { account: account(), own: null, otherLocalAdmins: 1, ...o }, RULES)

  it('keeps it, with the roles of their groups', () => {
    expect(connect({ account: account({ roles: ['approver'] }) }, identity({ groups: ['signers'] }))).toEqual(
      { do: 'connect', account: 'ann', roles: ['author', 'approver'] },
    )
  })

  it('loses nothing where the provider gives nothing, and takes no identity of another', () => {
    expect(connect({}, identity({ groups: [] }))).toEqual({ do: 'refuse', because: 'no_group' })
    expect(connect({ own: account({ id: 'bob' }) })).toEqual({ do: 'refuse', because: 'connected_elsewhere' })
    expect(connect({ account: account({ connectedTo: 'u-9' }) })).toEqual({
      do: 'refuse',
      because: 'connected_elsewhere',
    })
  })

  it('the last admin with a password stays one: somebody must get in while the provider is down', () => {
    const admin = account({ roles: ['admin'] })
    const owner = identity({ groups: ['owners'] })
    expect(connect({ account: admin, otherLocalAdmins: 0 }, owner)).toEqual({
      do: 'refuse',
      because: 'last_local_admin',
    })
    expect(connect({ account: admin }, owner)).toMatchObject({ do: 'connect' })
  })
})

describe('roles at a sign-in', () => {
  const at = (o: Partial<Parameters<typeof rolesAtSignIn>[0]>) =>
    rolesAtSignIn({ before: [], given: [], givenLastTime: [], secondPersonIsHere: true, ...o })

  it('a right to sign that is new waits for a second person, and what is no right does not', () => {
    expect(at({ given: ['author', 'approver'] })).toEqual({ roles: ['author'], ask: ['approver'] })
    expect(at({ given: ['admin'], secondPersonIsHere: false })).toEqual({ roles: ['admin'], ask: [] })
  })

  it('is asked for once: confirmed it stays, refused it does not come back until the group is left', () => {
    const given: Role[] = ['author', 'approver']
    expect(at({ before: given, given, givenLastTime: given })).toEqual({ roles: given, ask: [] })
    expect(at({ before: ['author'], given, givenLastTime: given })).toEqual({ roles: ['author'], ask: [] })
    expect(at({ before: ['author'], given, givenLastTime: given, secondPersonIsHere: false }).roles).toEqual([
      'author',
    ])
  })

  it('never leaves a role that the groups do not give, whoever gave it', () => {
    for (const role of ROLES)
      expect(at({ before: [...ROLES], given: [role], givenLastTime: [...ROLES] }).roles).toEqual([role])
  })
})

describe('where somebody goes on after they signed in', () => {
  it('is a page of our admin', () => {
    for (const page of ['/admin', '/admin/review/policies/1?a=b#c', '/admin/collections/users'])
      expect(returnTo(page)).toBe(page)
  })

  it.each([
    null,
    '',
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example/admin',
    '\\\\evil.example',
    '/admin\\@evil.example',
    '/\t/evil.example/admin',
    '/admin/..//evil.example',
    '/admin/%2e%2e//evil.example',
    '/administrator',
    '/api/users/logout',
    '/admin/login?redirect=/admin',
    '/admin/logout',
    'javascript:alert(1)',
    '/admin\r\nset-cookie: a=b',
  ])('is never %j', (asked) => {
    expect(returnTo(asked)).toBe('/admin')
  })
})
