import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paragraph, restOf, tokenOf } from './rest'
import { NODE, run, startFresh, type FreshVouch } from './server'
import { atNight } from '../often'

const PASSWORD = 'correct horse battery'

/** Minified classes and a second copy of Payload take the words out of errors: only a built server shows it. */
describe.skipIf(!existsSync('.next/BUILD_ID'))('what people are told by the built server', () => {
  let vouch: FreshVouch
  let admin: ReturnType<typeof restOf>
  let author: ReturnType<typeof restOf>
  let approver: ReturnType<typeof restOf>
  let me: { id: string }

  beforeAll(async () => {
    vouch = await startFresh()
    const first = { name: 'Olga Admin', email: 'olga@example.com', password: PASSWORD }
    const { doc } = await restOf(vouch.base)('POST', 'users/first-register', first)
    me = doc
    admin = restOf(vouch.base, await tokenOf(vouch.base, first.email, PASSWORD))
    // What the admin wrote could not be signed by one whom the admin added.
    const writer = { name: 'Ann', email: 'ann@example.com', password: PASSWORD, roles: ['author'] }
    await admin('POST', 'users', writer)
    author = restOf(vouch.base, await tokenOf(vouch.base, writer.email, PASSWORD))
    const second = { name: 'Ben', email: 'ben@example.com', password: PASSWORD, roles: ['approver'] }
    await admin('POST', 'users', second)
    approver = restOf(vouch.base, await tokenOf(vouch.base, second.email, PASSWORD))
  })
  afterAll(() => vouch?.stop())

  const policy = (extra: object = {}) => ({
    title: 'Returns',
    body: paragraph('Goods can be returned within 30 days.'),
    ...extra,
  })

  test('a field that is missing is marked', async () => {
    const told = await admin('POST', 'policies', { body: paragraph('Without a title.') })
    expect(told).toMatchObject({ status: 400, fields: { title: expect.stringMatching(/required/i) } })
    expect(told.message).toContain('Title')
  })

  test('a value that is taken is marked', async () => {
    expect((await admin('POST', 'bots', { name: 'Shop' })).status).toBe(201)
    const told = await admin('POST', 'bots', { name: 'Shop' })
    expect(told).toMatchObject({ status: 400, fields: { name: expect.stringMatching(/unique/i) } })
  })

  test('a value that is too long is marked', async () => {
    const told = await admin('POST', 'bots', { name: 'x'.repeat(81) })
    expect(told).toMatchObject({ status: 400, fields: { name: expect.stringMatching(/80/) } })
  })

  test('a text that expires before it takes effect has its date marked', async () => {
    const told = await admin(
      'POST',
      'policies',
      policy({ effectiveFrom: '2030-02-01', expiresAt: '2030-01-01' }),
    )
    expect(told).toMatchObject({
      status: 400,
      fields: { expiresAt: 'This must be later than “effective from”.' },
    })
  })

  test('a translation in the language of its original has its original marked', async () => {
    const { doc } = await admin('POST', 'policies', policy())
    const told = await admin('POST', 'policies', policy({ translationOf: doc.id }))
    expect(told).toMatchObject({
      status: 400,
      fields: { translationOf: 'That text is in en-GB too. Set the language of this one first.' },
    })
  })

  test('a stand-in for oneself has the person marked', async () => {
    const told = await admin('POST', 'delegations', {
      from: me.id,
      to: me.id,
      startsAt: '2030-01-01',
      endsAt: '2030-01-02',
    })
    expect(told).toMatchObject({
      status: 400,
      fields: { to: 'Name another person: nobody stands in for themselves.' },
    })
  })

  test('a folder of the server as a source has its location marked', async () => {
    const told = await admin('POST', 'sources', { name: 'Secrets', kind: 'folder', location: '/etc' })
    expect(told).toMatchObject({
      status: 400,
      fields: { location: expect.stringContaining('VOUCH_SOURCE_DIRS') },
    })
  })

  test('an address that cannot be read as one has its location marked, before anything is saved', async () => {
    const told = await admin('POST', 'sources', {
      name: 'Help',
      kind: 'web',
      location: 'help centre',
    })
    expect(told).toMatchObject({ status: 400, fields: { location: expect.stringContaining('https://') } })
    const twice = { name: 'Help', kind: 'web', location: 'https://help.example.com/a' }
    expect((await admin('POST', 'sources', twice)).status).toBe(201)
    expect(await admin('POST', 'sources', twice)).toMatchObject({
      status: 400,
      fields: { location: expect.stringContaining('already') },
    })
  })

  test('what the record refers to is not deleted, and it is said what to do instead', async () => {
    const { doc } = await admin('POST', 'bots', { name: 'Deleted' })
    expect(await admin('DELETE', `bots/${doc.id}`)).toMatchObject({
      status: 409,
      message: 'The record refers to it, so it cannot be deleted. Turn the bot off instead.',
    })
  })

  test('a record is not changed by anyone', async () => {
    const told = await admin('PATCH', 'releases/none', { title: 'x' })
    expect(told).toMatchObject({ status: 403, message: 'You are not allowed to perform this action.' })
  })

  test.runIf(atNight)('a source that texts came from is not deleted', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'vouch-errors-')), 'gifts.md')
    await writeFile(file, '# Gift cards\n\nGift cards are sold at every till.\n')
    await run([...NODE, 'scripts/vouch.ts', 'ingest', file, '--json'], vouch.env)
    const listed = await admin('GET', 'sources?where[kind][equals]=file&depth=0')
    const [source] = (listed.doc as unknown as { docs: { id: string }[] }).docs
    expect(await admin('DELETE', `sources/${source?.id}`)).toMatchObject({
      status: 409,
      message: expect.stringContaining('Texts came from this source'),
    })
  })

  test('a text that is served does not go to the trash', async () => {
    const { doc } = await author('POST', 'policies', policy({ title: 'Served' }))
    const step = (who: typeof admin, transition: string) =>
      who('POST', `v1/documents/policies/${doc.id}/transitions`, { transition, expectedVersion: 1 })
    expect((await step(author, 'submit')).status).toBe(200)
    expect((await step(approver, 'approve')).status).toBe(200)
    expect((await step(approver, 'publish')).status).toBe(200)
    const told = await admin('PATCH', `policies/${doc.id}`, { deletedAt: new Date().toISOString() })
    expect(told).toMatchObject({ status: 409, message: expect.stringContaining('Withdraw it first') })
  })

  test('who has left is told so, and who mistypes a password is on record', async () => {
    const gone = { name: 'Gone', email: 'gone@example.com', password: PASSWORD, roles: ['author'] }
    await admin('POST', 'users', { ...gone, leftAt: '2020-01-01' })
    const anyone = restOf(vouch.base)
    expect(await anyone('POST', 'users/login', gone)).toMatchObject({
      status: 401,
      message: 'This account is closed. Ask an admin.',
    })
    expect(
      await anyone('POST', 'users/login', { email: 'ben@example.com', password: 'wrong' }),
    ).toMatchObject({
      status: 401,
      message: expect.stringContaining('incorrect'),
    })
    const rows = await admin('GET', 'audit-log?where[action][equals]=user.sign_in_failed')
    expect((rows.doc as unknown as { totalDocs: number }).totalDocs).toBe(1)
  })
})
