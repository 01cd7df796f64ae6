import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { InStatement } from '@libsql/client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AuditLog, Bot, Policy } from '../../payload-types'
import { defaultCalibration } from '../../src/answer/calibration'
import { acceptBreak } from '../../src/commands/audit/acceptBreak'
import { keyChain } from '../../src/commands/audit/keyChain'
import { rotateAuditKey } from '../../src/commands/audit/rotateKey'
import { sealRecords } from '../../src/commands/audit/sealRecords'
import { lastVerification, verifyByItself } from '../../src/commands/audit/verifyByItself'
import { headsAreAhead, writeHeads } from '../../src/commands/audit/writeHeads'
import { createBotKey, findBotByKey } from '../../src/commands/botKeys'
import { activeCalibration } from '../../src/commands/calibrations'
import { addComment } from '../../src/commands/comments'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { auditHashOf, chained, type StoredAuditRow } from '../../src/governance/auditChain'
import { auditKeyOf } from '../../src/governance/auditKey'
import { putAside } from '../../src/records/putAside'
import { answerEagerly } from './answerEagerly'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

/** What someone with the database file, and without the key, can do to it: each is named, and nothing else is. */
const vouch = useInstallation()
let refunds: Policy
let draft: Policy
let shop: Bot
let key: string

const heads = () => path.join(vouch.deps.env.dataDir, 'audit.heads')
const verify = (o: Parameters<typeof verifyInstallation>[1] = {}) => verifyInstallation(vouch.deps, o)
const oneId = async (from: string): Promise<string> => {
  const [result] = await vouch.sql(`SELECT id FROM ${from} LIMIT 1`)
  return String(result?.rows[0]?.['id'])
}

beforeAll(async () => {
  const { payload } = vouch
  const topic = await payload.create({
    collection: 'topics',
    data: {
      name: 'Payments',
      slug: 'payments',
      approvers: [vouch.user('ben').id],
      synonyms: ['cheque, check'],
    },
  })
  refunds = await vouch.publish({
    title: 'Refunds',
    markdown: 'The Petrel Kettle may be sent back within 14 days.',
    riskTier: 'sensitive',
    topic: topic.id,
  })
  for (const about of ['night trains', 'lost umbrellas', 'garden chairs', 'opening hours'])
    await vouch.publish({ title: `About ${about}`, markdown: `Ask the desk about ${about}.` })
  draft = await vouch.draft({ title: 'Letters', markdown: 'Letters take three days.' })
  await addComment(
    { payload, user: vouch.user('ben') },
    { collection: 'policies', id: draft.id, expectedVersion: 1, body: 'Which letters?' },
  )
  await vouch.act('ann', 'submit', draft)
  await vouch.act('ben', 'request_changes', draft, 'policies', { comment: 'Say which letters.' })
  await vouch.act('ann', 'submit', draft)
  await vouch.act('dan', 'approve', draft)
  shop = await vouch.bot({ name: 'shop' })
  key = await createBotKey({ payload, user: vouch.user('ada') }, shop.id)
  await payload.create({
    collection: 'delegations',
    data: {
      from: vouch.user('ben').id,
      to: vouch.user('cora').id,
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 9e7).toISOString(),
    },
  })
  await payload.create({
    collection: 'sources',
    data: { name: 'Wiki', kind: 'web', location: 'https://wiki.example.com', syncEvery: 'never' },
  })
  await answerEagerly(payload, vouch.user('cora'))
  const bot = { bot: shop }
  await vouch.ask('Within how many days may the Petrel Kettle be sent back?', bot)
  await vouch.ask('Do you sell moon cheese on Saturdays?', bot)
  await vouch.ask('Do you sell moon cheese on Saturdays please?', bot)
  await vouch.ask('I want to speak to a person about my refund', bot)
  await vouch.work()
  await sealRecords(payload)
  await writeHeads(vouch.deps)
}, 240_000)

type Row = Record<string, unknown>
let kept = new Map<string, Row[]>()

/** Keeps what is in some tables, then runs the statements. */
const tamper = async (tables: readonly string[], ...statements: InStatement[]): Promise<void> => {
  for (const table of tables) {
    const [result] = await vouch.sql(`SELECT * FROM ${table}`)
    kept.set(table, (result?.rows ?? []).map((row) => Object.assign({}, row)) as Row[])
  }
  await vouch.sql('PRAGMA foreign_keys = OFF', ...statements)
}

afterEach(async () => {
  const statements: InStatement[] = []
  for (const [table, rows] of kept) {
    statements.push(`DELETE FROM ${table}`)
    for (const row of rows) {
      const names = Object.keys(row)
      statements.push({
        sql: `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        args: Object.values(row) as never,
      })
    }
  }
  kept = new Map()
  if (statements.length) await vouch.sql('PRAGMA foreign_keys = OFF', ...statements)
})

const copyOf = (table: string, changes: string): InStatement[] => [
  `CREATE TEMP TABLE copy AS SELECT * FROM ${table} LIMIT 1`,
  `UPDATE copy SET ${changes}`,
  `INSERT INTO ${table} SELECT * FROM copy`,
  `DROP TABLE copy`,
]

/** An audit row put in by SQL. */
const insertOf = (row: StoredAuditRow): InStatement => ({
  sql: `INSERT INTO audit_log (id, seq, at, action, actor, actor_name, subject_collection, subject_id, title, detail, previous_hash, hash, key_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  args: [
    randomUUID(),
    row.seq,
    row.at,
    row.action,
    row.actor,
    row.actorName,
    row.subjectCollection,
    row.subjectId,
    row.title,
    JSON.stringify(row.detail),
    row.previousHash,
    row.hash,
    row.keyId ?? null,
    row.at,
    row.at,
  ],
})

it('finds nothing wrong where nothing was touched, and everything sealed', async () => {
  const { breaks, unsealed, accepted, checked } = await verify()
  expect(breaks).toEqual([])
  expect({ unsealed, accepted }).toEqual({ unsealed: 0, accepted: 0 })
  expect(checked.records).toBeGreaterThan(30)
})

describe.skipIf(onMongodb)('each kind of record that was changed in the database is named', () => {
  const CASES: [what: string, tables: string[], words: RegExp, ...statements: InStatement[]][] = [
    ['a receipt’s words', ['answers'], /receipt .*altered/, `UPDATE answers SET message = 'Never.' WHERE outcome = 'answered'`],
    ['a receipt’s stored response', ['answers'], /receipt .*altered/, `UPDATE answers SET response = '{"outcome":"answered"}' WHERE outcome = 'refused'`],
    ['when a receipt was given', ['answers'], /receipt .*altered/, `UPDATE answers SET created_at = '2020-01-01T00:00:00.000Z' WHERE outcome = 'answered'`],
    ['a receipt that is gone', ['answers'], /receipt .*is gone/, `DELETE FROM answers WHERE outcome = 'answered'`],
    ['a receipt that nobody gave', ['answers'], /receipt .*nobody made it/, ...copyOf('answers', `id = '${randomUUID()}', idempotency_hash = 'planted'`)],
    ['a gap event that is gone', ['gap_events'], /gap event .*is gone/, `DELETE FROM gap_events WHERE rowid = 1`],
    ['a gap event’s question', ['gap_events'], /gap event .*altered/, `UPDATE gap_events SET question = 'Other' WHERE rowid = 1`],
    ['a gap that is gone', ['gaps'], /gap .*is gone/, `DELETE FROM gaps WHERE rowid = 1`],
    ['a gap’s state', ['gaps'], /gap .*altered/, `UPDATE gaps SET state = 'wont_answer' WHERE rowid = 1`],
    ['how often a gap was seen', ['gaps'], /was seen 1 time; its events say \d+/, `UPDATE gaps SET seen = 1 WHERE seen > 1`],
    ['a hand-over that is gone', ['handovers'], /hand-over .*is gone/, `DELETE FROM handovers`],
    ['a hand-over’s package', ['handovers'], /hand-over .*altered/, `UPDATE handovers SET package = '{}'`],
    ['a person’s roles', ['users_roles'], /person “ann”.*altered/, `INSERT INTO users_roles ("order", parent_id, value, id) SELECT 9, id, 'admin', 99999 FROM users WHERE name = 'ann'`],
    ['a person’s password', ['users'], /person “dan”.*altered/, `UPDATE users SET hash = (SELECT hash FROM users WHERE name = 'ann'), salt = (SELECT salt FROM users WHERE name = 'ann') WHERE name = 'dan'`],
    ['a person’s address', ['users'], /person “ada”.*altered/, `UPDATE users SET email = 'mallory@example.com' WHERE name = 'ada'`],
    ['that a person has left', ['users'], /person “ben”.*altered/, `UPDATE users SET left_at = '2020-01-01T00:00:00.000Z' WHERE name = 'ben'`],
    ['a link to set a password', ['users'], /person “ada”.*altered/, `UPDATE users SET reset_password_token = 'planted', reset_password_expiration = '2999-01-01T00:00:00.000Z' WHERE name = 'ada'`],
    ['a person whom nobody added', ['users'], /person “mallory”.*nobody made it/, ...copyOf('users', `id = '${randomUUID()}', name = 'mallory', email = 'm@example.com'`)],
    ['a bot’s audiences', ['bots_audiences'], /bot “shop”.*altered/, `INSERT INTO bots_audiences ("order", parent_id, value, id) SELECT 9, id, 'internal', 99999 FROM bots WHERE name = 'shop'`],
    ['a bot’s scopes', ['bots_scopes'], /bot “shop”.*altered/, `DELETE FROM bots_scopes WHERE value = 'explain'`],
    ['a key that was planted', ['bots_keys'], /bot “shop”.*altered/, ...copyOf('bots_keys', `id = '${randomUUID()}', _order = 2, prefix = 'planted1', hash = 'ff'`)],
    ['a bot that was turned on again', ['bots'], /bot “shop”.*altered/, `UPDATE bots SET enabled = 0 WHERE name = 'shop'`],
    ['a calibration’s thresholds', ['calibrations'], /calibration “eager”.*altered/, `UPDATE calibrations SET artefact = '{}' WHERE name = 'eager'`],
    ['a calibration that was planted', ['calibrations'], /calibration “theirs”.*nobody made it/, ...copyOf('calibrations', `id = '${randomUUID()}', name = 'theirs', state = 'in_force'`)],
    ['a topic that no longer goes to a person', ['topics'], /topic “Payments”.*altered/, `UPDATE topics SET escalate = 1`],
    ['who signs for a topic', ['topics_rels'], /topic “Payments”.*altered/, `UPDATE topics_rels SET users_id = (SELECT id FROM users WHERE name = 'ann')`],
    ['a topic’s synonyms', ['topics_texts'], /topic “Payments”.*altered/, `UPDATE topics_texts SET text = 'cheque, free money'`],
    ['a topic that is gone', ['topics'], /topic .*is gone/, `DELETE FROM topics`],
    ['how long someone stands in', ['delegations'], /stand-in .*altered/, `UPDATE delegations SET ends_at = '2999-01-01T00:00:00.000Z'`],
    ['a stand-in that nobody named', ['delegations'], /stand-in .*nobody made it/, ...copyOf('delegations', `id = '${randomUUID()}'`)],
    ['a draft’s authors', ['policies_rels'], /policy “Letters”.*altered/, `UPDATE policies_rels SET users_id = (SELECT id FROM users WHERE name = 'quinn') WHERE path = 'authors'`],
    ['when a text is to be checked', ['policies'], /policy “Refunds”.*altered/, `UPDATE policies SET review_at = '2999-01-01T00:00:00.000Z' WHERE title = 'Refunds'`],
    ['who owns a text', ['policies'], /policy “Letters”.*altered/, `UPDATE policies SET owner_id = (SELECT id FROM users WHERE name = 'quinn') WHERE title = 'Letters'`],
    ['a draft’s state', ['policies'], /policy “Letters”.*altered/, `UPDATE policies SET workflow_state = 'in_review' WHERE title = 'Letters'`],
    ['a draft that is gone', ['policies'], /policy .*is gone/, `DELETE FROM policies WHERE title = 'Letters'`],
    ['when a release is to be checked', ['releases'], /release “Refunds”.*altered/, `UPDATE releases SET review_at = '2999-01-01T00:00:00.000Z' WHERE title = 'Refunds'`],
    ['a version of a text', ['_policies_v'], /version of a policy “Letters”.*altered/, `UPDATE _policies_v SET version_body = replace(version_body, 'three', 'nine') WHERE version_title = 'Letters'`],
    ['a version that is gone', ['_policies_v'], /version of a policy .*is gone/, `DELETE FROM _policies_v WHERE version_title = 'Letters'`],
    ['the order in which approvals were given', ['approvals'], /approval “Letters”.*altered/, `UPDATE approvals SET created_at = '2999-01-01T00:00:00.000Z' WHERE decision = 'changes_requested'`],
    ['a comment', ['comments'], /comment “All good.”.*altered/, `UPDATE comments SET body = 'All good.'`],
    ['that a comment was resolved', ['comments'], /comment .*altered/, `UPDATE comments SET resolved_at = '2026-01-01T00:00:00.000Z'`],
    ['a comment that is gone', ['comments'], /comment .*is gone/, `DELETE FROM comments`],
    ['where a source is', ['sources'], /source “Wiki”.*altered/, `UPDATE sources SET location = 'https://evil.example'`],
    ['how the index is searched', ['index_versions'], /index version .*altered/, `UPDATE index_versions SET dense_weight = 0.01`],
  ] // prettier-ignore

  it.each(CASES)('%s', async (_, tables, words, ...statements) => {
    await tamper(tables, ...statements)
    const { breaks } = await verify()
    expect(breaks.map(({ message }) => message).join('\n')).toMatch(words)
    // One thing was done, and one record is named for it (a gap’s events are counted too).
    expect(new Set(breaks.map(({ id }) => id)).size).toBeLessThanOrEqual(2)
  })
})

describe.skipIf(onMongodb)('nor is there a way round the seals', () => {
  it('a record that was deleted together with its seals is missed in its batch', async () => {
    const id = await oneId(`answers WHERE outcome = 'answered'`)
    await tamper(
      ['answers', 'record_seals'],
      { sql: 'DELETE FROM answers WHERE id = ?', args: [id] },
      { sql: 'DELETE FROM record_seals WHERE row_id = ?', args: [id] },
    )
    const { breaks } = await verify()
    expect(breaks).toEqual([
      expect.objectContaining({
        kind: 'audit',
        message: expect.stringMatching(/sealed .*receipts.*3 of 4 receipts are there/),
      }),
    ])
  })

  it('an older state with its older seal is missed in the batch of the newer one', async () => {
    const { payload } = vouch
    const topic = await oneId('topics')
    await tamper(['topics', 'record_seals', 'audit_log'])
    const [before] = kept.get('topics') ?? []
    await payload.update({ collection: 'topics', id: topic, data: { escalate: true } })
    await sealRecords(payload)
    expect((await verify()).breaks).toEqual([])
    await vouch.sql(
      {
        sql: 'UPDATE topics SET escalate = 0, updated_at = ? WHERE id = ?',
        args: [String(before?.['updated_at']), topic],
      },
      { sql: 'DELETE FROM record_seals WHERE row_id = ? AND revision = 2', args: [topic] },
    )
    const { breaks } = await verify()
    expect(breaks.map(({ message }) => message).join()).toMatch(
      /audit row No\. \d+ sealed .*none of their seals is there|Audit row No\. \d+ sealed/i,
    )
  })

  it('a seal that someone made without the key is none', async () => {
    await tamper(
      ['comments', 'record_seals'],
      `UPDATE comments SET body = 'All good.'`,
      `UPDATE record_seals SET mac = 'hmac-sha256:' || hex(randomblob(32)) WHERE "of" = 'comments'`,
    )
    const words = (await verify()).breaks.map(({ message }) => message).join('\n')
    expect(words).toMatch(/comment .*altered/)
    expect(words).toMatch(/at least one was replaced/)
  })
})

describe.skipIf(onMongodb)('a write through Vouch makes nothing true that was not', () => {
  it('neither of a field that it does not touch, nor of one that it does', async () => {
    const { payload } = vouch
    await tamper(
      ['bots', 'bots_audiences', 'bots_keys', 'bots_scopes', 'bots_texts', 'record_seals', 'audit_log'],
      `INSERT INTO bots_audiences ("order", parent_id, value, id) SELECT 9, id, 'internal', 99999 FROM bots WHERE name = 'shop'`,
    )
    await payload.update({ collection: 'bots', id: shop.id, data: { tone: 'Warm.' }, ...vouch.as('ada') })
    expect((await verify()).breaks.map(({ message }) => message)).toEqual([
      expect.stringMatching(/bot “shop”.*altered/),
    ])
    expect(await findBotByKey(payload, key)).toBeNull()
    // Set back to what it was, it is whole again.
    await payload.update({
      collection: 'bots',
      id: shop.id,
      data: { audiences: ['public'], tone: null },
      ...vouch.as('ada'),
    })
    expect((await verify()).breaks).toEqual([])
    expect((await findBotByKey(payload, key))?.id).toBe(shop.id)
  })
})

describe.skipIf(onMongodb)('the audit log itself', () => {
  const rows = async () =>
    (await vouch.rows('audit-log')).toSorted((a, b) => a.seq - b.seq) as unknown as StoredAuditRow[]
  const rehashed = async (hash: (row: StoredAuditRow, before: StoredAuditRow | null) => StoredAuditRow) => {
    const out: StoredAuditRow[] = []
    for (const row of await rows()) out.push(hash(row, out.at(-1) ?? null))
    return out.map(({ seq, hash: made, previousHash, actorName, keyId }) => ({
      sql: 'UPDATE audit_log SET hash = ?, previous_hash = ?, actor_name = ?, key_id = ? WHERE seq = ?',
      args: [made, previousHash, actorName, keyId ?? null, seq] as never,
    }))
  }
  const forge = (row: StoredAuditRow) => ({
    ...row,
    title: row.title ?? null,
    detail: row.detail ?? null,
    actorName: row.seq === 5 ? 'Mallory' : row.actorName,
  })

  it('that was hashed anew from its first row on, without a key', async () => {
    const statements = await rehashed((row, before) => chained(before, { ...forge(row), keyId: null }))
    await tamper(['audit_log'], ...statements)
    const words = (await verify()).breaks.map(({ message }) => message).join('\n')
    expect(words).toMatch(/No row of the audit log has a key/)
    expect(words).toMatch(/Audit row No\. \d+ with the hash hmac-sha256.* is not in the audit log/)
  })

  it('that was hashed anew with a key of someone else’s', async () => {
    const theirs = auditKeyOf('another key of at least 32 characters')
    await tamper(['audit_log'], ...(await rehashed((row, before) => chained(before, forge(row), theirs))))
    expect((await verify()).breaks[0]?.message).toMatch(/with the key [0-9a-f]{16}, which is not at hand/)
  })

  it('whose row in the middle was altered and the chain after it linked anew, without the key', async () => {
    await tamper(
      ['audit_log'],
      ...(await rehashed((row, before) => {
        const next = { ...forge(row), previousHash: before?.hash ?? null }
        return { ...next, hash: row.seq < 5 ? row.hash : auditHashOf(next, null) }
      })),
    )
    const { breaks } = await verify()
    expect(breaks.filter(({ kind }) => kind === 'audit').map(({ id }) => id)).toContain('5')
  })

  it('whose end was cut off: the heads that were written elsewhere are ahead of it', async () => {
    const last = (await rows()).at(-1)?.seq ?? 0
    expect(await headsAreAhead(vouch.deps)).toBe(false)
    await tamper(['audit_log'], { sql: 'DELETE FROM audit_log WHERE seq = ?', args: [last] })
    expect(await headsAreAhead(vouch.deps)).toBe(true)
    const { breaks } = await verify()
    expect(breaks.map(({ message }) => message).join('\n')).toMatch(
      new RegExp(`Audit row No\\. ${last} with the hash hmac-sha256:.* ends before it`),
    )
  })

  it('goes on with a new key, and rows from before are checked with the old one', async () => {
    const { from, to, seq } = await rotateAuditKey(vouch.payload)
    expect(from).not.toBe(to)
    await vouch.payload.update({ collection: 'topics', where: {}, data: { queue: 'money' } })
    const after = (await rows()).filter((row) => row.seq >= seq)
    expect(after.map(({ keyId }) => keyId)).toEqual(after.map(() => to))
    expect((await verify()).breaks).toEqual([])
    // Who has only the old key cannot go on with it.
    const file = path.join(vouch.deps.env.dataDir, 'audit.key')
    const old = auditKeyOf(readFileSync(file, 'utf8').split('\n')[0] ?? '')
    expect(old.id).toBe(from)
    const head = after.at(-1)!
    const forged = chained(head, { ...forge(head), action: 'chain.key_rotated' }, old)
    await tamper(['audit_log'], insertOf(forged))
    expect((await verify()).breaks.map(({ message }) => message).join()).toMatch(
      /no rotation of keys says so/,
    )
  })

  it('takes no further row when its key is gone, and says what to bring back', async () => {
    const file = path.join(vouch.deps.env.dataDir, 'audit.key')
    const keys = readFileSync(file, 'utf8')
    rmSync(file)
    const update = async () => {
      const data = { queue: 'lost' }
      const { errors } = await vouch.payload.update({ collection: 'topics', where: {}, data })
      if (errors.length) throw new Error(errors[0]?.message)
    }
    await expect(update()).rejects.toThrow()
    writeFileSync(file, keys, { mode: 0o600 })
    expect((await verify()).breaks).toEqual([])
  })
})

describe.skipIf(onMongodb)('what is broken does not come into force, and is not served', () => {
  it('a planted calibration, at once', async () => {
    expect((await activeCalibration(vouch.payload)).id).toBe('eager')
    const artefact = JSON.stringify({ ...defaultCalibration, id: 'theirs' })
    await tamper(['calibrations'], {
      sql: `UPDATE calibrations SET artefact = ? WHERE name = 'eager'`,
      args: [artefact],
    })
    expect((await activeCalibration(vouch.payload)).id).toBe(defaultCalibration.id)
  })

  it('a bot that was given an internal audience, or a key, at once', async () => {
    expect((await findBotByKey(vouch.payload, key))?.name).toBe('shop')
    await tamper(
      ['bots_audiences'],
      `INSERT INTO bots_audiences ("order", parent_id, value, id) SELECT 9, id, 'internal', 99999 FROM bots WHERE name = 'shop'`,
    )
    expect(await findBotByKey(vouch.payload, key)).toBeNull()
  })

  it('an account whose role or password was set in the database signs nothing and does not sign in', async () => {
    await tamper(
      ['users_roles'],
      `INSERT INTO users_roles ("order", parent_id, value, id) SELECT 9, id, 'compliance', 99999 FROM users WHERE name = 'dan'`,
    )
    await expect(vouch.act('dan', 'publish', draft)).rejects.toThrow(/behind Vouch’s back/)
    const data = { email: 'dan@example.com', password: 'correct horse battery' }
    await expect(vouch.payload.login({ collection: 'users', data })).rejects.toThrow(/behind Vouch’s back/)
  })

  it('a link to set a password that was planted sets none', async () => {
    await tamper(
      ['users'],
      `UPDATE users SET reset_password_token = 'planted', reset_password_expiration = '2999-01-01T00:00:00.000Z' WHERE name = 'ada'`,
    )
    const data = { token: 'planted', password: 'mine from now on, all of it' }
    await expect(
      vouch.payload.resetPassword({ collection: 'users', data, overrideAccess: true }),
    ).rejects.toThrow(/behind Vouch’s back/)
  })

  it('a release, until an admin has looked at it; people are told, and the receipt says why', async () => {
    const ask = () => vouch.ask('Within how many days may the Petrel Kettle be sent back?', { bot: shop })
    expect(await ask()).toMatchObject({ outcome: 'answered' })
    await tamper(
      ['releases'],
      `UPDATE releases SET review_at = '2999-01-01T00:00:00.000Z' WHERE title = 'Refunds'`,
    )
    const id = await oneId(`releases WHERE title = 'Refunds'`)
    const { breaks } = await verifyByItself(vouch.deps)
    expect(breaks).toHaveLength(1)
    expect(await putAside(vouch.payload)).toMatchObject([{ collection: 'releases', id }])
    const { receiptId, ...refused } = await ask()
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'no_answer' })
    expect((await vouch.rows('answers', { id: { equals: receiptId } }))[0]).toMatchObject({
      reason: 'put_aside',
    })
    expect(await lastVerification(vouch.payload)).toMatchObject({
      breaks: 1,
      named: [{ kind: 'release', id }],
    })
    const notices = await vouch.rows('notifications', { kind: { equals: 'verify_broken' } })
    expect(notices.map(({ to, urgent }) => [to, urgent]).toSorted()).toEqual(
      [vouch.user('ada').id, vouch.user('cora').id].toSorted().map((to) => [to, true]),
    )
    // The repair alone serves nothing; nor does taking the row of the list out of the database.
    const before = kept.get('releases')?.find((row) => row['id'] === id)
    await vouch.sql({
      sql: 'UPDATE releases SET review_at = ? WHERE id = ?',
      args: [before?.['review_at'] as string, id],
    })
    expect((await verifyByItself(vouch.deps)).breaks).toEqual([])
    expect(await ask()).toMatchObject({ outcome: 'refused' })
    const accept = (by: string, because: string) =>
      acceptBreak(vouch.deps, { id, user: vouch.user(by), because })
    await expect(accept('cora', 'Looks fine.')).rejects.toThrow(/Only admins accept/)
    await expect(accept('ada', ' ')).rejects.toThrow(/Say why/)
    await accept('ada', 'Restored from the backup.')
    expect(await ask()).toMatchObject({ outcome: 'answered' })
    const [row] = (await vouch.rows('audit-log', { action: { equals: 'verify.accepted' } })) as AuditLog[]
    expect(row).toMatchObject({
      actor: vouch.user('ada').id,
      detail: { because: 'Restored from the backup.', aside: [] },
    })
  })

  it('a release that is not what was signed stays aside, however often it is accepted', async () => {
    await tamper(['releases'], `UPDATE releases SET audience = 'internal' WHERE title = 'Refunds'`)
    const id = await oneId(`releases WHERE title = 'Refunds'`)
    await verifyByItself(vouch.deps)
    const { aside } = await acceptBreak(vouch.deps, { id, user: vouch.user('ada'), because: 'It is mine.' })
    expect(aside).toMatchObject([{ collection: 'releases', id }])
    expect((await verify()).breaks.filter((found) => found.id === id)).toEqual([])
    await vouch.sql({ sql: 'UPDATE releases SET audience = ?', args: ['public'] })
    await acceptBreak(vouch.deps, { id, user: vouch.user('ada'), because: 'Repaired.' })
    expect(await putAside(vouch.payload)).toEqual([])
  })

  it('a setting that an admin accepts is sealed as it is, and named again when it is changed again', async () => {
    await tamper(['topics', 'topics_texts', 'record_seals'], `UPDATE topics SET queue = 'mallory'`)
    const id = await oneId('topics')
    expect((await verify()).breaks).toHaveLength(1)
    await acceptBreak(vouch.deps, { id, user: vouch.user('ada'), because: 'Set by hand in the outage.' })
    expect((await verify()).breaks).toEqual([])
    await vouch.sql(`UPDATE topics SET queue = 'mallory2'`)
    expect((await verify()).breaks).toHaveLength(1)
  })
})

it.skipIf(onMongodb)(
  'an audit log from before there was a key gets one at the next start, once',
  async () => {
    const { payload } = vouch
    const stored = (await vouch.rows('audit-log')).toSorted(
      (a, b) => a.seq - b.seq,
    ) as unknown as StoredAuditRow[]
    const unkeyed: (StoredAuditRow & { id: string })[] = []
    for (const row of stored.filter(({ action }) => !/^(?:records|verify|chain)\./.test(action))) {
      const { title = null, detail = null, ...rest } = row as StoredAuditRow & { id: string }
      unkeyed.push(chained(unkeyed.at(-1) ?? null, { ...rest, title, detail, keyId: null }))
    }
    await tamper(
      ['audit_log', 'record_seals'],
      'DELETE FROM record_seals',
      'DELETE FROM audit_log',
      ...unkeyed.map((row) => insertOf(row)),
    )
    const noHeads = { expectHeads: [] }
    expect((await verify(noHeads)).breaks.map(({ message }) => message).join()).toMatch(/has a key/)
    // Where heads say that it had a key, nothing in it is taken for true.
    await keyChain(payload, async () => true)
    expect(await vouch.rows('record-seals')).toEqual([])
    await keyChain(payload, async () => false)
    const { breaks, checked } = await verify(noHeads)
    expect(breaks).toEqual([])
    expect(checked.auditRows).toBe(unkeyed.length + 1)
    const seals = await vouch.rows('record-seals')
    expect(seals.length).toBeGreaterThan(30)
    await keyChain(payload, async () => false)
    expect((await vouch.rows('record-seals')).length).toBe(seals.length)
    const after = await vouch.rows('audit-log', { seq: { less_than_equal: unkeyed.length } })
    expect(after.map(({ hash }) => hash).toSorted()).toEqual(unkeyed.map(({ hash }) => hash).toSorted())
    // From here on it is as safe as one that began with a key.
    await vouch.sql(`UPDATE audit_log SET actor_name = 'Mallory' WHERE seq = 3`)
    expect((await verify(noHeads)).breaks).toHaveLength(1)
  },
)

it('says of a file of heads which line is none', async () => {
  const before = readFileSync(heads(), 'utf8')
  expect(before.trim().split('\n').length).toBeGreaterThan(0)
  appendFileSync(heads(), 'nonsense\n')
  await expect(verify()).rejects.toThrow(/a line that is no head/)
  writeFileSync(heads(), before)
  expect(refunds.title).toBe('Refunds')
})
