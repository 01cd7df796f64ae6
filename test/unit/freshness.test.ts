import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, parseMonth, shifted, weeksOf } from '../../src/admin/calendar/month'
import { percent } from '../../src/admin/freshness/ShareTable'
import { clockDue, type ClockRelease, type ClockRow } from '../../src/commands/clockDue'
import { noticeMail } from '../../src/email/noticeMail'
import { freshnessOf } from '../../src/governance/freshness'
import { VERIFICATIONS } from '../../src/governance/verification'

describe('freshness', () => {
  it('counts every text once overall, once by topic and once by owner', () => {
    const text = record({
      topic: constantFrom('a', 'b', null),
      owner: constantFrom('x', 'y', 'z', null),
      verification: constantFrom(...VERIFICATIONS),
    })
    assert(
      property(array(text), (texts) => {
        const { overall, topics, owners } = freshnessOf(texts)
        expect(overall.texts).toBe(texts.length)
        for (const groups of [topics, owners, [overall]])
          for (const name of ['texts', ...VERIFICATIONS] as const)
            expect(groups.reduce((sum, group) => sum + group[name], 0)).toBe(overall[name])
        for (const { texts: all, verified, due, overdue } of [...topics, ...owners, overall])
          expect(verified + due + overdue).toBe(all)
      }),
    )
  })

  it('puts whatever has most overdue first', () => {
    const of = (topic: string, verification: 'due' | 'overdue') => ({ topic, owner: null, verification })
    const { topics } = freshnessOf([of('a', 'due'), of('a', 'due'), of('b', 'overdue')])
    expect(topics.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('says 100% only of all, and 0% only of none', () => {
    expect([percent(0, 500), percent(1, 500), percent(499, 500), percent(500, 500)]).toEqual([
      '0%',
      '1%',
      '99%',
      '100%',
    ])
  })
})

describe('the calendar’s months', () => {
  it('have each of their days once, under its weekday', () => {
    assert(
      property(integer({ min: 2000, max: 2199 }), integer({ min: 1, max: 12 }), (year, month) => {
        const name = `${year}-${String(month).padStart(2, '0')}`
        const weeks = weeksOf(parseMonth(name, 0))
        const days = weeks.flat().filter((day) => day !== null)
        expect(days).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate())
        expect(new Set(days).size).toBe(days.length)
        for (const week of weeks)
          for (const [weekday, day] of week.entries())
            if (day) expect((new Date(day).getUTCDay() + 6) % 7).toBe(weekday)
      }),
    )
  })

  it('are the present one unless an address asks for one that there is', () => {
    const now = Date.parse('2026-11-23T12:00:00Z')
    for (const asked of [undefined, 'x', '2026-13', '2026-00', ['2026-10'], "2026-10'"])
      expect(parseMonth(asked, now).name).toBe('2026-11')
    expect(parseMonth('2027-02', now)).toEqual({
      name: '2027-02',
      from: Date.parse('2027-02-01'),
      to: Date.parse('2027-03-01'),
    })
    expect([shifted('2026-12', 1), shifted('2026-01', -1), dayOf(now)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-11-23',
    ])
  })
})

describe('what the clock has still to do to a row', () => {
  const at = (instant: number) => new Date(instant).toISOString()
  const release = (o: Partial<ClockRelease> & { sequence: number }): ClockRelease => ({
    id: `r${o.sequence}`,
    documentId: 'd',
    version: o.sequence,
    validFrom: at(o.sequence * 100),
    ...o,
  })
  const row = (o: Partial<ClockRow>): ClockRow => ({ workflowState: 'published', version: 1, ...o })
  const first = release({ sequence: 1, validTo: at(200) })
  const second = release({ sequence: 2 })

  it('is nothing on a machine whose clock lags behind the one that put a release in force', () => {
    expect(clockDue(row({ version: 2, liveRelease: 'r2' }), [first, second], 199)).toBeNull()
    expect(clockDue(row({ version: 2, liveRelease: 'r2' }), [second], 199)).toBeNull()
    expect(clockDue(row({ version: 2, liveRelease: 'r1' }), [first, second], 200)).toMatchObject({
      move: 'take_effect',
      release: { id: 'r2' },
    })
  })

  it('is to put away a text whose release expired before it could begin', () => {
    const lapsed = release({ sequence: 1, validTo: at(100) })
    const scheduled = row({ workflowState: 'scheduled' })
    expect(clockDue(scheduled, [lapsed], 150)).toMatchObject({ move: 'lapse' })
  })

  it('is to show the hole when one release has expired and the next has not begun', () => {
    const expired = release({ sequence: 1, validTo: at(150) })
    const scheduled = row({ workflowState: 'scheduled', version: 2, liveRelease: 'r1' })
    expect(clockDue(scheduled, [expired, second], 160)).toMatchObject({
      move: 'expire',
      release: { id: 'r1' },
    })
    expect(clockDue(row({ ...scheduled, liveRelease: null }), [expired, second], 160)).toBeNull()
  })
})

it('a notice’s title makes no header of its own', () => {
  const { subject } = noticeMail([{ kind: 'signed', title: 'A\r\nBcc: all@example.com' }], {
    name: 'Ann',
    publicUrl: 'http://127.0.0.1',
  })
  expect(subject).toBe('A Bcc: all@example.com')
})
