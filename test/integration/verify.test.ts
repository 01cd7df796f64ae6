import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createClient, type InStatement } from '@libsql/client'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditLog, Policy } from '../../payload-types'
import type { Break } from '../../src/commands/verify/break'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { auditHashOf } from '../../src/governance/auditChain'
import { auditKeysOf } from '../../src/records/auditKeys'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

const vouch = useInstallation()
let refunds: Policy
let parcels: Policy

const MARKDOWN = (what: string) =>
  ['Standard', 'Express', 'Abroad']
    .map(
      (kind, i) =>
        `## ${what}: ${kind}\n\n${what} of the kind ${kind} take ${i + 3} days. `.repeat(1) +
        'So we say. '.repeat(90),
    )
    .join('\n\n')

beforeAll(async () => {
  const topic = await vouch.payload.create({
    collection: 'topics',
    data: { name: 'Payments', slug: 'payments', approvers: [vouch.user('ben').id] },
  })
  refunds = await vouch.publish({
    title: 'Refunds',
    markdown: MARKDOWN('Refunds'),
    riskTier: 'sensitive',
    topic: topic.id,
  })
  parcels = await vouch.publish({ title: 'Parcels', markdown: MARKDOWN('Parcels') })
  const gifts = await vouch.publish({ title: 'Gifts', markdown: MARKDOWN('Gifts') })
  const later = { effectiveFrom: new Date(Date.now() + 9e8).toISOString() }
  const planned = await vouch.publish({ title: 'Planned', markdown: MARKDOWN('Plans'), ...later })
  await vouch.act('ben', 'withdraw', gifts)
  await vouch.act('ben', 'unschedule', planned)
  await vouch.payload.update({
    collection: 'policies',
    id: parcels.id,
    data: { title: 'Parcels and letters' },
    ...vouch.as('ann'),
  })
  await vouch.act('ann', 'submit', parcels)
  await vouch.act('ben', 'request_changes', parcels, 'policies', { comment: 'Which letters?' })
  await vouch.act('ann', 'submit', parcels)
  await vouch.act('dan', 'approve', parcels)
  await vouch.act('ben', 'publish', parcels)
  await vouch.work()
})

const verify = (o: Parameters<typeof verifyInstallation>[1] = {}) => verifyInstallation(vouch.deps, o)

/** Puts back whatever tables and index the run changed. */
const TABLES = [
  'chunks',
  'approvals',
  'releases',
  'releases_rels',
  'approvals_texts',
  'approvals_approver_roles',
  'audit_log',
  'policies',
]
const onCopies = async (run: () => Promise<unknown>) => {
  const rows = new Map<string, Record<string, unknown>[]>()
  for (const table of TABLES) {
    const [result] = await vouch.sql(`SELECT * FROM ${table}`)
    rows.set(table, (result?.rows ?? []) as Record<string, unknown>[])
  }
  try {
    await run()
  } finally {
    const statements: InStatement[] = []
    for (const [table, all] of rows) {
      statements.push(`DELETE FROM ${table}`)
      for (const row of all) {
        const names = Object.keys(row)
        statements.push({
          sql: `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
          args: names.map((name) => row[name]) as never,
        })
      }
    }
    await vouch.sql('PRAGMA foreign_keys = OFF', ...statements)
  }
}

const breaksAfter = async (...statements: InStatement[]): Promise<Break[]> => {
  let breaks: Break[] = []
  await onCopies(async () => {
    await vouch.sql('PRAGMA foreign_keys = OFF', ...statements)
    breaks = (await verify()).breaks
  })
  return breaks
}

/** Runs statements on the index's own file, as someone with the disk could. */
const indexSql = async (...statements: InStatement[]) => {
  const client = createClient({ url: `file:${path.join(vouch.deps.env.dataDir, 'index.db')}` })
  try {
    for (const statement of statements) await client.execute(statement)
    const { rows } = await client.execute('SELECT number FROM index_versions')
    return Number(rows[0]?.['number'])
  } finally {
    client.close()
  }
}

const releaseOf = async (policy: Policy, version = 1) => {
  const [release] = await vouch.rows('releases', {
    and: [{ documentId: { equals: policy.id } }, { version: { equals: version } }],
  })
  if (!release) throw new Error(`No release of ${policy.title} v${version}.`)
  return release
}
const chunksOf = async (policy: Policy) => {
  const release = await releaseOf(policy)
  const chunks = await vouch.rows('chunks', { release: { equals: release.id } })
  return chunks.toSorted((a, b) => a.position - b.position)
}
const approvalOf = async (policy: Policy) => {
  const [approval] = await vouch.rows('approvals', { documentId: { equals: policy.id } })
  if (!approval) throw new Error(`No approval of ${policy.title}.`)
  return approval
}

const named = (kind: Break['kind'], id: string, words: RegExp | string) =>
  expect.objectContaining({
    kind,
    id,
    message: typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
  })

describe('vouch verify', () => {
  it('finds nothing wrong where nothing was touched, and says what it looked at', async () => {
    const { checked, breaks, auditHead } = await verify()
    expect(breaks).toEqual([])
    const rows = await vouch.rows('audit-log')
    expect(checked).toMatchObject({
      auditRows: rows.length,
      approvals: 6,
      releases: 5,
      chunks: (await vouch.rows('chunks')).length,
      documents: 4,
      points: (await vouch.rows('chunks')).length,
    })
    expect(checked.chunks).toBeGreaterThanOrEqual(10)
    expect(auditHead?.seq).toBe(rows.length)
  })

  it.skipIf(onMongodb)(
    'names a chunk row, an index point, an approval and an audit row that were altered, all four',
    async () => {
      const [chunk] = await chunksOf(refunds)
      const approval = await approvalOf(refunds)
      const point = (await chunksOf(parcels))[0]
      await onCopies(async () => {
        await vouch.sql(
          {
            sql: `UPDATE chunks SET text = replace(text, '3 days', '30 days') WHERE id = ?`,
            args: [chunk!.id],
          },
          { sql: `UPDATE approvals SET comment = 'Fine by me.' WHERE id = ?`, args: [approval.id] },
          `UPDATE audit_log SET actor_name = 'Mallory' WHERE seq = 5`,
        )
        const n = await indexSql()
        await indexSql({
          sql: `UPDATE points_${n} SET audience = 'internal' WHERE id = ?`,
          args: [point!.id],
        })
        const { breaks } = await verify()
        await indexSql({ sql: `UPDATE points_${n} SET audience = 'public' WHERE id = ?`, args: [point!.id] })
        expect(breaks).toEqual(
          expect.arrayContaining([
            named('chunk', chunk!.id, /“Refunds” v1.*not the span/),
            named('approval', approval.id, /“Refunds” v1.*altered/),
            named('audit', '5', /No\. 5 .*altered/),
            named('index_point', point!.id, /“Parcels” v1.*the audience/),
          ]),
        )
        // The words of the altered chunk are no longer those that its point is found by.
        expect(breaks.filter(({ id }) => id !== chunk!.id)).toHaveLength(3)
      })
      expect((await verify()).breaks).toEqual([])
    },
  )

  describe.skipIf(onMongodb)('chunks', () => {
    it('names one that is gone, with its place', async () => {
      const chunk = (await chunksOf(refunds))[1]!
      const breaks = await breaksAfter({ sql: 'DELETE FROM chunks WHERE id = ?', args: [chunk.id] })
      expect(breaks).toContainEqual(named('chunk', chunk.id, /No\. 2 of the \d+ of “Refunds” v1.*is gone/))
      expect(breaks).toContainEqual(named('index_point', chunk.id, 'no released chunk behind it'))
    })

    it('names one that was added, even with a true span and hash', async () => {
      const chunk = (await chunksOf(refunds))[1]!
      const id = randomUUID()
      const added = await breaksAfter(
        { sql: `CREATE TEMP TABLE copy AS SELECT * FROM chunks WHERE id = ?`, args: [chunk.id] },
        { sql: `UPDATE copy SET id = ?`, args: [id] },
        `INSERT INTO chunks SELECT * FROM copy`,
        `DROP TABLE copy`,
      )
      expect(added).toContainEqual(named('chunk', id, /was added to “Refunds” v1/))
    })

    it.each([
      ['its heading path', `heading_path = '["Elsewhere"]'`, /heading path/],
      ['its hash', `content_hash = 'sha256:forged'`, /does not have the hash/],
      ['its place', `position = 77`, /which document|place/],
    ])('names one when %s was altered', async (_, change, words) => {
      const chunk = (await chunksOf(refunds))[1]!
      const breaks = await breaksAfter({ sql: `UPDATE chunks SET ${change} WHERE id = ?`, args: [chunk.id] })
      expect(breaks).toContainEqual(named('chunk', chunk.id, words))
    })
  })

  describe.skipIf(onMongodb)('approvals', () => {
    it('names one that is gone, and the release that it signed', async () => {
      const approval = await approvalOf(refunds)
      const release = await releaseOf(refunds)
      const breaks = await breaksAfter({ sql: 'DELETE FROM approvals WHERE id = ?', args: [approval.id] })
      expect(breaks).toContainEqual(named('approval', approval.id, /“Refunds”.*is gone; audit row No\. \d+/))
      expect(breaks).toContainEqual(named('release', release.id, 'is not validly signed'))
    })

    it('names one that nobody gave', async () => {
      const approval = await approvalOf(refunds)
      const id = randomUUID()
      const breaks = await breaksAfter(
        { sql: `CREATE TEMP TABLE copy AS SELECT * FROM approvals WHERE id = ?`, args: [approval.id] },
        { sql: `UPDATE copy SET id = ?`, args: [id] },
        `INSERT INTO approvals SELECT * FROM copy`,
        `DROP TABLE copy`,
      )
      expect(breaks).toEqual([named('approval', id, 'nobody gave it')])
    })

    it('names one whose signer was changed to the author, and says that the release is not signed', async () => {
      const approval = await approvalOf(refunds)
      const release = await releaseOf(refunds)
      const breaks = await breaksAfter({
        sql: 'UPDATE approvals SET approver_id = ? WHERE id = ?',
        args: [vouch.user('ann').id, approval.id],
      })
      expect(breaks).toContainEqual(named('approval', approval.id, 'altered'))
      expect(breaks).toContainEqual(named('release', release.id, 'not validly signed'))
    })
  })

  describe.skipIf(onMongodb)('releases', () => {
    it('names one that is gone', async () => {
      const release = await releaseOf(refunds)
      const breaks = await breaksAfter({ sql: 'DELETE FROM releases WHERE id = ?', args: [release.id] })
      expect(breaks).toContainEqual(named('release', release.id, /“Refunds” v1 is gone; audit row No\. \d+/))
      expect(breaks).toContainEqual(named('document', refunds.id, 'does not exist'))
      expect(breaks).toContainEqual(named('chunk', (await chunksOf(refunds))[0]!.id, 'belongs to no release'))
    })

    it.each([
      ['its end', `valid_to = '2030-01-01T00:00:00.000Z'`, /until 2030-01-01.*make that further notice/],
      [
        'its beginning',
        `valid_from = '2020-01-01T00:00:00.000Z'`,
        /from 2020-01-01.*audit row No\. \d+ says/,
      ],
      ['its audience', `audience = 'internal'`, /audience.*not those that were signed/],
      ['its title', `title = 'Other'`, /not those that were signed/],
      ['its tier', `risk_tier = 'standard'`, /not those that were signed/],
      ['its tier, to one that it was not signed for', `risk_tier = 'regulated'`, /needs two signatures/],
      ['its topic, so that others should have signed', `topic_id = NULL`, /not validly signed/],
      ['its text', `text = text || ' Or not.'`, /not the text that was released/],
      ['its withdrawal', `withdrawn_at = '2030-01-01T00:00:00.000Z'`, /no audit row says who did it/],
      ['its version', `version = 9`, /altered/],
      ['its publisher', `published_by_id = 'mallory'`, /altered/],
    ])('names one when %s was altered', async (_, change, words) => {
      const { id } = await releaseOf(refunds)
      const breaks = await breaksAfter({ sql: `UPDATE releases SET ${change} WHERE id = ?`, args: [id] })
      expect(breaks).toContainEqual(named('release', id, words))
    })

    it('names one that was withdrawn and is so no longer', async () => {
      const gifts = (await vouch.rows('policies', { title: { equals: 'Gifts' } }))[0] as Policy
      const { id } = await releaseOf(gifts)
      const breaks = await breaksAfter({
        sql: `UPDATE releases SET withdrawn_at = NULL, valid_to = NULL WHERE id = ?`,
        args: [id],
      })
      expect(breaks).toContainEqual(named('release', id, /not withdrawn; audit row No\. \d+ withdrew it/))
    })

    it('names two of one document that are in force at one instant', async () => {
      const first = await releaseOf(parcels)
      const breaks = await breaksAfter({
        sql: `UPDATE releases SET valid_to = NULL WHERE id = ?`,
        args: [first.id],
      })
      expect(breaks).toContainEqual(named('release', first.id, 'in force at the same time'))
    })
  })

  it.skipIf(onMongodb)('names a document row that says a withdrawn or another release is live', async () => {
    const gifts = (await vouch.rows('policies', { title: { equals: 'Gifts' } }))[0] as Policy
    const live = (id: string) => ({
      sql: 'UPDATE policies SET live_release_id = ?, live_version = 1 WHERE id = ?',
      args: [id, gifts.id],
    })
    const withdrawn = await breaksAfter(live((await releaseOf(gifts)).id))
    expect(withdrawn).toEqual([named('document', gifts.id, 'which was withdrawn')])
    const other = await breaksAfter(live((await releaseOf(refunds)).id))
    expect(other).toEqual([named('document', gifts.id, 'which is of another document')])
  })

  describe('index points', () => {
    const breaksOfIndex = async (id: string, change: (n: number) => InStatement[]) => {
      const n = await indexSql()
      const tables = ['points', 'vectors']
      const kept: { table: string; row: Record<string, unknown> }[] = []
      const client = createClient({ url: `file:${path.join(vouch.deps.env.dataDir, 'index.db')}` })
      for (const table of tables) {
        const { rows } = await client.execute({
          sql: `SELECT * FROM ${table}_${n} WHERE seq = (SELECT seq FROM points_${n} WHERE id = ?)`,
          args: [id],
        })
        for (const row of rows) kept.push({ table: `${table}_${n}`, row: { ...row } })
      }
      client.close()
      await indexSql(...change(n))
      const { breaks } = await verify()
      for (const { table, row } of kept)
        await indexSql({
          sql: `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map(() => '?')
            .join(', ')})`,
          args: Object.values(row) as never,
        })
      return breaks
    }

    it.each([
      ['the hash', `hash = 'sha256:forged'`],
      ['the window', `valid_to = 1`],
      ['the language', `locale = 'de'`],
      ['the release', `release = 'another'`],
      ['the document', `document = 'another'`],
    ])('names one when %s was altered', async (what, change) => {
      const { id } = (await chunksOf(refunds))[0]!
      const breaks = await breaksOfIndex(id, (n) => [
        { sql: `UPDATE points_${n} SET ${change} WHERE id = ?`, args: [id] },
      ])
      expect(breaks).toEqual([named('index_point', id, what)])
    })

    it('names a chunk whose point is gone', async () => {
      const { id } = (await chunksOf(refunds))[0]!
      const breaks = await breaksOfIndex(id, (n) => [
        { sql: `DELETE FROM points_${n} WHERE id = ?`, args: [id] },
      ])
      expect(breaks).toEqual([named('index_point', id, 'is not in the index')])
    })

    it('names one that is found by other words, and a vector where there should be none', async () => {
      const { id } = (await chunksOf(refunds))[0]!
      const seq = (n: number) => `(SELECT seq FROM points_${n} WHERE id = '${id}')`
      const withVector = await breaksOfIndex(id, (n) => [
        `INSERT INTO vectors_${n} VALUES (${seq(n)}, x'0000803f')`,
      ])
      expect(withVector).toEqual([named('index_point', id, 'has a vector')])
      const n = await indexSql()
      await indexSql(`DELETE FROM vectors_${n}`)
      const reworded = await breaksOfIndex(id, () => [
        `INSERT OR REPLACE INTO words_${n} (rowid, terms) VALUES (${seq(n)}, 'free money for everyone')`,
      ])
      expect(reworded).toEqual([named('index_point', id, 'other words')])
      const release = await releaseOf(refunds)
      const { store, payload } = vouch.deps
      const { upsertReleases } = await import('../../ingestion/indexing')
      const { activeIndexVersion } = await import('../../ingestion/indexVersions')
      const version = await activeIndexVersion(payload)
      const released = { release, chunks: await chunksOf(refunds) }
      await upsertReleases({ payload, store, model: null }, version!, [released])
      expect((await verify()).breaks).toEqual([])
    })
  })

  describe.skipIf(onMongodb)('the audit log', () => {
    it('names a row that is gone, and what it was the record of', async () => {
      const rows = await vouch.rows('audit-log', { action: { equals: 'document.publish' } })
      const row = rows.toSorted((a, b) => a.seq - b.seq)[0] as AuditLog
      const { releaseId } = row.detail as { releaseId: string }
      const breaks = await breaksAfter({ sql: 'DELETE FROM audit_log WHERE seq = ?', args: [row.seq] })
      expect(breaks).toContainEqual(named('audit', String(row.seq + 1), `Row No. ${row.seq} is missing`))
      expect(breaks).toContainEqual(named('release', releaseId, 'nobody published it'))
    })

    it('names a row that was forged and hashed anew without the key, and the row after it', async () => {
      const [row] = await vouch.rows('audit-log', { seq: { equals: 7 } })
      const forged = { ...row!, title: row!.title ?? null, detail: row!.detail ?? null, actorName: 'Mallory' }
      const hash = auditHashOf({ ...forged, previousHash: forged.previousHash ?? null })
      const breaks = await breaksAfter({
        sql: `UPDATE audit_log SET actor_name = 'Mallory', hash = ? WHERE seq = 7`,
        args: [hash],
      })
      expect(breaks).toEqual([
        named('audit', '7', 'it was altered'),
        named('audit', '8', /No\. 8 .* does not follow No\. 7/),
      ])
      const keyed = auditHashOf(
        { ...forged, previousHash: forged.previousHash ?? null },
        auditKeysOf(vouch.payload).current(),
      )
      // Who has the key too can make a row, and not the rows after it without being seen.
      const withKey = await breaksAfter({
        sql: `UPDATE audit_log SET actor_name = 'Mallory', hash = ? WHERE seq = 7`,
        args: [keyed],
      })
      expect(withKey).toEqual([named('audit', '8', /No\. 8 .* does not follow No\. 7/)])
    })

    it('says that its end was cut off to whoever wrote down the head', async () => {
      const { auditHead } = await verify()
      const seq = auditHead!.seq
      await vouch.payload.update({
        collection: 'topics',
        where: { slug: { equals: 'payments' } },
        data: { queue: 'money' },
      })
      expect((await verify({ expectHead: auditHead })).breaks).toEqual([])
      const head = (await verify()).auditHead
      await onCopies(async () => {
        await vouch.sql({ sql: 'DELETE FROM audit_log WHERE seq > ?', args: [seq] })
        expect((await verify()).breaks).toEqual([])
        expect((await verify({ expectHead: head })).breaks).toEqual([
          named('audit', String(head!.seq), /not in the audit log, which ends before it/),
        ])
      })
      const replaced = { seq: head!.seq, hash: auditHead!.hash }
      expect((await verify({ expectHead: replaced })).breaks).toHaveLength(1)
    })
  })
})
