import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditHashOf, chained, type StoredAuditRow } from '../../src/governance/auditChain'
import { walkChain } from '../fakes/walkChain'

const entry = (n: number) => ({
  at: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
  action: n % 2 ? 'document.approve' : 'user.signed_in',
  actor: `person-${n % 3}`,
  actorName: `Person ${n % 3}`,
  subjectCollection: 'policies',
  subjectId: `policy-${n % 5}`,
  title: n % 7 ? `Text ${n}` : null,
  detail: { version: n, note: `note ${n}`, nested: { b: 1, a: [n] } },
})

const chainOf = (length: number): StoredAuditRow[] => {
  const rows: StoredAuditRow[] = []
  for (let n = 1; n <= length; n++) rows.push(chained(rows.at(-1) ?? null, entry(n)))
  return rows
}

const breaksOf = (rows: Iterable<StoredAuditRow>) => [...walkChain(rows)]
const rehash = (row: StoredAuditRow): StoredAuditRow => ({ ...row, hash: auditHashOf(row) })
const place = fc
  .integer({ min: 2, max: 30 })
  .chain((length) => fc.record({ length: fc.constant(length), at: fc.nat(length - 1) }))

describe('the audit chain', () => {
  it('has no break as it was written, whatever its length', () => {
    for (const length of [0, 1, 2, 50]) expect(breaksOf(chainOf(length))).toEqual([])
  })

  it('names the row that was altered, in any of its fields', () => {
    const field = fc.constantFrom<[keyof StoredAuditRow, unknown]>(
      ['at', '2020-01-01T00:00:00.000Z'],
      ['action', 'document.forged'],
      ['actor', 'mallory'],
      ['actorName', 'Mallory'],
      ['subjectCollection', 'faqs'],
      ['subjectId', 'another'],
      ['title', 'Another'],
      ['detail', { version: -1 }],
      ['previousHash', 'sha256:forged'],
      ['hash', 'sha256:forged'],
    )
    fc.assert(
      fc.property(place, field, ({ length, at }, [name, value]) => {
        const rows = chainOf(length)
        rows[at] = { ...rows[at]!, [name]: value }
        expect(breaksOf(rows)).toContainEqual(expect.objectContaining({ kind: 'altered', seq: at + 1 }))
      }),
    )
  })

  it('names the numbers of rows that are missing, wherever they were but at the end', () => {
    fc.assert(
      fc.property(place, ({ length, at }) => {
        const rows = chainOf(length).filter((_, i) => i !== at)
        const breaks = breaksOf(rows)
        if (at === length - 1) expect(breaks).toEqual([])
        else {
          expect(breaks).toMatchObject([{ kind: 'missing', seq: at + 2 }])
          expect(breaks[0]?.message).toContain(`Row No. ${at + 1} is missing`)
        }
      }),
    )
    expect(breaksOf(chainOf(9).filter(({ seq }) => seq < 3 || seq > 5))[0]?.message).toContain(
      'Rows No. 3 to 5 are missing',
    )
  })

  it('names two rows that were swapped, whether their places, their numbers or their contents', () => {
    const swapped = place.chain(({ length, at }) =>
      fc.record({ length: fc.constant(length), at: fc.constant(at), to: fc.nat(length - 1) }),
    )
    fc.assert(
      fc.property(swapped, ({ length, at, to }) => {
        fc.pre(at !== to)
        const rows = chainOf(length)
        const [a, b] = [rows[at]!, rows[to]!]
        const places = rows.map((row, i) => (i === at ? b : i === to ? a : row))
        expect(breaksOf(places).length).toBeGreaterThan(0)
        const numbers = places.map((row, i) => Object.assign(row, { seq: i + 1 }))
        const named = breaksOf(numbers).map(({ seq }) => seq)
        expect(named).toEqual(expect.arrayContaining([at + 1, to + 1]))
      }),
    )
  })

  it('names the row after one that was forged and hashed anew', () => {
    fc.assert(
      fc.property(place, ({ length, at }) => {
        fc.pre(at < length - 1)
        const rows = chainOf(length)
        rows[at] = rehash({ ...rows[at]!, actorName: 'Mallory' })
        expect(breaksOf(rows)).toMatchObject([{ kind: 'unlinked', seq: at + 2 }])
      }),
    )
  })

  it('names a second row with a number that is taken', () => {
    fc.assert(
      fc.property(place, ({ length, at }) => {
        const rows = chainOf(length)
        const forged = rehash({ ...rows[at]!, title: 'Put in afterwards' })
        const breaks = breaksOf(rows.toSpliced(at + 1, 0, forged))
        expect(breaks).toContainEqual(expect.objectContaining({ kind: 'doubled', seq: at + 1 }))
      }),
    )
  })

  it('names a first row that says it follows another', () => {
    const [first] = chainOf(1)
    expect(breaksOf([rehash({ ...first!, previousHash: 'sha256:earlier' })])).toMatchObject([
      { kind: 'unlinked', seq: 1 },
    ])
  })
})
