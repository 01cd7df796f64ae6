import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Faq, Policy, Source, User } from '../../payload-types'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { DEFAULT_LIMITS } from '../../ingestion/load'
import { importerUser } from '../../src/commands/importerUser'
import { queueDueSyncs, queueSync } from '../../src/commands/queueSync'
import { sourceAt } from '../../src/commands/sources'
import { syncSource } from '../../src/commands/syncSource'
import { transitionDocument } from '../../src/commands/transitionDocument'
import { pdfOfOperators } from '../unit/evilFiles'
import { answerEagerly } from './answerEagerly'
import { useFaces } from './faces'
import { useInstallation } from './installation'
import { atNight } from '../often'

const vouch = useInstallation()
const faces = useFaces(vouch)
const root = mkdtempSync(path.join(tmpdir(), 'vouch-sync-'))
let importer: User
let folder: string
let source: Source
let folders = 0

beforeAll(async () => {
  await answerEagerly(vouch.payload, vouch.user('ben'))
  importer = await importerUser(vouch.payload)
})
beforeEach(async () => {
  folder = path.join(root, `folder-${++folders}`)
  mkdirSync(folder)
  source = await sourceAt(vouch.payload, folder, { name: `Handbook ${folders}` })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => path.join(folder, name)
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), `${text}\n`)
}
const sync = (o: Partial<Parameters<typeof syncSource>[2]> = {}) =>
  syncSource(vouch.deps, source, { importer, ...o })
const sourceNow = () => vouch.payload.findByID({ collection: 'sources', id: source.id, depth: 0 })
const documents = async (): Promise<(Policy | Faq)[]> => {
  const where = { source: { equals: source.id } }
  return [...(await vouch.rows('policies', where)), ...(await vouch.rows('faqs', where))]
}
const policy = async (key: string): Promise<Policy> => {
  const [row] = await vouch.rows('policies', {
    and: [{ source: { equals: source.id } }, { sourceKey: { equals: key } }],
  })
  if (!row) throw new Error(`There is no document of ${key}.`)
  return row
}
const edit = async (key: string, by: string, text: string) =>
  vouch.payload.update({
    collection: 'policies',
    id: (await policy(key)).id,
    data: { body: (await markdownToRichText(vouch.payload.config, text)) as Policy['body'] },
    ...vouch.as(by),
  })
const audited = (action: string, id: string) =>
  vouch.rows('audit-log', { and: [{ action: { equals: action } }, { subjectId: { equals: id } }] })

describe('a source that is synced again', () => {
  it('makes nothing twice, and writes nothing of what is as it was', async () => {
    write('a.md', '# Returns\n\nWithin 30 days.')
    write('sub/b.csv', 'question,answer\nIs it open?,Yes it is.\nIs it free?,No it is not.')
    expect(await sync()).toMatchObject({ created: 3, changed: 0, unchanged: 0, failed: [] })
    const before = await documents()
    expect(before).toMatchObject([
      { sourceLocation: at('a.md'), owner: null, version: 1, workflowState: 'draft' },
      {},
      {},
    ])
    expect(await sync()).toMatchObject({ documents: 3, created: 0, changed: 0, unchanged: 3, vanished: [] })
    expect(await documents()).toEqual(before)
    expect(await sourceNow()).toMatchObject({
      lastSyncState: 'ok',
      items: 2,
      documents: 3,
      failed: 0,
      vanished: 0,
      syncClaim: null,
      syncingSince: null,
    })
  })

  it('what changed there is a new draft of the same document, and the old text answers until someone signs', async () => {
    const text = (days: number) => `# Parrot cages\n\nA parrot cage may be sent back within ${days} days.`
    for (const about of ['night trains', 'lost umbrellas', 'garden chairs', 'opening hours'])
      write(`${about}.md`, `# About ${about}\n\nAsk the desk about ${about}.`)
    write('a.md', text(30))
    await sync({ approver: vouch.user('ben') })
    await vouch.work()
    const before = await policy('a.md')
    expect(before.workflowState).toBe('published')
    write('a.md', text(45))
    expect(await sync()).toMatchObject({ created: 0, changed: 1, published: 0 })
    const after = await policy('a.md')
    expect(after).toMatchObject({ id: before.id, version: 2, workflowState: 'draft', liveVersion: 1 })
    const answer = await vouch.ask('Within how many days may a parrot cage be sent back?')
    expect(answer.message).toContain('30 days')
    expect(await sync({ approver: vouch.user('ben') })).toMatchObject({ changed: 0, published: 1 })
    await vouch.work()
    const now = await vouch.ask('Within how many days may a parrot cage be sent back?')
    expect(now.message).toContain('45 days')
  })

  it('gives texts the source’s defaults where they say nothing themselves', async () => {
    const topic = await vouch.payload.create({ collection: 'topics', data: { name: 'Staff', slug: 'staff' } })
    source = await vouch.payload.update({
      collection: 'sources',
      id: source.id,
      data: { audience: 'internal', locale: 'de', topic: topic.id, owner: vouch.user('ann').id },
      depth: 0,
    })
    write('a.md', '# Eins\n\nDas erste.')
    write('b.md', '---\naudience: public\n---\n\n# Two\n\nThe second.')
    await sync()
    const shared = { locale: 'de', topic: topic.id, owner: vouch.user('ann').id }
    expect(await policy('a.md')).toMatchObject({ audience: 'internal', ...shared })
    expect(await policy('b.md')).toMatchObject({ audience: 'public', ...shared })
  })

  it('publishes no draft that a person has edited, only those that say what the source says', async () => {
    write('a.md', '# One\n\nAs it came.')
    write('b.md', '# Two\n\nAs it came, too.')
    await sync()
    await edit('b.md', 'ann', 'By hand.')
    expect(await sync({ approver: vouch.user('ben') })).toMatchObject({ published: 1, failed: [] })
    expect(await policy('b.md')).toMatchObject({ workflowState: 'draft', version: 2 })
  })

  it('goes on where one that was killed had sent a text for review, or had it signed', async () => {
    write('a.md', '# One\n\nSent for review.')
    write('b.md', '# Two\n\nSigned.')
    await sync()
    const step = async (key: string, user: User, transition: 'submit' | 'approve') =>
      transitionDocument(
        { ...vouch.deps, user, via: 'import' },
        { collection: 'policies', id: (await policy(key)).id, transition, expectedVersion: 1 },
      )
    await step('a.md', importer, 'submit')
    await step('b.md', importer, 'submit')
    await step('b.md', vouch.user('ben'), 'approve')
    expect(await sync({ approver: vouch.user('ben') })).toMatchObject({ published: 2, failed: [] })
    await vouch.work()
    for (const key of ['a.md', 'b.md'])
      expect(await policy(key)).toMatchObject({ workflowState: 'published', version: 1 })
  })
})

describe('what is gone where it came from', () => {
  it('is marked, recorded and told once, stays as it is, and is unmarked when it comes back', async () => {
    source = await vouch.payload.update({
      collection: 'sources',
      id: source.id,
      data: { owner: vouch.user('ann').id },
      depth: 0,
    })
    for (const name of ['a', 'b']) write(`${name}.md`, `# ${name}\n\nThe text of ${name}.`)
    await sync({ approver: vouch.user('ben') })
    await vouch.work()
    rmSync(at('b.md'))
    expect(await sync()).toMatchObject({ vanished: ['b.md'], unchanged: 1 })
    const gone = await policy('b.md')
    expect(gone).toMatchObject({
      workflowState: 'published',
      version: 1,
      sourceVanishedAt: expect.any(String),
    })
    expect(await audited('document.source_vanished', gone.id)).toHaveLength(1)
    expect(await sync()).toMatchObject({ vanished: [] })
    const notices = await vouch.rows('notifications', { kind: { equals: 'source_vanished' } })
    expect(notices).toMatchObject([
      { to: vouch.user('ann').id, href: `/admin/collections/policies/${gone.id}` },
    ])
    expect(await sourceNow()).toMatchObject({ items: 1, vanished: 1 })
    write('b.md', '# b\n\nThe text of b.')
    expect(await sync()).toMatchObject({ vanished: [], returned: 1, created: 0, changed: 0 })
    expect(await policy('b.md')).toMatchObject({ id: gone.id, sourceVanishedAt: null, version: 1 })
    expect(await sourceNow()).toMatchObject({ items: 2, vanished: 0 })
  })

  it('is no longer counted once someone says that it stays', async () => {
    write('a.md', '# a\n\nThe text of a.')
    write('b.md', '# b\n\nThe text of b.')
    await sync({ approver: vouch.user('ben') })
    await vouch.work()
    rmSync(at('b.md'))
    await sync()
    await vouch.act('ben', 'verify', await policy('b.md'))
    await sync()
    expect(await sourceNow()).toMatchObject({ vanished: 0 })
  })

  it('counts also for rows that a file no longer has; what is left open by a listing that broke is done by the next', async () => {
    const rows = (...asked: string[]) =>
      `question,answer\n${asked.map((word) => `Is it ${word}?,The answer about ${word}.`).join('\n')}`
    write('a.csv', rows('open', 'free', 'warm'))
    write('b.md', '# b\n\nThe text of b.')
    await sync()
    write('a.csv', rows('open', 'warm'))
    rmSync(at('b.md'))
    const { connectors } = await vouch.deps.sourcePorts()
    const folderConnector = connectors.folder
    connectors.folder = async function* (...given) {
      yield* folderConnector(...given)
      yield { file: 'locked', error: 'The folder cannot be opened.' }
    }
    const broken = await sync().finally(() => (connectors.folder = folderConnector))
    expect(broken).toMatchObject({ vanished: [], unlisted: [{ file: 'locked' }] })
    for (const row of await documents()) expect(row.sourceVanishedAt).toBeNull()
    expect(await sourceNow()).toMatchObject({
      lastSyncState: 'partial',
      lastError: expect.stringContaining('locked'),
    })
    const { vanished } = await sync()
    expect(vanished.filter((key) => key.startsWith('a.csv#'))).toHaveLength(1)
    expect(vanished).toContain('b.md')
    expect(vanished).toHaveLength(2)
    expect(await sync()).toMatchObject({ vanished: [] })
  })

  it('a folder that is empty and was not is not believed, unless one says so', async () => {
    write('a.md', '# a\n\nThe text of a.')
    await sync()
    rmSync(at('a.md'))
    await expect(sync()).rejects.toThrow(
      /is empty, and 1 items were there before\. Nothing was marked as gone\./,
    )
    expect(await policy('a.md')).toMatchObject({ sourceVanishedAt: null })
    expect(await sourceNow()).toMatchObject({ lastSyncState: 'failed', items: 1, syncClaim: null })
    expect(await sync({ allowEmpty: true })).toMatchObject({ vanished: ['a.md'] })
  })
})

describe('what moved', () => {
  it('is the same document under another key: a file renamed, into another folder, also when its title was its name', async () => {
    write('a.md', '# Returns\n\nWithin 30 days.')
    write('opening hours.txt', 'We open at nine.')
    await sync()
    const [first, second] = [await policy('a.md'), await policy('opening hours.txt')]
    write('new/.keep', '')
    renameSync(at('a.md'), at('new/returns.md'))
    renameSync(at('opening hours.txt'), at('hours of opening.txt'))
    expect(await sync()).toMatchObject({ moved: 2, created: 0, vanished: [] })
    expect(await policy('new/returns.md')).toMatchObject({
      id: first.id,
      version: 1,
      sourceLocation: at('new/returns.md'),
    })
    expect((await policy('hours of opening.txt')).id).toBe(second.id)
    expect(await audited('document.source_moved', first.id)).toHaveLength(1)
    expect(await sync()).toMatchObject({ moved: 0, created: 0, unchanged: 2 })
    const items = await vouch.rows('source-items', { source: { equals: source.id } })
    expect(items.map(({ key }) => key).sort()).toEqual(['hours of opening.txt', 'new/returns.md'])
  })

  it('leaves its old name free for another text', async () => {
    write('a.md', '# Returns\n\nWithin 30 days.')
    await sync()
    const moved = await policy('a.md')
    renameSync(at('a.md'), at('b.md'))
    await sync()
    write('a.md', '# Refunds\n\nTo the card that paid.')
    expect(await sync()).toMatchObject({ created: 1, failed: [], moved: 0 })
    expect((await policy('b.md')).id).toBe(moved.id)
    expect((await policy('a.md')).id).not.toBe(moved.id)
    expect(await sync()).toMatchObject({ created: 0, unchanged: 2 })
  })

  it('a copy is another document', async () => {
    write('a.md', '# Returns\n\nWithin 30 days.')
    await sync()
    write('0.md', '# Returns\n\nWithin 30 days.')
    expect(await sync()).toMatchObject({ created: 1, moved: 0, duplicates: [] })
    expect(await documents()).toHaveLength(2)
  })
})

describe('what was edited here and changed there', () => {
  it('is left as the person wrote it, told, and settled by taking it over or by vouching for it', async () => {
    write('a.md', '# Returns\n\nWithin 30 days.')
    write('b.md', '# Fees\n\nNone.')
    await sync()
    await edit('a.md', 'ann', 'Within 30 days, unopened.')
    await edit('b.md', 'ann', 'None at all.')
    expect(await sync()).toMatchObject({ conflicts: [], unchanged: 2 })
    write('a.md', '# Returns\n\nWithin 45 days.')
    write('b.md', '# Fees\n\nOne euro.')
    const mine = await policy('a.md')
    expect(await sync()).toMatchObject({ changed: 0, conflicts: ['a.md', 'b.md'] })
    expect(await policy('a.md')).toMatchObject({
      version: mine.version,
      contentHash: mine.contentHash,
      sourceConflictAt: expect.any(String),
    })
    expect(await audited('document.source_conflict', mine.id)).toHaveLength(1)
    expect(await sync()).toMatchObject({ conflicts: ['a.md', 'b.md'] })
    expect(await sourceNow()).toMatchObject({ conflicts: 2 })
    await edit('a.md', 'ann', 'Within 45 days.')
    const fees = await policy('b.md')
    await vouch.act('ann', 'submit', fees)
    await vouch.act('ben', 'approve', fees)
    await vouch.act('ben', 'publish', fees)
    await vouch.work()
    write('a.md', '# Returns\n\nWithin 45 days.\n')
    expect(await sync()).toMatchObject({ conflicts: [], unchanged: 2 })
    write('a.md', '# Returns\n\nWithin 60 days.')
    expect(await sync()).toMatchObject({ changed: 1, conflicts: [] })
  })

  it('an edit that is made while the sync runs is not overwritten either', async () => {
    write('a.md', '# One\n\nFirst.')
    write('b.md', '# Two\n\nSecond.')
    await sync()
    write('a.md', '# One\n\nFirst, changed.')
    write('b.md', '# Two\n\nSecond, changed.')
    let editing: Promise<unknown> | undefined
    const { connectors } = await vouch.deps.sourcePorts()
    const folderConnector = connectors.folder
    connectors.folder = async function* (...given) {
      for await (const item of folderConnector(...given)) {
        if ('key' in item && item.key === 'b.md') await (editing = edit('b.md', 'ann', 'By hand, meanwhile.'))
        yield item
      }
    }
    const report = await sync().finally(() => (connectors.folder = folderConnector))
    expect(editing).toBeDefined()
    expect(report).toMatchObject({ changed: 1, conflicts: ['b.md'] })
  })

  it('no request can carry where a text came from', async () => {
    write('a.md', '# One\n\nFirst.')
    await sync()
    const { id } = await policy('a.md')
    const forged = {
      sourceVanishedAt: null,
      sourceContentHash: 'forged',
      sourceConflictAt: new Date().toISOString(),
      sourceLocation: '/forged',
      sourceKey: 'z.md',
    }
    await faces.rest('ann', 'PATCH', `policies/${id}`, { title: 'Mine', ...forged })
    const row = await policy('a.md')
    expect(row).toMatchObject({ title: 'Mine', sourceLocation: at('a.md'), sourceConflictAt: null })
    expect(row.sourceContentHash).not.toBe('forged')
  })
})

describe('two at once', () => {
  it('of two syncs of one source the second is told to wait, and nothing is there twice', async () => {
    for (let i = 0; i < 8; i++) write(`${i}.md`, `# Rule ${i}\n\nThe text of rule ${i}.`)
    const [first, second] = await Promise.allSettled([sync(), sync()])
    const [done, refused] = first.status === 'fulfilled' ? [first, second] : [second, first]
    expect(done).toMatchObject({ value: { created: 8 } })
    expect(refused).toMatchObject({ reason: { name: 'SourceBusy' } })
    expect(String((refused as PromiseRejectedResult).reason)).toMatch(/is being synced already, since/)
    expect(await documents()).toHaveLength(8)
    expect(await sync()).toMatchObject({ created: 0, unchanged: 8 })
  })

  it('of two that add one source, one adds it', async () => {
    const place = path.join(root, 'both')
    mkdirSync(place)
    const both = await Promise.all([1, 2, 3].map(() => sourceAt(vouch.payload, place)))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
  })

  it('a claim that nobody renews ends by itself', async () => {
    write('a.md', '# One\n\nFirst.')
    const claim = (syncClaimEndsAt: number) =>
      vouch.payload.db.updateOne({
        collection: 'sources',
        id: source.id,
        data: { syncClaim: 'dead', syncClaimEndsAt: new Date(syncClaimEndsAt).toISOString() },
        req: {},
      })
    await claim(Date.now() + 60_000)
    await expect(sync()).rejects.toThrow(/try again in (59|60) s/)
    await claim(Date.now() - 1)
    expect(await sync()).toMatchObject({ created: 1 })
  })
})

/** A thousand with VOUCH_FAULTS=full. */
const FILES = process.env['VOUCH_FAULTS'] === 'full' ? 1_000 : 50

it(`one broken file among ${FILES} stops nothing`, async () => {
  for (let i = 0; i < FILES - 1; i++) write(`${i}.md`, `# Rule ${i}\n\nThe text of rule ${i}.`)
  writeFileSync(at('500.pdf'), '%PDF-1.4 broken')
  const report = await sync()
  expect(report).toMatchObject({ created: FILES - 1, failed: [{ file: '500.pdf' }] })
  expect(await sourceNow()).toMatchObject({
    lastSyncState: 'partial',
    items: FILES,
    documents: FILES - 1,
    failed: 1,
  })
  expect(await sync()).toMatchObject({ created: 0, unchanged: FILES - 1, failed: [{ file: '500.pdf' }] })
}, 300_000)

it.runIf(atNight)(
  'a file that killed its parser is set aside: tried again when its bytes change, or when somebody asks',
  async () => {
    writeFileSync(at('slow.pdf'), pdfOfOperators(200_000))
    const setAside = [
      { file: 'slow.pdf', setAside: 'time', error: expect.stringContaining('longer than 0.02 s') },
    ]
    const limits = { ...DEFAULT_LIMITS, maxMilliseconds: 20 }
    const [first, second] = [await sync({ limits }), await sync()]
    expect(first.failed).toMatchObject(setAside)
    expect(second).toMatchObject({ created: 0, failed: first.failed })
    expect(await sync({ again: true })).toMatchObject({ created: 1, failed: [] })
    expect(await sync({ again: true })).toMatchObject({ created: 0, unchanged: 1 })
    writeFileSync(at('slow.pdf'), pdfOfOperators(200_002))
    expect((await sync({ limits })).failed).toMatchObject(setAside)
    writeFileSync(at('slow.pdf'), pdfOfOperators(2_004))
    expect(await sync()).toMatchObject({ failed: [] })
  },
  120_000,
)

describe('through the worker', () => {
  it('a button or the clock queues a sync, once, and the worker does it', async () => {
    write('a.md', '# One\n\nFirst.')
    await queueSync(vouch.payload, source.id)
    await queueSync(vouch.payload, source.id)
    expect(await vouch.rows('payload-jobs', { taskSlug: { equals: 'syncSource' } })).toHaveLength(1)
    expect((await sourceNow()).syncQueuedAt).toBeTruthy()
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
    expect(await sourceNow()).toMatchObject({ lastSyncState: 'ok', documents: 1, syncQueuedAt: null })
  })

  it('admins and authors queue one through the API, and nobody else', async () => {
    const { POST } = await import('../../src/app/api/v1/sources/[id]/sync/route')
    const post = async (who: string | null, id: string) => {
      const authorization = who ? `JWT ${await faces.token(who)}` : ''
      const request = new Request('http://vouch.test/api/v1/sources/x/sync', {
        method: 'POST',
        headers: { ...(authorization && { authorization }), 'content-type': 'application/json' },
        body: '{}',
      })
      return POST(request, { params: Promise.resolve({ id }) })
    }
    write('a.md', '# One\n\nFirst.')
    expect((await post(null, source.id)).status).toBe(401)
    expect((await post('quinn', source.id)).status).toBe(403)
    expect((await post('ada', 'no-such-source')).status).toBe(404)
    expect(await documents()).toEqual([])
    const queued = await post('ann', source.id)
    expect(queued.status).toBe(202)
    expect(await queued.json()).toEqual({ id: source.id, queuedAt: expect.any(String) })
    await vouch.work()
    expect(await documents()).toHaveLength(1)
  })

  it.runIf(atNight)(
    'a publication does not wait for a long sync to end',
    async () => {
      for (let i = 0; i < 150; i++) write(`${i}.md`, `# Rule ${i}\n\nThe text of rule ${i}.`)
      const draft = await vouch.draft({ title: 'Heron hours', markdown: 'Herons are fed at noon.' })
      await queueSync(vouch.payload, source.id)
      const work = vouch.work()
      await vi.waitFor(async () => expect((await sourceNow()).syncingSince).toBeTruthy(), { timeout: 10_000 })
      await vouch.act('ann', 'submit', draft)
      await vouch.act('ben', 'approve', draft)
      await vouch.act('ben', 'publish', draft)
      await vi.waitFor(
        async () =>
          expect(await vouch.payload.findByID({ collection: 'policies', id: draft.id })).toMatchObject({
            workflowState: 'published',
          }),
        { timeout: 20_000, interval: 20 },
      )
      expect((await sourceNow()).syncingSince).toBeTruthy()
      await work
      expect(await documents()).toHaveLength(150)
    },
    60_000,
  )

  it('the clock queues what is due, not what is busy or was done lately', async () => {
    const set = (data: Partial<Source>) =>
      vouch.payload.update({ collection: 'sources', id: source.id, data, depth: 0 })
    write('a.md', '# One\n\nFirst.')
    expect(await queueDueSyncs(vouch.payload)).toBe(0)
    await set({ syncEvery: 'hourly' })
    expect(await queueDueSyncs(vouch.payload)).toBe(1)
    expect(await queueDueSyncs(vouch.payload)).toBe(0)
    await vouch.work()
    expect(await queueDueSyncs(vouch.payload)).toBe(0)
    expect(await queueDueSyncs(vouch.payload, { now: Date.now() + 3_700_000 })).toBe(1)
    await vouch.work()
    await set({ syncEvery: 'never' })
  })

  it('a failing source says why, and fails no job', async () => {
    write('a.md', '# One\n\nFirst.')
    await sync()
    rmSync(folder, { recursive: true })
    await queueSync(vouch.payload, source.id)
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
    expect(await sourceNow()).toMatchObject({
      lastSyncState: 'failed',
      lastError: `There is no file or folder at ${folder}.`,
    })
    expect(await policy('a.md')).toMatchObject({ sourceVanishedAt: null })
  })
})

describe('who may add a source in the browser', () => {
  const add = (who: string, kind: string, location: string) =>
    faces.rest(who, 'POST', 'sources', { name: 'X', kind, location, syncEvery: 'never' })

  it.each([
    ['folder', '/etc'],
    ['file', '/etc/passwd'],
    ['folder', 'etc'],
    ['git', '/srv/repository'],
    ['git', 'file:///srv/repository'],
    ['git', 'ext::sh -c whoami'],
    ['zendesk', '../export.json'],
    ['web', 'file:///etc/passwd'],
  ])('nobody one that reads the server’s files: %s %s', async (kind, location) => {
    const { status, body } = await add('ada', kind, location)
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('are added on its command line')
    expect(await vouch.rows('sources', { location: { equals: location } })).toEqual([])
  })

  it('admins one of another place, and nobody else', async () => {
    const place = 'https://help.example.com/sitemap.xml'
    expect((await add('ann', 'sitemap', place)).status).toBe(403)
    expect((await add('ada', 'sitemap', place)).status).toBe(201)
    expect((await add('ada', 'git', 'git@example.com:team/handbook.git')).status).toBe(201)
  })

  it('a wrong place can be corrected until texts came from it', async () => {
    const wrong = await add('ada', 'web', 'https://help.example.com/retruns')
    const { id } = (wrong.body as { doc: { id: string } }).doc
    const move = (location: string) => faces.rest('ada', 'PATCH', `sources/${id}`, { location })
    expect((await move('returns')).status).toBe(400)
    expect((await move('https://help.example.com/returns')).status).toBe(200)
  })

  it('its place and what syncs say of it are changed by nobody, nor is one deleted that texts came from', async () => {
    write('a.md', '# One\n\nFirst.')
    await sync()
    const forged = { location: '/etc', kind: 'file', lastSyncState: 'failed', documents: 99, name: 'Renamed' }
    expect((await faces.rest('ada', 'PATCH', `sources/${source.id}`, forged)).status).toBe(400)
    const { location: _, kind: __, ...rest } = forged
    await faces.rest('ada', 'PATCH', `sources/${source.id}`, rest)
    expect(await sourceNow()).toMatchObject({
      name: 'Renamed',
      location: folder,
      kind: 'folder',
      lastSyncState: 'ok',
      documents: 1,
    })
    expect((await faces.rest('ada', 'DELETE', `sources/${source.id}`)).status).toBe(409)
    const [item] = await vouch.rows('source-items', { source: { equals: source.id } })
    expect((await faces.rest('ada', 'PATCH', `source-items/${item?.id}`, { sha256: 'x' })).status).toBe(403)
  })
})
