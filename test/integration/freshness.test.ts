import { beforeAll, describe, expect, it } from 'vitest'
import { readCalendar } from '../../src/admin/calendar/readCalendar'
import { parseMonth } from '../../src/admin/calendar/month'
import { parseReceipt } from '../../src/commands/parseReceipt'
import { readStaleCounts } from '../../src/admin/today/readStaleCounts'
import { countUnread, markRead } from '../../src/commands/notices'
import { readFreshness } from '../../src/commands/readFreshness'
import type { Policy, Topic } from '../../payload-types'
import { GET as freshnessRoute } from '../../src/app/api/v1/freshness/route'
import { GET as listRoute } from '../../src/app/api/v1/notifications/route'
import { POST as readRoute } from '../../src/app/api/v1/notifications/read/route'
import { FreshnessSchema, NotificationListSchema } from '../../src/http/timeSchemas'
import { publishBackground } from './background'
import { useInstallation } from './installation'

const DAY = 86_400_000
const vouch = useInstallation()

const LENS = {
  title: 'Lighthouse lens',
  markdown: 'Keepers polish the lighthouse lens with vinegar every 19 hours.',
}
const ASK_LENS = 'How often do keepers polish the lighthouse lens with vinegar?'

let strict: Topic
let lens: Policy

/** As if it had been confirmed that many days longer ago than it was. */
const dueSince = async (id: string, days: number): Promise<void> => {
  const reviewAt = new Date(Date.now() - days * DAY).toISOString()
  for (const release of await vouch.rows('releases', { documentId: { equals: id } }))
    await vouch.payload.db.updateOne({ collection: 'releases', id: release.id, data: { reviewAt }, req: {} })
}
const setTopic = (refuseOverdue: boolean) =>
  vouch.payload.update({ collection: 'topics', id: strict.id, data: { refuseOverdue } })
const receiptOf = async (receiptId: string) => {
  const [row] = await vouch.rows('answers', { id: { equals: receiptId } })
  if (!row) throw new Error('An answer without a receipt')
  return { row, record: parseReceipt(row) }
}

beforeAll(async () => {
  await publishBackground(vouch)
  strict = await vouch.payload.create({
    collection: 'topics',
    data: { name: 'Lighthouses', slug: 'lighthouses', lead: vouch.user('dan').id },
  })
  lens = await vouch.publish({ ...LENS, topic: strict.id })
}, 60_000)

describe('an answer from a text that nobody confirmed in time', () => {
  it.each([
    ['verified', -5],
    ['due', 5],
    ['overdue', 20],
  ] as const)('is given, and its receipt says that the text was %s', async (verification, days) => {
    await dueSince(lens.id, days)
    const response = await vouch.ask(ASK_LENS)
    expect(response.outcome).toBe('answered')
    const { record } = await receiptOf(response.receiptId)
    const cited = record.response.citations[0]?.releaseId
    expect(record.considered.find(({ releaseId }) => releaseId === cited)).toMatchObject({ verification })
  })

  it('is refused as expired when its topic says so, until someone confirms it', async () => {
    await dueSince(lens.id, 20)
    await setTopic(true)
    const refused = await vouch.ask(ASK_LENS)
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'no_answer' })
    expect((await receiptOf(refused.receiptId)).row.reason).toBe('expired')

    await dueSince(lens.id, 5)
    expect((await vouch.ask(ASK_LENS)).outcome).toBe('answered')

    await dueSince(lens.id, 20)
    await vouch.act('ben', 'verify', lens)
    const confirmed = await vouch.ask(ASK_LENS)
    expect(confirmed.outcome).toBe('answered')
    const { record } = await receiptOf(confirmed.receiptId)
    expect(record.considered[0]).toMatchObject({ verification: 'verified' })
    await setTopic(false)
  })

  it('is not refused as of an instant at which it was still confirmed', async () => {
    await setTopic(true)
    await dueSince(lens.id, 20)
    const [release] = await vouch.rows('releases', { documentId: { equals: lens.id } })
    const validFrom = new Date(Date.now() - 100 * DAY).toISOString()
    await vouch.payload.db.updateOne({
      collection: 'releases',
      id: release?.id ?? '',
      data: { validFrom },
      req: {},
    })
    // The audit log has to say so too, or it is not served.
    const [activated] = await vouch.rows('audit-log', {
      and: [{ action: { equals: 'release.activated' } }, { subjectId: { equals: lens.id } }],
    })
    await vouch.payload.db.updateOne({
      collection: 'audit-log',
      id: activated?.id ?? '',
      data: { detail: { ...(activated?.detail as object), validFrom } },
      req: {},
    })
    const { moveWindow } = await import('../../ingestion/indexing')
    await moveWindow(vouch.deps, release?.id ?? '')
    const asOf = new Date(Date.now() - 60 * DAY).toISOString()
    expect((await vouch.ask(ASK_LENS, { request: { asOf } })).outcome).toBe('answered')
    expect((await vouch.ask(ASK_LENS)).outcome).toBe('refused')
    await setTopic(false)
  })

  it('on a receipt of before anyone kept that is shown as nothing, not as an error', async () => {
    const { row } = await receiptOf((await vouch.ask(ASK_LENS)).receiptId)
    const old = JSON.parse(
      JSON.stringify(row.considered, (key, value) => (key === 'verification' ? undefined : value)),
    )
    expect(parseReceipt({ ...row, considered: old }).considered[0]).toMatchObject({ verification: null })
  })
})

describe('the freshness report', () => {
  it('counts texts in force by topic and owner, and names those that are overdue', async () => {
    await dueSince(lens.id, 20)
    await vouch.draft({ title: 'Only a draft', markdown: 'Nothing is in force of it.' })
    const { overall, topics, owners, overdue } = await readFreshness(vouch.payload)
    expect(overall).toEqual({ texts: 2, verified: 1, due: 0, overdue: 1 })
    expect(topics.map(({ name, overdue: late }) => [name, late])).toEqual([
      ['Lighthouses', 1],
      ['No topic', 0],
    ])
    expect(owners).toMatchObject([{ name: 'ann', texts: 2, overdue: 1 }])
    expect(overdue).toMatchObject([
      { id: lens.id, title: 'Lighthouse lens', topic: 'Lighthouses', owner: { name: 'ann' } },
    ])
    expect(await readStaleCounts(vouch.payload)).toEqual({ overdue: 1, due: 0 })
  })

  it('is on the calendar: what takes effect, expires and falls due, on its day and in no other month', async () => {
    const inMonth = (day: number) => new Date(Date.UTC(2028, 4, day, 12)).toISOString()
    const bound = await vouch.publish({
      title: 'Summer ferry',
      markdown: 'The summer ferry sails at noon.',
      effectiveFrom: inMonth(3),
      expiresAt: inMonth(20),
    })
    const [release] = await vouch.rows('releases', { documentId: { equals: bound.id } })
    await vouch.payload.db.updateOne({
      collection: 'releases',
      id: release?.id ?? '',
      data: { reviewAt: inMonth(10) },
      req: {},
    })
    const read = async (month: string) =>
      (await readCalendar(vouch.payload, parseMonth(month, 0)))
        .filter(({ id }) => id === bound.id)
        .map(({ kind, at }) => [kind, at])
    expect(await read('2028-05')).toEqual([
      ['takes_effect', inMonth(3)],
      ['review', inMonth(10)],
      ['expires', inMonth(20)],
    ])
    expect(await read('2028-04')).toEqual([])
    expect(await read('2028-06')).toEqual([])
    await vouch.act('ben', 'unschedule', bound)
    expect(await read('2028-05')).toEqual([])
  })
})

describe('notices at the bell', () => {
  const signedIn = async (name: string) => {
    const { token } = await vouch.payload.login({
      collection: 'users',
      data: { email: `${name}@example.com`, password: 'correct horse battery' },
    })
    return { authorization: `JWT ${token}`, 'content-type': 'application/json' }
  }
  const call = async (
    handler: typeof listRoute,
    headers: Record<string, string>,
    { query = '', body }: { query?: string; body?: unknown } = {},
  ) => {
    const request = new Request(`http://127.0.0.1/api/v1/x${query}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    const response = await handler(request, { params: Promise.resolve({}) })
    return { status: response.status, json: (await response.json()) as never }
  }

  it('are a person’s own, the newest first, and read by that person alone', async () => {
    const [ann, ben] = [await signedIn('ann'), await signedIn('ben')]
    const first = await call(listRoute, ann, { query: '?limit=1' })
    const page = NotificationListSchema.parse(first.json)
    expect(page.data).toHaveLength(1)
    expect(page.nextCursor).not.toBeNull()
    const second = NotificationListSchema.parse(
      (await call(listRoute, ann, { query: `?limit=1&cursor=${page.nextCursor}` })).json,
    )
    expect(second.data[0]?.id).not.toBe(page.data[0]?.id)
    expect(Date.parse(second.data[0]?.createdAt ?? '')).toBeLessThanOrEqual(
      Date.parse(page.data[0]?.createdAt ?? ''),
    )

    const own = page.data[0]?.id ?? ''
    await call(readRoute, ben, { body: { ids: [own] } })
    expect(await countUnread({ payload: vouch.payload, user: vouch.user('ann') })).toBe(page.unread)
    expect((await call(readRoute, ann, { body: { ids: [own] } })).json).toEqual({ unread: page.unread - 1 })
    expect((await call(readRoute, ann, { body: { all: true } })).json).toEqual({ unread: 0 })
    expect(await markRead({ payload: vouch.payload, user: vouch.user('ann') }, 'all')).toBe(0)
  })

  it('and freshness are told to nobody who is not signed in; what cannot be used is refused', async () => {
    expect((await call(listRoute, {})).status).toBe(401)
    expect((await call(freshnessRoute, {})).status).toBe(401)
    expect(
      (await call(readRoute, { 'content-type': 'application/json' }, { body: { all: true } })).status,
    ).toBe(401)
    const ann = await signedIn('ann')
    for (const body of [{}, { ids: [] }, { all: false }, { ids: ['a'], all: true }])
      expect((await call(readRoute, ann, { body })).status).toBe(400)
    expect(FreshnessSchema.parse((await call(freshnessRoute, ann)).json).overall.texts).toBeGreaterThan(0)
  })
})
