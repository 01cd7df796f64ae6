import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Policy, Topic } from '../../payload-types'
import { applyClock } from '../../src/commands/applyClock'
import { applyLeavers } from '../../src/commands/applyLeavers'
import { readGoverned } from '../../src/commands/governedDocument'
import { remindOfReviews } from '../../src/commands/remindOfReviews'
import { publishBackground, product } from './background'
import { useInstallation } from './installation'

const DAY = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()
/** Moves the clock of this process; timers go on as they do. */
const moveTo = (instant: number): void => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(instant)
}
const later = (days: number): void => moveTo(Date.now() + days * DAY)

/** Texts that share no words, and the question that only each answers: the others here must not answer for it. */
const lens = (hours: number) => ({
  title: 'Lighthouse lens',
  markdown: `Keepers polish the lighthouse lens with vinegar every ${hours} hours.`,
})
const LENS = 'How often do keepers polish the lighthouse lens with vinegar?'
const bees = (frames: number) => ({
  title: 'Beehives on the roof',
  markdown: `Each beehive on the roof holds ${frames} wooden frames in summer.`,
})
const BEES = 'How many wooden frames does each beehive on the roof hold in summer?'
const ferry = (dogs: number) => ({
  title: 'Dogs aboard the ferry',
  markdown: `The evening ferry carries at most ${dogs} muzzled dogs.`,
})
const FERRY = 'How many muzzled dogs does the evening ferry carry at most?'

const vouch = useInstallation()

const rowOf = (id: string): Promise<Policy> =>
  vouch.payload.findByID({ collection: 'policies', id, depth: 0 })
const stateOf = async (id: string) =>
  (await readGoverned({ payload: vouch.payload, collection: 'policies', id })).document.state
const rewrite = async (id: string, markdown: string, by = 'ann', data: Partial<Policy> = {}) =>
  vouch.payload.update({
    collection: 'policies',
    id,
    data: { body: await markdownToRichText(vouch.payload.config, markdown), ...data } as Partial<Policy>,
    ...vouch.as(by),
  })
const release = async (row: { id: string }) => {
  await vouch.act('ann', 'submit', row)
  await vouch.act('ben', 'approve', row)
  await vouch.act('ben', 'publish', row)
  await vouch.work()
}
const auditOf = async (id: string) =>
  (await vouch.rows('audit-log', { subjectId: { equals: id } })).toSorted((a, b) => a.seq - b.seq)
const actionsOf = async (id: string) => (await auditOf(id)).map(({ action }) => action)
const noticesTo = async (name: string, kind: string, id: string) =>
  (await vouch.rows('notifications', { to: { equals: vouch.user(name).id }, kind: { equals: kind } })).filter(
    ({ href }) => href?.endsWith(id),
  )

beforeAll(() => publishBackground(vouch), 60_000)
afterAll(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it('puts a scheduled text in force, and an expired one away, once', async () => {
    const row = await vouch.publish({
      ...product('Brasspump', 12),
      effectiveFrom: inDays(1),
      expiresAt: inDays(3),
    })
    expect(row).toMatchObject({ workflowState: 'scheduled', liveRelease: null })
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 0, expired: 0, failed: [] })

    later(2)
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 1, expired: 0, failed: [] })
    expect(await rowOf(row.id)).toMatchObject({ workflowState: 'published', liveVersion: 1 })
    expect(await noticesTo('ann', 'published', row.id)).toHaveLength(1)

    later(2)
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 0, expired: 1 })
    expect(await rowOf(row.id)).toMatchObject({
      workflowState: 'archived',
      liveRelease: null,
      liveVersion: null,
    })
    expect(await noticesTo('ann', 'expired', row.id)).toHaveLength(1)

    const before = (await vouch.rows('audit-log')).length
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 0, expired: 0 })
    expect((await vouch.rows('audit-log')).length).toBe(before)
    expect((await actionsOf(row.id)).slice(-2)).toEqual(['document.take_effect', 'document.expire'])
    expect((await auditOf(row.id)).at(-1)).toMatchObject({
      actor: 'system',
      detail: { from: 'published', to: 'archived', version: 1 },
    })
  })

  it('makes both moves, and records both, after a worker was away all the while', async () => {
    const row = await vouch.publish({
      ...product('Copperpump', 13),
      effectiveFrom: inDays(1),
      expiresAt: inDays(2),
    })
    later(5)
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 1, expired: 1 })
    expect(await rowOf(row.id)).toMatchObject({ workflowState: 'archived', liveRelease: null })
    expect((await actionsOf(row.id)).slice(-2)).toEqual(['document.take_effect', 'document.expire'])
  })

  it('leaves the state of a newer draft alone, and still shows what is in force', async () => {
    const row = await vouch.publish({ ...product('Tinpump', 14), expiresAt: inDays(9) })
    await rewrite(row.id, 'The Tinpump must be serviced after 15 days of use.', 'ann', {
      effectiveFrom: inDays(2),
    })
    await release(row)
    await rewrite(row.id, 'The Tinpump must be serviced after 16 days of use.')
    expect(await rowOf(row.id)).toMatchObject({ workflowState: 'draft', version: 3, liveVersion: 1 })

    later(3)
    expect(await applyClock(vouch.payload)).toMatchObject({ tookEffect: 1, failed: [] })
    expect(await rowOf(row.id)).toMatchObject({
      workflowState: 'draft',
      version: 3,
      liveVersion: 2,
      authors: [vouch.user('ann').id],
    })

    later(30)
    expect(await applyClock(vouch.payload)).toMatchObject({ expired: 1, failed: [] })
    expect(await rowOf(row.id)).toMatchObject({ workflowState: 'draft', version: 3, liveRelease: null })
  })

  it('is not stopped by one document that cannot be moved, and moves it once it can', async () => {
    const broken = await vouch.publish({ ...product('Zincpump', 17), effectiveFrom: inDays(1) })
    const sound = await vouch.publish({ ...product('Leadpump', 18), effectiveFrom: inDays(1) })
    later(2)
    const updateOne = vouch.payload.db.updateOne.bind(vouch.payload.db)
    const spy = vi.spyOn(vouch.payload.db, 'updateOne').mockImplementation((args) => {
      if (args.id === broken.id) throw new Error('disk on fire')
      return updateOne(args)
    })
    const report = await applyClock(vouch.payload)
    spy.mockRestore()
    expect(report).toMatchObject({ failed: [{ id: broken.id, error: 'disk on fire' }] })
    expect(await rowOf(sound.id)).toMatchObject({ workflowState: 'published' })
    expect(await rowOf(broken.id)).toMatchObject({ workflowState: 'scheduled', liveRelease: null })
    expect(await actionsOf(broken.id)).not.toContain('document.take_effect')

    const since = Date.now() - 1
    expect(await applyClock(vouch.payload, { since, also: report.failed })).toMatchObject({ tookEffect: 1 })
    expect(await rowOf(broken.id)).toMatchObject({ workflowState: 'published' })
  })

  it('decides nothing: with every worker dead answers and states follow the instant', async () => {
    const row = await vouch.publish({
      ...lens(19),
      effectiveFrom: inDays(1),
      expiresAt: inDays(3),
    })
    const ask = () => vouch.ask(LENS)
    expect((await ask()).outcome).not.toBe('answered')
    expect(await stateOf(row.id)).toBe('scheduled')
    later(2)
    expect(await ask()).toMatchObject({ outcome: 'answered', citations: [{ version: 1 }] })
    expect(await stateOf(row.id)).toBe('published')
    later(2)
    expect((await ask()).outcome).not.toBe('answered')
    expect(await stateOf(row.id)).toBe('archived')
    expect(await rowOf(row.id)).toMatchObject({ workflowState: 'scheduled', liveRelease: null })
  })

  it('asks the open gaps again when a scheduled text takes effect, and not before', async () => {
    const question = BEES
    await vouch.ask(question)
    await vouch.publish({ ...bees(21), effectiveFrom: inDays(1) })
    const gapOf = async () => (await vouch.rows('gaps', { question: { equals: question } }))[0]
    expect(await gapOf()).toMatchObject({ state: 'new' })
    later(2)
    await applyClock(vouch.payload)
    await vouch.work()
    expect(await gapOf()).toMatchObject({ state: 'verified' })
  })

  it('answers as of any instant with exactly the text that was, is or will be in force then', async () => {
    const start = Date.now()
    const row = await vouch.publish(ferry(31))
    moveTo(start + 10 * DAY)
    await rewrite(row.id, ferry(32).markdown)
    await release(row)
    await rewrite(row.id, ferry(33).markdown, 'ann', {
      effectiveFrom: new Date(start + 20 * DAY).toISOString(),
      expiresAt: new Date(start + 30 * DAY).toISOString(),
    })
    await release(row)
    const releases = (await vouch.rows('releases', { documentId: { equals: row.id } })).toSorted(
      (a, b) => a.sequence - b.sequence,
    )
    const servedAt = async (instant: number): Promise<string | null> => {
      const response = await vouch.attempt(FERRY, instant)
      return response.outcome === 'answered' ? (response.citations[0]?.releaseId ?? null) : null
    }
    const [first, second, third] = releases
    const turn = Date.parse(second?.validFrom ?? '')
    expect(await servedAt(start - DAY)).toBeNull()
    expect(await servedAt(start + 5 * DAY)).toBe(first?.id)
    expect(await servedAt(turn - 1)).toBe(first?.id)
    expect(await servedAt(turn)).toBe(second?.id)
    expect(await servedAt(start + 20 * DAY - 1)).toBe(second?.id)
    expect(await servedAt(start + 20 * DAY)).toBe(third?.id)
    expect(await servedAt(start + 30 * DAY - 1)).toBe(third?.id)
    expect(await servedAt(start + 30 * DAY)).toBeNull()
  })
})

describe('verification', () => {
  it('makes translations due when their original publishes a change, until someone confirms them', async () => {
    const original = await vouch.publish(product('Oakpump', 41))
    const german = await vouch.publish({
      title: 'Eichenpumpe',
      markdown: 'Die Eichenpumpe wird nach 41 Tagen gewartet.',
      locale: 'de',
      translationOf: original.id,
    })
    expect(await actionsOf(german.id)).not.toContain('document.translation_due')
    await rewrite(original.id, 'The Oakpump must be serviced after 42 days of use.')
    await release(original)

    const dueSince = (await rowOf(german.id)).reviewAt ?? ''
    expect(Math.abs(Date.parse(dueSince) - Date.now())).toBeLessThan(60_000)
    const [german1] = await vouch.rows('releases', { documentId: { equals: german.id } })
    expect(german1?.reviewAt).toBe(dueSince)
    expect(await actionsOf(german.id)).toContain('document.translation_due')
    expect(await noticesTo('ann', 'translation_due', german.id)).toHaveLength(1)

    await vouch.act('ben', 'verify', german)
    expect(Date.parse((await rowOf(german.id)).reviewAt ?? '')).toBeGreaterThan(Date.now() + DAY)
  })

  it('a new version of the translation clears it too, and a second change does not shorten how long it waits', async () => {
    const original = await vouch.publish(product('Ashpump', 43))
    const german = await vouch.publish({
      title: 'Eschenpumpe',
      markdown: 'Die Eschenpumpe wird nach 43 Tagen gewartet.',
      locale: 'de',
      translationOf: original.id,
    })
    await rewrite(original.id, 'The Ashpump must be serviced after 44 days of use.')
    await release(original)
    const since = (await rowOf(german.id)).reviewAt
    later(3)
    await rewrite(original.id, 'The Ashpump must be serviced after 45 days of use.')
    await release(original)
    expect((await rowOf(german.id)).reviewAt).toBe(since)

    await rewrite(german.id, 'Die Eschenpumpe wird nach 45 Tagen gewartet.')
    await release(german)
    expect(Date.parse((await rowOf(german.id)).reviewAt ?? '')).toBeGreaterThan(Date.now() + DAY)
  })

  it('an original that takes effect by the clock makes its translations due as well', async () => {
    const original = await vouch.publish(product('Elmpump', 46))
    const german = await vouch.publish({
      title: 'Ulmenpumpe',
      markdown: 'Die Ulmenpumpe wird nach 46 Tagen gewartet.',
      locale: 'de',
      translationOf: original.id,
    })
    await rewrite(original.id, 'The Elmpump must be serviced after 47 days of use.', 'ann', {
      effectiveFrom: inDays(1),
    })
    await release(original)
    expect(await actionsOf(german.id)).not.toContain('document.translation_due')
    later(2)
    await applyClock(vouch.payload)
    expect(await actionsOf(german.id)).toContain('document.translation_due')
  })

  it('checking a text more often moves its review, in its release too, and is on record', async () => {
    const row = await vouch.publish(product('Birchpump', 51))
    const setCadence = (reviewEveryDays: number) =>
      vouch.payload.update({
        collection: 'policies',
        id: row.id,
        data: { reviewEveryDays },
        ...vouch.as('ann'),
      })
    await setCadence(30)
    const moved = Date.parse(row.verifiedAt ?? '') + 30 * DAY
    const releasesReview = async () =>
      Date.parse((await vouch.rows('releases', { documentId: { equals: row.id } }))[0]?.reviewAt ?? '')
    expect(Date.parse((await rowOf(row.id)).reviewAt ?? '')).toBe(moved)
    expect(await releasesReview()).toBe(moved)
    expect((await auditOf(row.id)).at(-1)).toMatchObject({
      action: 'document.review_moved',
      actor: vouch.user('ann').id,
      detail: { everyDays: 30 },
    })
    expect((await rowOf(row.id)).workflowState).toBe('published')
  })

  it('once a text is due, only confirming it ends that, not checking it more rarely', async () => {
    const row = await vouch.publish({ ...product('Pinepump', 52), reviewEveryDays: 5 })
    later(6)
    await vouch.payload.update({
      collection: 'policies',
      id: row.id,
      data: { reviewEveryDays: 1000 },
      ...vouch.as('ann'),
    })
    expect((await rowOf(row.id)).reviewAt).toBe(row.reviewAt)
  })
})

describe('reminders', () => {
  let topic: Topic
  beforeAll(async () => {
    topic = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Pumps', slug: 'pumps', lead: vouch.user('dan').id },
    })
  })

  it('tell the owner when a text falls due, every week while it is overdue, and its topic’s lead once', async () => {
    const row = await vouch.publish({ ...product('Maplepump', 61), topic: topic.id, reviewEveryDays: 10 })
    const told = async (name: string, kind: string) => (await noticesTo(name, kind, row.id)).length
    await remindOfReviews(vouch.payload)
    expect(await told('ann', 'review_due')).toBe(0)
    later(11)
    await remindOfReviews(vouch.payload)
    await remindOfReviews(vouch.payload)
    expect([await told('ann', 'review_due'), await told('dan', 'review_due')]).toEqual([1, 0])
    later(14)
    for (let day = 0; day < 3; day++) {
      await remindOfReviews(vouch.payload)
      later(1)
    }
    expect([await told('ann', 'review_overdue'), await told('dan', 'review_overdue')]).toEqual([1, 1])
    later(7)
    await remindOfReviews(vouch.payload)
    expect([await told('ann', 'review_overdue'), await told('dan', 'review_overdue')]).toEqual([2, 1])
    await vouch.act('ann', 'verify', row)
    later(2)
    await remindOfReviews(vouch.payload)
    expect([await told('ann', 'review_overdue'), await told('dan', 'review_overdue')]).toEqual([2, 1])
  })

  it('of a text without an owner go to its topic’s lead, and without a lead to the admins', async () => {
    const led = await vouch.publish({
      ...product('Cedarpump', 62),
      topic: topic.id,
      reviewEveryDays: 1,
      owner: null,
    })
    const unled = await vouch.publish({ ...product('Yewpump', 63), reviewEveryDays: 1, owner: null })
    for (const { id } of [led, unled])
      await vouch.payload.update({ collection: 'policies', id, data: { owner: null } })
    later(2)
    await remindOfReviews(vouch.payload)
    expect(await noticesTo('dan', 'review_due', led.id)).toHaveLength(1)
    expect(await noticesTo('ada', 'review_due', led.id)).toHaveLength(0)
    expect(await noticesTo('ada', 'review_due', unled.id)).toHaveLength(1)
  })
})

describe('a person who leaves', () => {
  const PASSWORD = 'correct horse battery'
  const newcomer = (name: string) =>
    vouch.payload.create({
      collection: 'users',
      data: { name, email: `${name}@example.com`, password: PASSWORD, roles: ['author'] },
    })
  const signIn = (name: string) =>
    vouch.payload.login({ collection: 'users', data: { email: `${name}@example.com`, password: PASSWORD } })
  const isKnown = async (token: string | undefined) =>
    (await vouch.payload.auth({ headers: new Headers({ authorization: `JWT ${token}` }) })).user !== null

  it('leaves their texts to the lead of the topic, who is told; signs in no more; and stays in the record', async () => {
    const topic = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Valves', slug: 'valves', lead: vouch.user('dan').id },
    })
    const leo = await newcomer('leo')
    const row = await vouch.draft({ ...product('Valve one', 71), topic: topic.id })
    await vouch.payload.update({ collection: 'policies', id: row.id, data: { owner: leo.id } })
    const { token } = await signIn('leo')
    expect(await isKnown(token)).toBe(true)

    await vouch.payload.update({
      collection: 'users',
      id: leo.id,
      data: { leftAt: new Date(Date.now() - 1000).toISOString() },
      ...vouch.as('ada'),
    })
    expect(await rowOf(row.id)).toMatchObject({ owner: vouch.user('dan').id })
    expect(await noticesTo('dan', 'owner_left', row.id)).toHaveLength(1)
    expect((await auditOf(row.id)).at(-1)).toMatchObject({
      action: 'document.owner_changed',
      actor: vouch.user('ada').id,
      detail: { from: leo.id, to: vouch.user('dan').id },
    })
    expect(await isKnown(token)).toBe(false)
    await expect(signIn('leo')).rejects.toThrow('This account is closed')
    await expect(
      vouch.payload.delete({ collection: 'users', id: leo.id, ...vouch.as('ada') }),
    ).rejects.toThrow('cannot be deleted')
  })

  it('on a day to come does so when it comes', async () => {
    const mia = await newcomer('mia')
    const row = await vouch.draft(product('Valve two', 72))
    await vouch.payload.update({ collection: 'policies', id: row.id, data: { owner: mia.id } })
    await vouch.payload.update({
      collection: 'users',
      id: mia.id,
      data: { leftAt: new Date(Date.now() + 60_000).toISOString() },
      ...vouch.as('ada'),
    })
    const { token } = await signIn('mia')
    await applyLeavers(vouch.payload)
    expect(await isKnown(token)).toBe(true)
    expect(await rowOf(row.id)).toMatchObject({ owner: mia.id })

    moveTo(Date.now() + 120_000)
    expect(await applyLeavers(vouch.payload)).toBe(1)
    expect(await applyLeavers(vouch.payload)).toBe(0)
    expect(await rowOf(row.id)).toMatchObject({ owner: vouch.user('ada').id })
    expect(await isKnown(token)).toBe(false)
    await expect(signIn('mia')).rejects.toThrow('This account is closed')
  })
})

describe('a stand-in', () => {
  it('signs from the first day of the delegation until its last, and the record says for whom', async () => {
    const topic = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Seals', slug: 'seals', approvers: [vouch.user('dan').id] },
    })
    await vouch.payload.create({
      collection: 'delegations',
      data: {
        from: vouch.user('dan').id,
        to: vouch.user('ben').id,
        startsAt: inDays(1),
        endsAt: inDays(3),
        note: 'Away',
      },
      ...vouch.as('dan'),
    })
    const sensitive = async (name: string) => {
      const row = await vouch.draft({ ...product(name, 81), topic: topic.id, riskTier: 'sensitive' })
      await vouch.act('ann', 'submit', row)
      return row
    }
    const [early, during, late] = [
      await sensitive('Seal a'),
      await sensitive('Seal b'),
      await sensitive('Seal c'),
    ]
    await expect(vouch.act('ben', 'approve', early)).rejects.toThrow('must sign it')
    later(2)
    await vouch.act('ben', 'approve', during)
    expect(await stateOf(during.id)).toBe('approved')
    const [signature] = await vouch.rows('approvals', { documentId: { equals: during.id } })
    expect(signature).toMatchObject({ approver: vouch.user('ben').id, onBehalfOf: vouch.user('dan').id })
    expect((await auditOf(during.id)).at(-1)).toMatchObject({
      action: 'document.approve',
      actorName: 'ben',
      detail: { onBehalfOf: 'dan' },
    })
    later(2)
    await expect(vouch.act('ben', 'approve', late)).rejects.toThrow('must sign it')
  })
})

it('a document of which a release waits cannot go to the trash, though its newest version is a draft', async () => {
  const row = await vouch.publish({ ...product('Ironpump', 91), effectiveFrom: inDays(1) })
  await rewrite(row.id, 'The Ironpump must be serviced after 92 days of use.')
  const trash = () =>
    vouch.payload.update({
      collection: 'policies',
      id: row.id,
      data: { deletedAt: new Date().toISOString() } as Partial<Policy>,
    })
  await expect(trash()).rejects.toThrow('Withdraw it first')
  await vouch.act('ben', 'unschedule', row)
  await trash()
})
