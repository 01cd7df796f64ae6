import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Bot, Gap } from '../../payload-types'
import { readBacklog } from '../../src/admin/gaps/readBacklog'
import { backlogQueryOf } from '../../src/admin/gaps/backlogQuery'
import { readViews } from '../../src/admin/gaps/readViews'
import { toStored, VIEWS_PREFERENCE } from '../../src/admin/gaps/savedViews'
import { viewerOf } from '../../src/admin/viewer'
import { assignGap, dismissGap, reopenGap } from '../../src/commands/gapActions'
import { tellOwners } from '../../src/commands/gaps/tellOwners'
import { amendForGap } from '../../src/commands/amendForGap'
import { gapsAsCsv } from '../../src/commands/gaps/gapsAsCsv'
import { eventsOf } from '../../src/commands/gaps/placed'
import { proofOf } from '../../src/commands/gaps/readProof'
import { recheckVerified } from '../../src/commands/gaps/recheckVerified'
import { renameStates } from '../../src/commands/gaps/renameStates'
import { mergeGaps, splitGap } from '../../src/commands/gaps/shape'
import { commentOnGap, confirmProof, setDueDate, triageGap } from '../../src/commands/gaps/triage'
import { reportFeedback } from '../../src/commands/conversations/reportConversation'
import { reportGap } from '../../src/commands/reportGap'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { listGaps } from '../../src/http/gaps'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { product, publishBackground, serviceOf } from './background'
import { signAndPublishAll } from '../../src/commands/signAndPublish'
import { useInstallation } from './installation'

const vouch = useInstallation()
const as = (name: string) => ({ payload: vouch.payload, user: vouch.user(name) })

beforeAll(() => publishBackground(vouch))

// Whatever people do with gaps, the records say what they said.
afterEach(async () => expect((await verifyInstallation(vouch.deps)).breaks).toEqual([]))

const gapById = async (id: string): Promise<Gap> => {
  const [gap] = await vouch.rows('gaps', { id: { equals: id } })
  if (!gap) throw new Error(`There is no gap ${id}.`)
  return gap
}
const receiptOf = async (id: string) => (await vouch.rows('answers', { id: { equals: id } }))[0]
const opened = async (question: string, bot?: Bot): Promise<{ gap: string; receiptId: string }> => {
  const { receiptId } = await vouch.ask(question, bot ? { bot } : {})
  const row = await receiptOf(receiptId)
  if (!row?.gap) throw new Error(`“${question}” opened no gap.`)
  return { gap: row.gap as string, receiptId }
}
const askedUnder = async (id: string): Promise<string[]> =>
  (await eventsOf({ payload: vouch.payload } as never, id)).map(({ question }) => question).toSorted()
const actsOn = async (id: string): Promise<string[]> =>
  (
    await vouch.payload.find({
      collection: 'audit-log',
      where: { subjectId: { equals: id } },
      sort: 'createdAt',
    })
  ).docs.map(({ action }) => action)

describe('gaps are merged and split, and the records of what was asked stay as they were', () => {
  it('puts a gap into another: its askings, their count, and whoever asks so from now on', async () => {
    const lathe = await opened('Is the Snipe Lathe sold in Peru?')
    const anvil = await opened('Does the Teal Anvil come with gloves?')
    await opened('Does the Teal Anvil come with gloves?')
    const before = [await receiptOf(anvil.receiptId), await vouch.rows('gap-events')]
    const merged = await mergeGaps(as('quinn'), { id: lathe.gap, others: [anvil.gap] })
    expect(merged).toMatchObject({ seen: 3, people: 3 })
    expect(await gapById(anvil.gap)).toMatchObject({ state: 'wont_answer', mergedInto: lathe.gap, seen: 2 })
    expect([await receiptOf(anvil.receiptId), await vouch.rows('gap-events')]).toEqual(before)
    expect(await askedUnder(lathe.gap)).toHaveLength(3)
    expect((await opened('Does the Teal Anvil come with gloves?')).gap).toBe(lathe.gap)
    expect(await gapById(lathe.gap)).toMatchObject({ seen: 4 })
    expect(await actsOn(anvil.gap)).toEqual(['gap.merged'])
    const again = mergeGaps(as('quinn'), { id: lathe.gap, others: [anvil.gap] })
    await expect(again).rejects.toThrow('part of a gap already')
    await expect(mergeGaps(as('quinn'), { id: lathe.gap, others: [lathe.gap] })).rejects.toThrow('itself')
    await expect(mergeGaps(as('cora'), { id: lathe.gap, others: [] })).rejects.toMatchObject({
      because: 'forbidden',
    })
  })

  it('takes askings out again, of a gap that became part of it too, and the next who asks so goes with them', async () => {
    const spade = await opened('Where is the Knot Chisel forged?')
    const rake = await opened('Who paints the Smew Barrow?')
    await mergeGaps(as('quinn'), { id: spade.gap, others: [rake.gap] })
    const events = await eventsOf({ payload: vouch.payload } as never, spade.gap)
    const out = events.filter(({ question }) => question.includes('Smew')).map(({ id }) => id)
    const { into } = await splitGap(as('quinn'), { id: spade.gap, events: out, into: null })
    expect(await askedUnder(spade.gap)).toEqual(['Where is the Knot Chisel forged?'])
    expect(await askedUnder(into)).toEqual(['Who paints the Smew Barrow?'])
    expect(await gapById(spade.gap)).toMatchObject({ seen: 1, question: 'Where is the Knot Chisel forged?' })
    expect(await gapById(into)).toMatchObject({ seen: 1, state: 'triaged' })
    expect(await gapById(rake.gap)).toMatchObject({ seen: 0 })
    expect((await opened('Who paints the Smew Barrow?')).gap).toBe(into)
    await expect(splitGap(as('quinn'), { id: spade.gap, events: out, into: null })).rejects.toThrow(
      'Not all of these',
    )
  })

  it('moves askings to another gap and back, and never leaves one empty', async () => {
    const from = await opened('Which oil suits the Godwit Winch?')
    const bolt = await opened('Can the Pintail Ladder be folded?')
    const other = await opened('Is the Shoveler Kiln loud?')
    await mergeGaps(as('quinn'), { id: from.gap, others: [bolt.gap] })
    const of = async (gap: string, word: string) =>
      (await eventsOf({ payload: vouch.payload } as never, gap))
        .filter(({ question }) => question.includes(word))
        .map(({ id }) => id)
    const ladder = await of(from.gap, 'Pintail')
    await splitGap(as('quinn'), { id: from.gap, events: ladder, into: other.gap })
    expect(await askedUnder(other.gap)).toEqual([
      'Can the Pintail Ladder be folded?',
      'Is the Shoveler Kiln loud?',
    ])
    await splitGap(as('quinn'), { id: other.gap, events: ladder, into: from.gap })
    expect(await askedUnder(from.gap)).toHaveLength(2)
    expect(await gapById(other.gap)).toMatchObject({ seen: 1 })
    await expect(
      splitGap(as('quinn'), { id: other.gap, events: await of(other.gap, ''), into: null }),
    ).rejects.toThrow('Nothing would be left')
    await expect(splitGap(as('quinn'), { id: from.gap, events: ladder, into: from.gap })).rejects.toThrow(
      'of this gap already',
    )
    await dismissGap(as('quinn'), { id: other.gap, reason: 'not_ours', note: 'No kilns.' })
    await expect(splitGap(as('quinn'), { id: from.gap, events: ladder, into: other.gap })).rejects.toThrow(
      'is done',
    )
    expect(await gapById(from.gap)).toMatchObject({ seen: 2 })
  })
})

describe('what people say of a gap', () => {
  it('is triaged, gets a day and words, and keeps them in its history', async () => {
    const { gap: id } = await opened('Does the Dunlin Saw need a permit?')
    expect(await triageGap(as('quinn'), { id })).toMatchObject({ state: 'triaged' })
    await expect(triageGap(as('quinn'), { id })).rejects.toThrow('already')
    const dueAt = '2031-05-04T00:00:00.000Z'
    expect(await setDueDate(as('ann'), { id, dueAt })).toMatchObject({ dueAt })
    await commentOnGap(as('quinn'), { id, body: 'Sales asks for it.' })
    expect(await actsOn(id)).toEqual(['gap.triaged', 'gap.due_set', 'gap.commented'])
    expect(await setDueDate(as('ann'), { id, dueAt: null })).toMatchObject({ dueAt: null })
    await expect(commentOnGap(as('cora'), { id, body: 'Me too.' })).rejects.toMatchObject({
      because: 'forbidden',
    })
  })

  it('is a table for a spreadsheet, in which nothing is reckoned', async () => {
    await vouch.payload.db.create({
      collection: 'gaps',
      data: {
        id: randomUUID(),
        question: '=HYPERLINK("x")',
        state: 'new',
        reason: 'no_coverage',
        seen: 0,
        people: 0,
        lastSeenAt: new Date().toISOString(),
        bot: (await vouch.bot()).id,
      },
      req: {},
    })
    const [head, ...lines] = (await gapsAsCsv(vouch.payload)).split('\r\n')
    expect(head).toMatch(/^id,question,state,reason,impact/)
    expect(lines).toHaveLength((await vouch.payload.count({ collection: 'gaps' })).totalDocs)
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x"")"`)
    const impacts = lines.map((line) => Number(/,(\d+(?:\.\d+)?),\d+(?:\.\d+)?,[124],/.exec(line)?.[1]))
    expect(impacts).toEqual(impacts.toSorted((a, b) => b - a))
  })

  it('reads gaps that were stored before these states as what they are now, once', async () => {
    const { gap: id } = await opened('Is the Brambling Hoist rented out?')
    await vouch.payload.db.updateOne({
      collection: 'gaps',
      id,
      data: { state: 'open', rank: null, owner: vouch.user('quinn').id } as never,
      req: {},
    })
    await renameStates(vouch.payload)
    const named = await gapById(id)
    expect(named).toMatchObject({ state: 'assigned' })
    expect(named.rank).toBeGreaterThan(0)
    await renameStates(vouch.payload)
    expect(await gapById(id)).toEqual(named)
  })
})

it('a list of gaps goes on where the page before ended, each once, what has the most impact first', async () => {
  const bot = await vouch.bot()
  const { gap: often } = await opened('Is the Whimbrel Drill sold with bits?', bot)
  for (const question of ['Who sharpens the Ruff Plane?', 'Is the Jay Vice made of brass?'])
    await opened(question, bot)
  await opened('Is the Whimbrel Drill sold with bits?', bot)
  // Two of one rank: then the id decides.
  const rows = await vouch.rows('gaps', { bot: { equals: bot.id } })
  for (const { id } of rows.filter((row) => row.id !== often))
    await vouch.payload.db.updateOne({ collection: 'gaps', id, data: { rank: 1 }, req: {} })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listGaps>> = await listGaps(vouch.payload, bot, {
      limit: 1,
      cursor,
      state: 'open',
    })
    seen.push(...page.data.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen[0]).toBe(often)
  expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  await expect(listGaps(vouch.payload, bot, { limit: 1, cursor: 'x', state: null })).rejects.toMatchObject({
    problem: { status: 400 },
  })
  const lost = listGaps(vouch.payload, bot, { limit: 1, cursor: null, state: 'lost' })
  await expect(lost).rejects.toMatchObject({ problem: { status: 400 } })
})

describe('what people say opens a gap too', () => {
  it('an answer that did not help: once for each answer, and its receipt stays as it was', async () => {
    const bot = await vouch.bot({ scopes: ['answer', 'write:outcomes'] })
    await vouch.publish(product('Merlin Anvil', 14))
    const conversationId = 'c-thumbs'
    const { receiptId } = await vouch.ask(serviceOf('Merlin Anvil'), { bot, request: { conversationId } })
    const before = await receiptOf(receiptId)
    expect(before).toMatchObject({ outcome: 'answered', gap: null })
    const report = { bot, conversationId }
    await reportFeedback(vouch.deps, { ...report, thumbs: 'up', receiptId })
    expect(await vouch.rows('gap-events', { receipt: { equals: receiptId } })).toEqual([])
    await reportFeedback(vouch.deps, { ...report, thumbs: 'down', receiptId })
    await reportFeedback(vouch.deps, { ...report, thumbs: 'down', comment: 'Still no.' })
    const events = await vouch.rows('gap-events', { receipt: { equals: receiptId } })
    expect(events).toMatchObject([{ reason: 'thumbs_down', question: serviceOf('Merlin Anvil') }])
    expect(await receiptOf(receiptId)).toEqual(before)
    const refused = await vouch.ask('Is the Merlin Anvil magnetic to eels?', {
      bot,
      request: { conversationId: 'c-refused' },
    })
    await reportFeedback(vouch.deps, { bot, conversationId: 'c-refused', thumbs: 'down' })
    expect(await vouch.rows('gap-events', { receipt: { equals: refused.receiptId } })).toHaveLength(1)
  })

  it('an agent’s report, of a bot that handed over to people, and of no other', async () => {
    const asked = await vouch.ask('I want to speak to a person')
    const row = await receiptOf(asked.receiptId)
    const report = {
      user: vouch.user('amy'),
      question: 'Can the Kestrel Oven be rented for a day?',
      reason: 'no_coverage' as const,
      locale: 'en-GB',
      note: 'Asked on the phone.',
    }
    const { gapId, known } = await reportGap(vouch.deps, { ...report, botId: row?.bot as string })
    expect(known).toBe(false)
    expect(await gapById(gapId)).toMatchObject({ state: 'new', seen: 0, question: report.question })
    const stranger = await vouch.bot()
    await expect(reportGap(vouch.deps, { ...report, botId: stranger.id })).rejects.toThrow('no bot')
    await expect(
      reportGap(vouch.deps, { ...report, user: vouch.user('cora'), botId: row?.bot as string }),
    ).rejects.toThrow('Only')
  })
})

describe('a gap and the text that is written for it', () => {
  it('closes for what the text answers; a stray wording becomes a gap of its own that says why', async () => {
    const bot = await vouch.bot()
    const main = serviceOf('Fulmar Kiln')
    const { gap: id } = await opened(main, bot)
    await opened(main, bot)
    await opened('How many days of use until the Fulmar Kiln must be serviced?', bot)
    await opened('Does the Fulmar Kiln float on mercury?', bot)
    // Grouped by hand where words alone keep them apart, as a machine with a model might have done.
    for (const event of await vouch.rows('gap-events', { bot: { equals: bot.id } }))
      if (event.gap !== id)
        await vouch.payload.db.updateOne({
          collection: 'gap-events',
          id: event.id,
          data: { gap: id },
          req: {},
        })
    for (const row of await vouch.rows('gaps', { bot: { equals: bot.id } }))
      await vouch.payload.db.updateOne({
        collection: 'gaps',
        id: row.id,
        data: { seen: row.id === id ? 4 : 0 },
        req: {},
      })
    await vouch.publish(product('Fulmar Kiln', 17))
    const closed = await gapById(id)
    expect(closed).toMatchObject({ state: 'verified', seen: 3 })
    const [left] = proofOf(closed)?.left ?? []
    expect(left).toMatchObject({ question: 'Does the Fulmar Kiln float on mercury?' })
    expect(await gapById(left!.gap)).toMatchObject({
      state: 'published_unverified',
      seen: 1,
      failing: { question: 'Does the Fulmar Kiln float on mercury?' },
    })
    expect((await opened('Does the Fulmar Kiln float on mercury?', bot)).gap).toBe(left!.gap)
    expect((await gapById(id)).state).toBe('verified')
  })

  it('moves with it, from drafting to verified', async () => {
    const { gap: id } = await opened(serviceOf('Siskin Forge'))
    const draft = await vouch.draft(product('Siskin Forge', 21))
    await amendForGap(as('ann'), { id, document: { collection: 'policies', id: draft.id } })
    expect((await gapById(id)).state).toBe('drafting')
    await vouch.act('ann', 'submit', draft)
    expect((await gapById(id)).state).toBe('in_review')
    await vouch.act('ben', 'request_changes', draft, 'policies', { comment: 'Which days?' })
    expect((await gapById(id)).state).toBe('drafting')
    await vouch.act('ann', 'submit', draft)
    await vouch.act('ben', 'approve', draft)
    await vouch.act('ben', 'publish', draft)
    await vouch.work()
    expect((await gapById(id)).state).toBe('verified')
  })

  it('moves with it too where many texts are signed at once', async () => {
    const { gap: id } = await opened(serviceOf('Brambling Loom'))
    const draft = await vouch.draft({ title: 'Brambling Loom', markdown: 'The Brambling Loom is of oak.' })
    await amendForGap(as('ann'), { id, document: { collection: 'policies', id: draft.id } })
    const drafts = [{ collection: 'policies', id: draft.id }] as const
    const people = { author: vouch.user('ann'), approver: vouch.user('ben') }
    for await (const { outcome } of signAndPublishAll(vouch.deps, drafts, people))
      expect(outcome).toHaveProperty('done')
    expect((await gapById(id)).state).toBe('in_review')
    await vouch.work()
    expect((await gapById(id)).state).toBe('published_unverified')
  })

  it('says which wording it does not answer, and why', async () => {
    const { gap: id } = await opened(serviceOf('Linnet Crane'))
    const draft = await vouch.draft({
      title: 'Linnet Crane',
      markdown: 'The Linnet Crane is green and tall.',
    })
    await amendForGap(as('ann'), { id, document: { collection: 'policies', id: draft.id } })
    await vouch.act('ann', 'submit', draft)
    await vouch.act('ben', 'approve', draft)
    await vouch.act('ben', 'publish', draft)
    await vouch.work()
    expect(await gapById(id)).toMatchObject({
      state: 'published_unverified',
      failing: { question: serviceOf('Linnet Crane') },
    })
  })

  it('waits for a person where the text is sensitive, and closes with their name', async () => {
    const { gap: id } = await opened(serviceOf('Wigeon Press'))
    const approvers = [vouch.user('ben').id, vouch.user('dan').id]
    const { id: topic } = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Presses', slug: 'presses', approvers },
    })
    const draft = await vouch.draft({ ...product('Wigeon Press', 33), riskTier: 'sensitive', topic })
    await vouch.act('ann', 'submit', draft)
    await vouch.act('ben', 'approve', draft)
    await vouch.act('ben', 'publish', draft)
    await vouch.work()
    expect(await gapById(id)).toMatchObject({
      state: 'published_unverified',
      failing: { why: 'to_confirm' },
    })
    await expect(confirmProof(vouch.deps, { user: vouch.user('quinn'), id })).rejects.toMatchObject({
      because: 'forbidden',
    })
    expect(await confirmProof(vouch.deps, { user: vouch.user('ben'), id })).toMatchObject({ closed: true })
    expect(await gapById(id)).toMatchObject({ state: 'verified', verifiedBy: vouch.user('ben').id })
    await expect(confirmProof(vouch.deps, { user: vouch.user('ben'), id })).rejects.toThrow('No proof')
  })
})

describe('a verified gap is asked again when what its proof rests on may have changed', () => {
  it('stays while its text answers it in a later version, and reopens when another text does, or none', async () => {
    const question = serviceOf('Pochard Mill')
    const { gap: id } = await opened(question)
    const text = await vouch.publish(product('Pochard Mill', 52))
    expect((await gapById(id)).state).toBe('verified')
    const said = 'The Pochard Mill must be serviced after 60 days of use.'
    await vouch.payload.update({
      collection: 'policies',
      id: text.id,
      data: { body: await markdownToRichText(vouch.payload.config, said) },
      ...vouch.as('ann'),
    })
    for (const [by, step] of [
      ['ann', 'submit'],
      ['ben', 'approve'],
      ['ben', 'publish'],
    ] as const)
      await vouch.act(by, step, text)
    await vouch.work()
    expect(await recheckVerified(vouch.deps, [])).toEqual([])
    expect((await gapById(id)).state).toBe('verified')

    // The same words in another text, while the one that proved it is withdrawn: nobody has proven that one.
    await vouch.publish({ ...product('Pochard Mill', 52), title: 'Pochard Mill, notes' })
    await vouch.act('ben', 'withdraw', text, 'policies', { comment: 'Out of date.' })
    await vouch.work()
    const open = await gapById(id)
    expect(open).toMatchObject({ state: 'reopened' })
    expect(open.note).toContain('another text')
  })

  it('is asked again when the index changes', async () => {
    const jobs = async () =>
      (
        await vouch.payload.count({
          collection: 'payload-jobs',
          where: { taskSlug: { equals: 'recheckGaps' } },
        })
      ).totalDocs
    const { beginBuild, runBuild } = await import('../../ingestion/buildIndex')
    const { activateVersion } = await import('../../ingestion/switchIndex')
    const actor = { id: 'test', name: 'Test' }
    const id = await beginBuild(vouch.deps, { denseWeight: 0.5, actor, fresh: true })
    await runBuild(vouch.deps, id, { actor })
    const before = await jobs()
    await activateVersion(vouch.deps, id, { actor, force: true })
    expect(await jobs()).toBe(before + 1)
  })
})

describe('whoever works the backlog sees their part of it', () => {
  it('is told once a week how their gaps stand, unless they chose not to be', async () => {
    const { gap: id } = await opened('How heavy is the Brambling Kettle?')
    await opened('How heavy is the Brambling Kettle?')
    const quinn = vouch.user('quinn').id
    await assignGap(as('quinn'), { id, owner: quinn })
    const nextWeek = Date.now() + 7 * 86_400_000
    const told = async () =>
      (await vouch.rows('notifications', { kind: { equals: 'gaps_weekly' } })).filter(
        ({ to }) => to === quinn,
      )
    const choose = (gapDigest: boolean) =>
      vouch.payload.update({ collection: 'users', id: quinn, data: { gapDigest }, ...vouch.as('ada') })
    await choose(false)
    await tellOwners(vouch.payload, { now: nextWeek })
    expect(await told()).toEqual([])
    await choose(true)
    await tellOwners(vouch.payload, { now: nextWeek })
    await tellOwners(vouch.payload, { now: nextWeek })
    const [notice, ...more] = await told()
    expect(more).toEqual([])
    expect(notice?.body).toContain('“How heavy is the Brambling Kettle?” (2 askings)')
    await dismissGap(as('quinn'), { id, reason: 'not_ours', note: 'Not sold here.' })
  })

  it('looks at the gaps near one topic, and keeps that as a view of their own', async () => {
    const { payload } = vouch
    const topic = await payload.create({
      collection: 'topics',
      data: { name: 'Kettles', slug: 'kettles' } as never,
      ...vouch.as('ada'),
    })
    await vouch.publish({ ...product('Fieldfare Kettle', 9), topic: topic.id })
    const { gap } = await opened('What does the Fieldfare Kettle weigh in pounds?')
    const query = { ...backlogQueryOf({}), topic: topic.id }
    const { gaps, counts } = await readBacklog({ payload, query, page: 1 })
    expect([gaps.map(({ id }) => id), counts.open]).toEqual([[gap], 1])
    const other = await readBacklog({ payload, query: { ...query, topic: 'none' }, page: 1 })
    expect(other.gaps.map(({ id }) => id)).not.toContain(gap)

    const viewer = viewerOf({ ...vouch.user('quinn'), collection: 'users' })
    expect(await readViews(payload, viewer)).toEqual([])
    await payload.create({
      collection: 'payload-preferences',
      data: { key: VIEWS_PREFERENCE, value: toStored([{ name: 'Kettles', query }]) } as never,
      ...vouch.as('quinn'),
    })
    expect(await readViews(payload, viewer)).toEqual([{ name: 'Kettles', query }])
    expect(await readViews(payload, viewerOf({ ...vouch.user('ada'), collection: 'users' }))).toEqual([])
  })
})

describe('what asks for the matter of another company', () => {
  it('is set aside, counted, and back on the backlog with the first asking that is ours', async () => {
    const { gap: id } = await opened('Is Revolut a way to pay')
    expect(await gapById(id)).toMatchObject({ state: 'wont_answer', setAside: true, seen: 1 })
    expect((await opened('Can I pay with Revolut?')).gap).toBe(id)
    expect(await gapById(id)).toMatchObject({ state: 'new', setAside: false, note: null, seen: 2 })
  })

  it('stays open once a person reopened it', async () => {
    const { gap: id } = await opened('How do I reset my Netflix password?')
    expect((await gapById(id)).setAside).toBe(true)
    await reopenGap(as('quinn'), { id, note: 'We sell it from May.' })
    expect((await opened('How do I reset my Netflix password?')).gap).toBe(id)
    expect(await gapById(id)).toMatchObject({ state: 'reopened', setAside: false, seen: 2 })
  })
})
