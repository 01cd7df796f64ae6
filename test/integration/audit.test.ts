import { randomUUID } from 'node:crypto'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditLog, Bot, Config } from '../../payload-types'
import { createBotKey, findBotByKey, revokeBotKey } from '../../src/commands/botKeys'
import { auditHashOf, type StoredAuditRow } from '../../src/governance/auditChain'
import { walkChain } from '../fakes/walkChain'
import { auditKeysOf } from '../../src/records/auditKeys'
import { useInstallation } from './installation'
import { onMongodb } from './databases'

type Handler = (request: Request, o: { params: Promise<never> }) => Promise<Response>

const vouch = useInstallation()
const PASSWORD = 'correct horse battery'
const rest = {} as Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>
const v1 = {} as { revoke: Handler; exportAudit: Handler; verify: Handler }
let bot: Bot

beforeAll(async () => {
  // Not at the top: these read the settings when they are loaded.
  Object.assign(rest, await import('../../src/app/(payload)/api/[...slug]/route'))
  v1.revoke = (await import('../../src/app/api/v1/bots/[id]/keys/[prefix]/revoke/route')).POST as Handler
  v1.exportAudit = (await import('../../src/app/api/v1/audit/export/route')).GET as Handler
  v1.verify = (await import('../../src/app/api/v1/audit/verify/route')).POST as Handler
  bot = await vouch.bot()
})

/** The rows that were added while `act` ran. */
const added = async (act: () => Promise<unknown>): Promise<AuditLog[]> => {
  const before = await vouch.payload.count({ collection: 'audit-log' })
  await act()
  const rows = await vouch.rows('audit-log')
  return rows.toSorted((a, b) => a.seq - b.seq).slice(before.totalDocs)
}

const tokens = new Map<string, string>()
const tokenOf = async (name: string): Promise<string> => {
  const known = tokens.get(name)
  if (known) return known
  const data = { email: `${name}@example.com`, password: PASSWORD }
  const { token = '' } = await vouch.payload.login({ collection: 'users', data })
  tokens.set(name, token)
  return token
}

const call = async (
  name: string | null,
  handler: Handler,
  { method = 'GET', path, body, params }: { method?: string; path: string; body?: unknown; params: object },
): Promise<Response> =>
  handler(
    new Request(`http://vouch.test/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(name && { authorization: `JWT ${await tokenOf(name)}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve(params as never) },
  )

const callRest = (name: string | null, method: keyof typeof rest, path: string, body?: unknown) =>
  call(name, rest[method], {
    method,
    path,
    body,
    params: { slug: new URL(`http://vouch.test/${path}`).pathname.split('/').slice(1) },
  })

describe('every act leaves a row that says who did it', () => {
  const by = (name: string, action: string, o: Partial<AuditLog> = {}) =>
    expect.objectContaining({ action, actor: vouch.user(name).id, actorName: name, ...o })

  it('signing in and signing out', async () => {
    const rows = await added(async () => {
      const response = await callRest(null, 'POST', 'users/login', {
        email: 'quinn@example.com',
        password: PASSWORD,
      })
      const { token } = (await response.json()) as { token: string }
      tokens.set('quinn', token)
      await callRest('quinn', 'POST', 'users/logout')
      tokens.delete('quinn')
    })
    expect(rows).toEqual([by('quinn', 'user.signed_in'), by('quinn', 'user.signed_out')])
  })

  it('failing to sign in, with the address and without the password', async () => {
    const attempt = (email: string) =>
      callRest(null, 'POST', 'users/login', { email, password: 'not-my-password' })
    const rows = await added(async () => {
      expect((await attempt('Dan@example.com')).status).toBe(401)
      expect((await attempt('nobody@example.com')).status).toBe(401)
      expect((await attempt('my secret pass phrase')).status).toBe(401)
    })
    expect(rows.map(({ action, title, actor }) => [action, title, actor])).toEqual([
      ['user.sign_in_failed', 'dan@example.com', 'unknown'],
      ['user.sign_in_failed', 'nobody@example.com', 'unknown'],
      ['user.sign_in_failed', 'something that is no address', 'unknown'],
    ])
    expect(JSON.stringify(rows)).not.toMatch(/not-my-password|pass phrase/)
  })

  it('changing a password, by oneself or through a link', async () => {
    const { id } = vouch.user('dan')
    const rows = await added(async () => {
      await vouch.payload.update({
        collection: 'users',
        id,
        data: { password: 'a new correct horse', currentPassword: PASSWORD },
        ...vouch.as('dan'),
      })
      const token = await vouch.payload.forgotPassword({
        collection: 'users',
        data: { email: 'dan@example.com' },
        disableEmail: true,
      })
      await vouch.payload.resetPassword({
        collection: 'users',
        data: { token, password: PASSWORD },
        overrideAccess: true,
      })
    })
    expect(rows.map(({ action }) => action)).toEqual([
      'user.password_changed',
      'user.password_link_sent',
      'user.signed_in',
      'user.password_reset',
    ])
    expect(rows[0]).toEqual(by('dan', 'user.password_changed', { subjectId: id }))
  })

  it('changing a setting: topics, bots, people, sources, stand-ins, with what it was', async () => {
    const ada = vouch.as('ada')
    const { payload } = vouch
    const topic = await payload.create({
      collection: 'topics',
      data: { name: 'Care', slug: 'care' },
      ...ada,
    })
    const source = await payload.create({
      collection: 'sources',
      data: { name: 'Wiki', kind: 'web', location: 'https://wiki.example.com', syncEvery: 'never' },
      ...ada,
    })
    const standIn = await payload.create({
      collection: 'delegations',
      data: {
        from: vouch.user('ben').id,
        to: vouch.user('cora').id,
        startsAt: new Date().toISOString(),
        endsAt: new Date(Date.now() + 1e8).toISOString(),
      },
      ...ada,
    })
    const rows = await added(async () => {
      await payload.update({ collection: 'topics', id: topic.id, data: { queue: 'care team' }, ...ada })
      await payload.update({ collection: 'bots', id: bot.id, data: { requestsPerMinute: 5 }, ...ada })
      await payload.update({
        collection: 'users',
        id: vouch.user('quinn').id,
        data: { roles: ['qa', 'author'] },
        ...ada,
      })
      await payload.update({ collection: 'sources', id: source.id, data: { name: 'Old wiki' }, ...ada })
      await payload.update({
        collection: 'delegations',
        id: standIn.id,
        data: { endsAt: new Date(Date.now() + 2e8).toISOString() },
        ...ada,
      })
      await payload.delete({ collection: 'sources', id: source.id, ...ada })
    })
    expect(rows).toEqual([
      by('ada', 'topic.changed', { detail: { changes: { queue: { from: null, to: 'care team' } } } }),
      by('ada', 'bot.changed', { detail: { changes: { requestsPerMinute: { from: 10_000, to: 5 } } } }),
      by('ada', 'user.changed', { detail: { changes: { roles: { from: ['qa'], to: ['qa', 'author'] } } } }),
      by('ada', 'source.changed'),
      by('ada', 'delegation.changed'),
      by('ada', 'source.deleted', { subjectId: source.id }),
    ])
  })

  it('giving a bot a key and taking it away, from when on it opens nothing', async () => {
    const { payload } = vouch
    const user = vouch.user('ada')
    let [kept, key] = ['', '']
    const created = await added(async () => {
      kept = await createBotKey({ payload, user }, bot.id)
      key = await createBotKey({ payload, user }, bot.id)
    })
    expect(created).toEqual([by('ada', 'bot.key_created'), by('ada', 'bot.key_created')])
    const prefix = key.slice(4, 12)
    const revoke = (name: string | null) =>
      call(name, v1.revoke, {
        method: 'POST',
        path: `v1/bots/${bot.id}/keys/${prefix}/revoke`,
        params: { id: bot.id, prefix },
      })
    expect((await revoke(null)).status).toBe(401)
    for (const name of ['ann', 'ben', 'cora', 'quinn']) expect((await revoke(name)).status, name).toBe(403)
    expect((await findBotByKey(payload, key))?.id).toBe(bot.id)
    await tokenOf('ada')
    const revoked = await added(async () => expect((await revoke('ada')).status).toBe(204))
    expect(revoked).toEqual([by('ada', 'bot.key_revoked', { detail: { prefix }, title: bot.name })])
    expect(await findBotByKey(payload, key)).toBeNull()
    expect((await findBotByKey(payload, kept))?.id).toBe(bot.id)
    expect((await revoke('ada')).status).toBe(404)
    await expect(revokeBotKey({ payload, user }, { botId: randomUUID(), prefix })).rejects.toThrow(
      /no key vch_/,
    )
  })

  it.skipIf(onMongodb)('holds no secret: no password’s hash or salt, no key’s hash, no token', async () => {
    const [users] = await vouch.sql('SELECT hash, salt, reset_password_token FROM users')
    const [keys] = await vouch.sql('SELECT hash FROM bots_keys')
    const secrets = [...(users?.rows ?? []), ...(keys?.rows ?? [])].flatMap((row) =>
      Object.values(row).filter((value): value is string => typeof value === 'string'),
    )
    expect(secrets.length).toBeGreaterThan(12)
    const log = JSON.stringify(await vouch.rows('audit-log'))
    for (const secret of [...secrets, PASSWORD, 'a new correct horse', ...tokens.values()])
      expect(log.includes(secret)).toBe(false)
  })
})

describe('records are only ever added', () => {
  const RECORDS = ['audit-log', 'approvals', 'releases', 'chunks', 'answers', 'gap-events'] as const

  beforeAll(async () => {
    await vouch.publish({ title: 'Refunds', markdown: 'Refunds take three days.' })
    await vouch.ask('Do you ship to Norway?')
  })

  it.each(RECORDS)('no role writes, edits or deletes a row of %s by REST', async (collection) => {
    const before = await vouch.rows(collection)
    expect(before.length).toBeGreaterThan(0)
    const [row] = before
    for (const name of ['ann', 'ben', 'cora', 'quinn', 'ada']) {
      const { id, ...rest } = row as { id: string }
      const refused = [
        await callRest(name, 'POST', collection, { ...rest, id: randomUUID() }),
        await callRest(name, 'PATCH', `${collection}/${id}`, { title: 'Forged' }),
        await callRest(name, 'DELETE', `${collection}/${id}`),
        await callRest(name, 'POST', `${collection}/${id}/duplicate`, {}),
      ]
      for (const response of refused) expect(response.status, name).toBeGreaterThanOrEqual(400)
      await callRest(name, 'PATCH', `${collection}?where[id][exists]=true`, { title: 'Forged' })
      await callRest(name, 'DELETE', `${collection}?where[id][exists]=true`)
    }
    const after = new Map((await vouch.rows(collection)).map((each) => [each.id, each]))
    for (const each of before) expect(after.get(each.id)).toEqual(each)
    if (collection !== 'audit-log') expect(after.size).toBe(before.length)
  })

  it.each(RECORDS)('nor by the local API, with or without its access rules: %s', async (slug) => {
    const collection = slug as keyof Config['collections']
    const { payload } = vouch
    const before = await vouch.rows(collection)
    const { id, ...rest } = before[0] as { id: string }
    const forged = { ...rest, id: randomUUID() } as never
    for (const access of [vouch.as('ada'), { overrideAccess: true as const }]) {
      const where = { id: { exists: true } }
      await expect(payload.create({ collection, data: forged, ...access })).rejects.toMatchObject({
        status: 403,
      })
      await expect(
        payload.update({ collection, id, data: { title: 'Forged' } as never, ...access }),
      ).rejects.toMatchObject({ status: 403 })
      await expect(payload.delete({ collection, id, ...access })).rejects.toMatchObject({ status: 403 })
      await payload
        .update({ collection, where, data: { title: 'Forged' } as never, ...access })
        .catch(() => {})
      await payload.delete({ collection, where, ...access }).catch(() => {})
      await payload.duplicate({ collection, id, ...access } as never).catch(() => {})
    }
    expect(await vouch.rows(collection)).toEqual(before)
  })

  it('is read by admins, compliance and approvers, and by nobody else', async () => {
    for (const name of ['ada', 'cora', 'ben'])
      expect((await callRest(name, 'GET', 'audit-log')).status, name).toBe(200)
    for (const name of ['ann', 'quinn', null])
      expect((await callRest(name, 'GET', 'audit-log')).status, String(name)).toBe(403)
  })
})

describe('exporting the audit log', () => {
  const get = (name: string | null, query: string) =>
    call(name, v1.exportAudit, { path: `v1/audit/export?${query}`, params: {} })

  it('is for those who may read it, and says what a wrong date or format should be', async () => {
    expect((await get(null, '')).status).toBe(401)
    expect((await get('ann', '')).status).toBe(403)
    for (const [query, pointer] of [
      ['from=yesterday', '/from'],
      ['to=2026-13-01', '/to'],
      ['format=xls', '/format'],
    ]) {
      const response = await get('cora', query ?? '')
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ pointer }] })
    }
  })

  it('gives every row with what its hash covers, so that whoever has the key can walk the chain, and ends with its own row', async () => {
    await tokenOf('cora')
    const text = await (await get('cora', '')).text()
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as StoredAuditRow)
    expect([...walkChain(rows, auditKeysOf(vouch.payload).find)]).toEqual([])
    // Whoever has no key sees at least that each row follows the one before it.
    expect([...walkChain(rows)].filter(({ kind }) => kind !== 'unknown_key')).toEqual([])
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.at(-1)).toMatchObject({
      action: 'audit.exported',
      actor: vouch.user('cora').id,
      detail: { format: 'jsonl', from: null, to: null },
    })
    expect(rows).toHaveLength((await vouch.payload.count({ collection: 'audit-log' })).totalDocs)
  })

  it('is a table that no spreadsheet takes for formulas', async () => {
    await vouch.payload.create({
      collection: 'topics',
      data: { name: '=HYPERLINK("http://evil.example","Click")', slug: 'formula' },
      ...vouch.as('ada'),
    })
    const response = await get('ada', 'format=csv')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    const row = data.find(({ title }) => title?.includes('HYPERLINK'))
    expect(row?.['title']).toBe(`'=HYPERLINK("http://evil.example","Click")`)
    for (const cell of data.flatMap((each) => Object.values(each))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(data).toHaveLength((await vouch.payload.count({ collection: 'audit-log' })).totalDocs)
  })

  it('takes a time: a last day counts whole, another day has nothing', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const of = async (query: string) => (await (await get('ada', query)).text()).split('\n').length - 1
    const all = await of(`from=${today}&to=${today}`)
    expect(all).toBeGreaterThan(20)
    expect(await of('from=2020-01-01&to=2020-12-31')).toBe(0)
    const { docs } = await vouch.payload.find({ collection: 'audit-log', where: { seq: { equals: 5 } } })
    const at = docs[0]?.at ?? ''
    const before = await of(`to=${at}`)
    expect(before).toBeLessThan(5)
    expect(await of(`from=${at}`)).toBeGreaterThan(all - 5)
  })
})

describe('checking the chain from the admin', () => {
  const check = async (name: string | null) => {
    const response = await call(name, v1.verify, { method: 'POST', path: 'v1/audit/verify', params: {} })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it.skipIf(onMongodb)('says up to where it is intact, and names where it is not', async () => {
    expect((await check('quinn')).status).toBe(403)
    const rows = (await vouch.payload.count({ collection: 'audit-log' })).totalDocs
    expect(await check('ben')).toMatchObject({ status: 200, body: { breaks: [] } })
    const { body } = await check('ben')
    expect((body['head'] as { seq: number }).seq).toBeGreaterThanOrEqual(rows)
    const [row] = await vouch.rows('audit-log', { seq: { equals: 3 } })
    const set = (name: string) => ({ sql: 'UPDATE audit_log SET actor_name = ? WHERE seq = 3', args: [name] })
    await vouch.sql(set('Mallory'))
    expect((await check('ben')).body).toMatchObject({ breaks: [{ kind: 'audit', id: '3' }] })
    await vouch.sql(set(row?.actorName ?? ''))
    expect(auditHashOf(row as unknown as StoredAuditRow, auditKeysOf(vouch.payload).current())).toBe(
      row?.hash,
    )
    expect((await check('ben')).body).toMatchObject({ breaks: [] })
  })
})
