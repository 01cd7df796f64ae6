import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  breaksAt,
  chained,
  KEY_ROTATED,
  placeAfter,
  type StoredAuditRow,
} from '../../src/governance/auditChain'
import { walkChain } from '../fakes/walkChain'
import { auditKeyOf, type AuditKey } from '../../src/governance/auditKey'
import { contentOf, sealMacOf, startBatch, type RecordSeal } from '../../src/governance/recordSeal'
import { headLine, headPlaces, readHeads } from '../../src/records/auditHeads'
import { openAuditKeys } from '../../src/records/auditKeys'

const SECRET = 'a key of at least thirty-two characters'
const inFolder = <T>(run: (dataDir: string) => T): T => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-keys-'))
  try {
    return run(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
const sqlite = { databaseUri: 'file:vouch.db' }

describe('the keys of the audit chain', () => {
  it('are in a file that only its owner reads, the same in every process, and a new one after a rotation', () =>
    inFolder((dataDir) => {
      const here = openAuditKeys({ ...sqlite, dataDir })
      const there = openAuditKeys({ ...sqlite, dataDir })
      const first = here.current()
      expect(there.current()).toEqual(first)
      expect(statSync(path.join(dataDir, 'audit.key')).mode & 0o777).toBe(0o600)
      const second = there.rotate()
      expect(second.id).not.toBe(first.id)
      expect(here.current()).toEqual(second)
      expect(here.find(first.id)).toEqual(first)
      expect(here.find('another')).toBeNull()
    }))

  it('are not made anew where there were some', () =>
    inFolder((dataDir) => {
      const keys = openAuditKeys({ ...sqlite, dataDir })
      keys.current()
      rmSync(path.join(dataDir, 'audit.key'))
      expect(() => keys.current()).toThrow(/audit\.key is gone/)
    }))

  it('come from the settings, the newest first, and must where the database is elsewhere', () =>
    inFolder((dataDir) => {
      const keys = openAuditKeys({ ...sqlite, dataDir, VOUCH_AUDIT_KEY: `${SECRET} new, ${SECRET} old` })
      expect(keys.current()).toEqual(auditKeyOf(`${SECRET} new`))
      expect(keys.find(auditKeyOf(`${SECRET} old`).id)).toEqual(auditKeyOf(`${SECRET} old`))
      expect(() => keys.rotate()).toThrow(/Put a new one in front of it/)
      expect(() => openAuditKeys({ databaseUri: 'mongodb://db/vouch', dataDir })).toThrow(/VOUCH_AUDIT_KEY/)
    }))

  it('tell by their id which they are, and nothing of what they are', () => {
    expect(auditKeyOf(SECRET).id).toMatch(/^[0-9a-f]{16}$/)
    expect(auditKeyOf(`${SECRET}!`).id).not.toBe(auditKeyOf(SECRET).id)
  })
})

const entry = (n: number, action = 'user.signed_in') => ({
  at: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
  action,
  actor: 'ann',
  actorName: 'Ann',
  subjectCollection: 'users',
  subjectId: 'ann',
  title: 'Ann',
  detail: { n },
})
const old = auditKeyOf(`${SECRET} old`)
const present = auditKeyOf(`${SECRET} new`)
const find = (id: string): AuditKey | null => [old, present].find((key) => key.id === id) ?? null

/** Three rows from before there was a key, three with one, three with the next. */
const chain = (): StoredAuditRow[] => {
  const rows: StoredAuditRow[] = []
  const add = (n: number, key: AuditKey | null, action?: string) =>
    rows.push(chained(rows.at(-1) ?? null, entry(n, action), key))
  for (const n of [1, 2, 3]) add(n, null)
  add(4, old, 'chain.keyed')
  for (const n of [5, 6]) add(n, old)
  add(7, present, KEY_ROTATED)
  for (const n of [8, 9]) add(n, present)
  return rows
}
const kinds = (rows: StoredAuditRow[]) => [...walkChain(rows, find)].map(({ kind, seq }) => [kind, seq])

describe('a chain that got a key', () => {
  it('has no break from before its key, over its rotation, to its end', () => {
    expect(kinds(chain())).toEqual([])
  })

  it('cannot be gone on with, or made anew, without the key or with one that was replaced', () => {
    const rows = chain()
    expect(kinds([...rows, chained(rows.at(-1)!, entry(10))])).toEqual([['unkeyed', 10]])
    expect(kinds([...rows, chained(rows.at(-1)!, entry(10), old)])).toEqual([['old_key', 10]])
    expect(kinds([...rows, chained(rows.at(-1)!, entry(10, KEY_ROTATED), old)])).toEqual([['old_key', 10]])
    const anew = rows.slice(0, 5)
    anew.push(chained(rows[4]!, { ...entry(6), actor: 'mallory' }))
    expect(kinds(anew)).toEqual([['unkeyed', 6]])
  })

  it('says which key is wanting where it is not at hand', () => {
    const [first] = [...walkChain(chain(), (id) => (id === present.id ? present : null))]
    expect(first).toMatchObject({ kind: 'unknown_key', seq: 4 })
    expect(first?.message).toContain(old.id)
  })

  it('is walked row by row as it is walked whole', () => {
    let place: ReturnType<typeof placeAfter> | null = null
    for (const row of chain()) {
      expect(breaksAt(place, row, find)).toEqual([])
      place = placeAfter(place, row)
    }
    expect(place?.keys).toEqual([old.id, present.id])
  })
})

describe('the seal of a record', () => {
  const seal = { of: 'topics', rowId: 't1', revision: 1, at: '2026-01-01T00:00:00.000Z' }
  const mac = (row: Record<string, unknown>, o: Partial<typeof seal> = {}) =>
    sealMacOf({ ...seal, ...o }, contentOf(row, { sessions: 'not covered' }), present)

  it('is the same whatever the order of the fields, and for what is not set, false or empty', () => {
    const row = { name: 'Payments', approvers: ['ben'], n: 0 }
    expect(mac({ n: 0, approvers: ['ben'], name: 'Payments' })).toBe(mac(row))
    expect(mac({ ...row, lead: null, escalate: false, texts: [], updatedAt: 'now', sessions: [1] })).toBe(
      mac(row),
    )
  })

  it('is another for any change, another record, collection, revision, instant or key', () => {
    const row = { name: 'Payments', approvers: ['ben', 'ann'], n: 0 }
    const all = [
      mac(row),
      mac({ ...row, n: 1 }),
      mac({ ...row, approvers: ['ann', 'ben'] }),
      mac({ ...row, escalate: true }),
      mac({ name: 'Payments', approvers: ['ben', 'ann'] }),
      mac(row, { of: 'bots' }),
      mac(row, { rowId: 't2' }),
      mac(row, { revision: 2 }),
      mac(row, { at: '2026-01-02T00:00:00.000Z' }),
      sealMacOf(seal, contentOf(row, {}), old),
      sealMacOf(seal, null, present),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('is gathered into a batch that is another when one is missing, added, or in another place', () => {
    const made = (n: number): RecordSeal => ({
      ...seal,
      id: `topics:t${n}`,
      rowId: `t${n}`,
      gone: false,
      keyId: present.id,
      mac: `mac ${n}`,
      batch: null,
    })
    const batchOf = (...seals: RecordSeal[]) => {
      const { add, batch } = startBatch()
      for (const each of seals) add(each)
      return batch()
    }
    const roots = [
      batchOf(made(1), made(2)),
      batchOf(made(1)),
      batchOf(made(1), made(2), made(3)),
      batchOf(made(2), made(1)),
      batchOf(made(1), { ...made(2), gone: true }),
    ].map(({ root }) => root)
    expect(new Set(roots).size).toBe(roots.length)
    expect(batchOf(made(1), made(2)).counts).toEqual({ topics: 2 })
  })
})

describe('the heads of the audit log that are written elsewhere', () => {
  it('go to a file, a webhook and a mailbox, or to a file in the data directory', () => {
    const dataDir = '/data'
    expect(headPlaces({ dataDir })).toEqual({ file: '/data/audit.heads', urls: [], addresses: [] })
    const given = '/mnt/worm/heads, https://audit.example.com/heads?x=1, audit@example.com'
    expect(headPlaces({ dataDir, VOUCH_AUDIT_HEADS: given })).toEqual({
      file: '/mnt/worm/heads',
      urls: ['https://audit.example.com/heads?x=1'],
      addresses: ['audit@example.com'],
    })
  })

  it('are read line by line, none where there is no file, and a line that is none is named', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-heads-'))
    const file = path.join(dataDir, 'heads')
    expect(await readHeads(file)).toEqual([])
    const hash = `hmac-sha256:${'a'.repeat(64)}`
    appendFileSync(file, `2026-01-01T00:00:00.000Z 7 ${hash}\n\n`)
    expect(await readHeads(file)).toEqual([{ at: '2026-01-01T00:00:00.000Z', seq: 7, hash }])
    const tree = { size: 3, root: 'b'.repeat(64) }
    appendFileSync(file, `${headLine({ at: '2026-01-02T00:00:00.000Z', seq: 9, hash, tree })}\n`)
    expect((await readHeads(file)).at(-1)).toEqual({ at: '2026-01-02T00:00:00.000Z', seq: 9, hash, tree })
    appendFileSync(file, 'nonsense\n')
    await expect(readHeads(file)).rejects.toThrow(/“nonsense”/)
    expect(readFileSync(file, 'utf8')).toContain('nonsense')
    rmSync(dataDir, { recursive: true })
  })
})
