import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { importDocuments } from '../../src/commands/importDocuments'
import { importerUser } from '../../src/commands/importerUser'
import type { ImportReport } from '../../src/commands/importReport'
import type { User } from '../../payload-types'
import { pdf } from '../unit/loadersSetup'
import { onMongodb } from './databases'
import { useInstallation, type Installation } from './installation'

const MB = 1024 * 1024

const GOOD: Record<string, string> = {
  'returns.md': '# Returns\n\nGoods come back within 30 days.\n',
  'nested/delivery.md': '---\ntitle: Delivery\naudience: internal\n---\n\nDelivery takes 3 days.\n',
  'notes.txt': 'Shop hours\n\nThe shop opens at nine.\n',
  'faq.csv': 'question,answer\nDo you ship abroad?,We ship to all of Europe.\n',
  'page.html':
    '<html><head><title>Warranty</title></head><body><main><p>Two years of cover.</p></main></body></html>',
}
/** Each bad input of the issue, and what the report must say of it. */
const BAD: Record<string, { content: string | Uint8Array; says: RegExp }> = {
  'corrupt.pdf': { content: '%PDF-1.7\n1 0 obj << /Type /Catalog', says: /PDF/ },
  'empty.md': { content: '', says: /^The file is empty\.$/ },
  'huge.md': { content: 'x', says: /^The file has 200 MB; at most 50 MB are read\./ },
  'lying.docx': { content: '', says: /named \.docx but its content is application\/pdf/ },
  'latin1.md': {
    content: Uint8Array.from([0x23, 0x20, 0x4f, 0x6b, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a]),
    says: /^The text is not valid UTF-8 at byte 8 \(0xE9, line 2\)/,
  },
  'untitled.jsonl': {
    content: '{"text": "Nobody named me."}\n',
    says: /^Line 1: The document has no title\.$/,
  },
  'broken.jsonl': { content: '{"title": "Half\n', says: /^Line 1: not valid JSON/ },
}

describe('importing a folder in which much is wrong', () => {
  const vouch = useInstallation()
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-import-'))
  let importer: User
  let report: ImportReport

  const run = (o: { approver?: User } = {}) => importDocuments(vouch.deps, { path: folder, importer, ...o })
  const documents = async () => [...(await vouch.rows('policies')), ...(await vouch.rows('faqs'))]
  const counts = async () =>
    Promise.all(
      (['policies', 'faqs', 'topics', 'sources', 'releases', 'chunks', 'approvals'] as const).map(
        async (collection) => [collection, (await vouch.payload.count({ collection })).totalDocs],
      ),
    )
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }

  beforeAll(async () => {
    for (const [name, content] of Object.entries(GOOD)) write(name, content)
    for (const [name, { content }] of Object.entries(BAD)) write(name, content)
    write('lying.docx', await pdf((page) => page.text('I am a PDF.')))
    truncateSync(path.join(folder, 'huge.md'), 200 * MB)
    write('photo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))
    importer = await importerUser(vouch.payload)
    report = await run()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(BAD))('names %s with its reason and its place', (file, { says }) => {
    const failures = report.failed.filter((failure) => failure.file === file)
    expect(failures).toHaveLength(1)
    expect(failures[0]?.error).toMatch(says)
    expect(failures[0]?.error).not.toMatch(/\bat \S+:\d+|node_modules/)
  })

  it('takes the good files, as drafts by the importer, with what they say of themselves', async () => {
    expect(report).toMatchObject({
      documents: 5,
      created: 5,
      unchanged: 0,
      published: 0,
      skipped: { '.png': 1 },
    })
    expect(report.failed).toHaveLength(Object.keys(BAD).length)
    const rows = await documents()
    expect(rows.map(({ sourceKey }) => sourceKey?.replace(/#.*/, '')).sort()).toEqual(
      Object.keys(GOOD).sort(),
    )
    for (const row of rows)
      expect(row).toMatchObject({ workflowState: 'draft', version: 1, authors: [importer.id] })
    expect(rows.find(({ sourceKey }) => sourceKey === 'nested/delivery.md')).toMatchObject({
      title: 'Delivery',
      audience: 'internal',
    })
  })

  // Looks for orphans in SQL.
  it.skipIf(onMongodb)('leaves nothing half-written', async () => {
    expect(Object.fromEntries(await counts())).toEqual({
      policies: 4,
      faqs: 1,
      topics: 0,
      sources: 1,
      releases: 0,
      chunks: 0,
      approvals: 0,
    })
    const [versions] = await vouch.sql(
      `SELECT count(*) AS orphans FROM _policies_v WHERE parent_id IS NULL OR parent_id NOT IN (SELECT id FROM policies)`,
    )
    expect(versions?.rows[0]?.['orphans']).toBe(0)
  })

  it('adds nothing when run again, and tells the same failures', async () => {
    const before = await counts()
    const again = await run()
    expect(again).toMatchObject({ documents: 5, created: 0, changed: 0, unchanged: 5, published: 0 })
    expect(again.failed).toEqual(report.failed)
    expect(await counts()).toEqual(before)
    const { totalDocs } = await vouch.payload.countVersions({ collection: 'policies' })
    expect(totalDocs).toBe(4)
  })

  it('makes one new version, a draft, of the one file that changed', async () => {
    write('returns.md', '# Returns\n\nGoods come back within 60 days.\n')
    expect(await run()).toMatchObject({ documents: 5, created: 0, changed: 1, unchanged: 4 })
    const rows = await documents()
    expect(rows).toHaveLength(5)
    expect(rows.filter(({ version }) => version === 2)).toMatchObject([
      { sourceKey: 'returns.md', workflowState: 'draft', title: 'Returns' },
    ])
  })

  it('with an approver publishes what changed and the drafts left behind, counts them, and never lets the importer sign', async () => {
    write('returns.md', '# Returns\n\nGoods come back within 90 days.\n')
    write('vault.md', '---\nriskTier: regulated\n---\n\n# Vault\n\nOnly two may open it.\n')
    const published = await run({ approver: vouch.user('ben') })
    expect(published).toMatchObject({ created: 1, changed: 1, published: 5 })
    expect(published.failed.filter(({ file }) => file === 'vault.md')).toMatchObject([
      { error: expect.stringMatching(/^Imported as a draft, not published: .*two signatures/) },
    ])
    await vouch.work()
    expect(await vouch.rows('releases', { title: { equals: 'Returns' } })).toMatchObject([{ version: 3 }])
    expect(await vouch.rows('releases')).toHaveLength(5)
    write('returns.md', '# Returns\n\nGoods come back within 91 days.\n')
    const self = await run({ approver: importer })
    expect(self.published).toBe(0)
    expect(self.failed.some(({ file }) => file === 'returns.md')).toBe(true)
  })

  it('a path that is not there is one clear error', async () => {
    const missing = importDocuments(vouch.deps, { path: path.join(folder, 'nowhere'), importer })
    await expect(missing).rejects.toThrow(/^There is no file or folder at .*nowhere\.$/)
  })

  it('counts files by format, read and failed, and names the texts that say the same', async () => {
    expect(report.formats).toMatchObject({
      '.md': { files: 5, parsed: 2, failed: 3 },
      '.pdf': { files: 1, parsed: 0, failed: 1 },
      '.csv': { files: 1, parsed: 1, failed: 0 },
    })
    expect(report.duplicates).toEqual([])
    const twice = mkdtempSync(path.join(tmpdir(), 'vouch-twice-'))
    for (const name of ['a.md', 'b.txt'])
      writeFileSync(path.join(twice, name), 'The shop is shut on Sundays.\n')
    const { duplicates } = await importDocuments(vouch.deps, { path: twice, importer })
    rmSync(twice, { recursive: true })
    expect(duplicates).toEqual([{ a: 'a.md', b: 'b.txt', similarity: 1 }])
  })

  it('signs and releases each row of a long table, with what is the same for many read and written once', async () => {
    const ROWS = 20
    const long = mkdtempSync(path.join(tmpdir(), 'vouch-table-'))
    const rows = Array.from(
      { length: ROWS },
      (_, i) => `How long is plan ${i} valid?,It is valid for ${i + 2} days.`,
    )
    writeFileSync(path.join(long, 'plans.csv'), ['question,answer', ...rows].join('\n'))
    const statements = onMongodb ? () => 0 : countStatements(vouch)
    const approver = vouch.user('ben')
    const done = await importDocuments(vouch.deps, { path: long, importer, approver })
    await vouch.work()
    rmSync(long, { recursive: true })
    expect(done).toMatchObject({ created: ROWS, published: ROWS, failed: [] })
    // It took 72 a row when each was written by itself.
    expect(statements() / ROWS).toBeLessThan(36)
    const texts = await vouch.rows('faqs', { question: { like: 'How long is plan' } })
    expect(texts.map(({ workflowState, authors }) => ({ workflowState, authors }))).toEqual(
      rows.map(() => ({ workflowState: 'published', authors: [] })),
    )
    const ids = texts.map(({ id }) => id)
    const releases = await vouch.rows('releases', { documentId: { in: ids } })
    expect(releases.map(({ validFrom, approvals }) => [typeof validFrom, approvals.length])).toEqual(
      rows.map(() => ['string', 1]),
    )
    const acts = (await vouch.rows('audit-log', { subjectId: { in: ids } })).map(({ action }) => action)
    for (const action of ['document.submit', 'document.approve', 'document.publish', 'release.activated'])
      expect(acts.filter((each) => each === action)).toHaveLength(ROWS)
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
  }, 120_000)
})

/** Counts the statements of every transaction from now on. */
function countStatements({ payload }: Installation): () => number {
  let statements = 0
  const { client } = payload.db as unknown as {
    client: { transaction: () => Promise<{ execute: (statement: unknown) => Promise<unknown> }> }
  }
  const transaction = client.transaction.bind(client)
  client.transaction = async () => {
    const own = await transaction()
    const execute = own.execute.bind(own)
    own.execute = (statement) => {
      statements++
      return execute(statement)
    }
    return own
  }
  return () => statements
}
