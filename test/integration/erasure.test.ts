import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { assignGap } from '../../src/commands/gapActions'
import { eraseCustomer, ErasureRefused, type ErasureReport } from '../../src/commands/erasure/eraseCustomer'
import { ReceiptErased } from '../../src/commands/erasure/receiptErased'
import { reportFeedback } from '../../src/commands/conversations/reportConversation'
import { labelSuggestions } from '../../src/commands/assist/labelSuggestions'
import { suggest } from '../../src/commands/assist/suggest'
import { assistedConversation } from '../../src/http/assist'
import { readContact } from '../../src/commands/handovers/contactDetails'
import { claimHandover, replyToHandover, resolveHandover } from '../../src/commands/handovers/workHandover'
import { replayAnswer } from '../../src/commands/replay/replayAnswer'
import { giveVerdict } from '../../src/commands/verdicts/giveVerdict'
import { sealRecords } from '../../src/commands/audit/sealRecords'
import { keepCase } from '../../src/commands/storedCases/keepCase'
import { eraseExpired, readExpired } from '../../src/commands/erasure/eraseExpired'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import type { Bot } from '../../payload-types'
import { publishBackground, product, serviceOf } from './background'
import { useInstallation } from './installation'

const vouch = useInstallation()

/** Stands in everything that the customer writes, and nowhere else. */
const MARK = 'Quillfeather'
const GAP = `Does the ${MARK} umbrella fit a ship in a bottle?`
const SHARED = 'Does the parrot cage fit a ship in a bottle?'

/** How they are reached: sealed on the hand-over, and nowhere in the clear, before they are erased either. */
const REACHED = ['07700 900456', 'wren.quill@example.org', '12 Rose Street, Leeds LS1 4AP', 'Wren Quillon']
const AMY = { key: 'amy', name: 'Amy', actor: { id: 'amy', name: 'Amy' }, bot: null }

let sealed: string[]
let bot: Bot
let ids: { answered: string; gap: string; handover: string }
let report: ErasureReport
let foreseen: ErasureReport['changed']

/** Every file of the data directory that holds the word, and every collection that tells it. */
const holding = async (word: string): Promise<string[]> => {
  const { dataDir } = vouch.deps.env
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file).includes(word))
  const collections = []
  for (const { slug } of vouch.payload.config.collections) {
    const { docs } = await vouch.payload.db.find({ collection: slug, limit: 0, pagination: false, req: {} })
    if (JSON.stringify(docs).includes(word)) collections.push(slug)
  }
  return [...files, ...collections]
}

const ask = (
  question: string,
  customer: string,
  o: { key?: string; messages?: object[]; contact?: object } = {},
) =>
  vouch.ask(question, {
    bot,
    ...(o.key && { idempotencyKey: o.key }),
    request: {
      customer,
      conversationId: `c-${customer}`,
      channel: 'web',
      messages: o.messages ?? [],
      ...(o.contact && { contact: o.contact }),
      metadata: { ticket: `${customer} 1` },
    },
  })

/** A colleague is helped with a hand-over, named by its id alone, and sends something else. */
const assist = async (handoverId: string, text: string) => {
  const caller = { bot: null, user: vouch.user('amy'), headers: {} }
  const live = await assistedConversation(vouch.deps, caller, { handoverId })
  const { id } = await suggest(vouch.deps, { ...live, colleague: AMY })
  const said = { label: 'edited', suggestion: 0, text, colleague: AMY } as const
  await labelSuggestions(vouch.deps, { ...said, assistId: id, botId: null, idempotencyKey: null })
}

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Lapwing Sundial', 61))
  bot = await vouch.bot({ name: 'shop' })
  const answered = await ask(`${MARK} here. ${serviceOf('Lapwing Sundial')}`, `${MARK}-7`, {
    key: 'k-1',
    messages: [{ role: 'user', content: `I am ${MARK} from the harbour` }],
  })
  await ask(GAP, `${MARK}-7`)
  await ask(SHARED, `${MARK}-7`)
  await ask(SHARED, 'somebody-else')
  const escalated = await ask(
    `Let me talk to a person about the ${MARK} umbrella. I live at ${REACHED[2]}, and am on ${REACHED[0]}.`,
    `${MARK}-7`,
    {
      messages: [{ role: 'user', content: `You may write to ${REACHED[1]}` }],
      contact: { name: REACHED[3] },
    },
  )
  if (escalated.outcome !== 'escalated') throw new Error(`It was ${escalated.outcome}.`)
  const { payload, keyedHash } = vouch.deps
  const colleague = AMY
  const { id } = escalated.handover
  await claimHandover({ payload, colleague }, { id })
  await replyToHandover({ payload, colleague }, { id, text: `Dear ${MARK}, it fits.` })
  await resolveHandover({ payload, colleague }, { id, summary: `${MARK} was told.` })
  await assist(id, `${MARK} was sent this instead`)
  await reportFeedback(vouch.deps, {
    bot,
    conversationId: `c-${MARK}-7`,
    thumbs: 'up',
    comment: `Thanks from ${MARK}`,
  })
  await giveVerdict(vouch.deps, {
    user: vouch.user('quinn'),
    receiptId: answered.receiptId,
    verdict: 'right',
    note: `${MARK} was right`,
    missing: false,
    expected: null,
    label: null,
    drawn: null,
  })
  const [gap] = await vouch.rows('gaps', { question: { equals: GAP } })
  if (!gap) throw new Error('No gap was opened.')
  await assignGap({ payload, user: vouch.user('ada') }, { id: gap.id, owner: vouch.user('ann').id })
  await keepCase(vouch.deps, {
    user: vouch.user('quinn'),
    botId: bot.id,
    question: GAP,
    messages: [],
    locale: 'en-GB',
    expectedOutcome: 'refused',
    reason: 'no_coverage',
    gold: [],
  })
  ids = { answered: answered.receiptId, gap: gap.id, handover: id }
  const [handover] = await vouch.rows('handovers', { id: { equals: id } })
  sealed = [handover?.contact ?? '', handover?.vaultKey ?? '']
  await sealRecords(payload)
  expect(keyedHash).toBeDefined()
}, 180_000)

const erase = (o: { by?: string; dryRun?: boolean } = {}) =>
  eraseCustomer(vouch.deps, {
    user: vouch.user(o.by ?? 'cora'),
    customer: `${MARK}-7`,
    dryRun: o.dryRun ?? false,
  })

describe('how a customer is reached', () => {
  it('is told to a colleague, and the audit log says so without telling it', async () => {
    const { payload } = vouch
    const { details } = await readContact({ payload, colleague: AMY }, ids.handover)
    expect(details.map(({ text }) => text).toSorted()).toEqual(REACHED.toSorted())
    const rows = await vouch.rows('audit-log', { subjectId: { equals: ids.handover } })
    expect(rows.find(({ action }) => action === 'handover.contact_read')).toMatchObject({
      actorName: 'Amy',
      detail: { kinds: ['name', 'e-mail', 'address', 'phone'] },
    })
  })

  it('is in no byte of any file, and in no record, in the clear', async () => {
    for (const each of sealed) expect(await holding(each)).toContain('handovers')
    for (const each of REACHED) expect(await holding(each)).toEqual([])
  })
})

describe('a customer is erased', () => {
  it('by compliance and admins alone', async () => {
    await expect(erase({ by: 'quinn' })).rejects.toThrow(ErasureRefused)
  })

  it('not by a dry run, which says what would go', async () => {
    const before = await vouch.rows('record-seals')
    const planned = await erase({ dryRun: true })
    expect(planned).toMatchObject({ receipts: 4, conversations: 1, compacted: null })
    expect(planned.changed).toMatchObject({
      answers: 4,
      handovers: 1,
      'handover-acts': 3,
      'assist-records': 2,
      'eval-cases': 2,
    })
    expect((await holding(MARK)).length).toBeGreaterThan(5)
    expect(await vouch.rows('record-seals')).toEqual(before)
    foreseen = planned.changed
  })

  it('so that no byte of any file, and no record, holds what they wrote or what was written of them', async () => {
    report = await erase()
    expect(report).toMatchObject({ receipts: 4, conversations: 1, changed: foreseen })
    expect(await holding(MARK)).toEqual([])
  })

  it('and how they are reached cannot be read any more, for its key is in no byte either', async () => {
    for (const each of sealed) expect(await holding(each)).toEqual([])
    const { payload } = vouch
    expect(await readContact({ payload, colleague: AMY }, ids.handover)).toEqual({
      state: 'erased',
      details: [],
    })
  })

  it('and everything still verifies: the chain, the seals, the counts', async () => {
    const { breaks } = await verifyInstallation(vouch.deps)
    expect(breaks).toEqual([])
  })

  it('with the counts and the proof that something was there', async () => {
    const rows = await vouch.rows('answers', { customer: { equals: report.alias } })
    expect(rows).toHaveLength(4)
    expect(new Set(rows.map(({ conversationId }) => conversationId)).size).toBe(1)
    expect(rows.every(({ erasedAt }) => erasedAt)).toBe(true)
    const answered = rows.find(({ id }) => id === ids.answered)
    expect(answered?.message).toContain('61 days')
    const [row] = await vouch.rows('audit-log', { action: { equals: 'customer.erased' } })
    expect(row?.detail).toMatchObject({ counts: { answers: 4 } })
    const seals = await vouch.rows('record-seals', { rowId: { equals: ids.answered } })
    expect(seals.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('and what another customer asked in the same words stays', async () => {
    const [shared] = await vouch.rows('gaps', { question: { equals: SHARED } })
    expect(shared).toMatchObject({ seen: 2, people: 2, question: SHARED })
    const [own] = await vouch.rows('gaps', { id: { equals: ids.gap } })
    expect(own).toMatchObject({ seen: 1, state: 'wont_answer', question: '[erased]' })
  })

  it('a replay says so, and a key that comes again is a new question', async () => {
    await expect(replayAnswer(vouch.deps, { receiptId: ids.answered })).rejects.toThrow(ReceiptErased)
    const again = await ask(`Gull here. ${serviceOf('Lapwing Sundial')}`, 'gull', { key: 'k-1' })
    expect(again.receiptId).not.toBe(ids.answered)
  })

  it('once: again there is nothing left, and it says how much there was', async () => {
    expect(await erase()).toMatchObject({ receipts: 0, before: 4, changed: {} })
  })

  it('also what colleagues sent of a hand-over that belongs to no conversation', async () => {
    const escalated = await vouch.ask('Let me talk to a person.', { bot, request: { customer: 'siskin' } })
    if (escalated.outcome !== 'escalated') throw new Error(`It was ${escalated.outcome}.`)
    await assist(escalated.handover.id, 'The Siskinmark was sent this instead')
    expect(await holding('Siskinmark')).toContain('assist-records')
    const { changed } = await eraseCustomer(vouch.deps, { user: vouch.user('cora'), customer: 'siskin' })
    expect(changed).toMatchObject({ answers: 1, 'assist-records': 2 })
    expect(await holding('Siskinmark')).toEqual([])
  })

  it('and an audit row that somebody else changes is still named', async () => {
    const [row] = await vouch.rows('audit-log', { action: { equals: 'gap.assigned' } })
    await vouch.payload.db.updateOne({
      collection: 'audit-log',
      id: row!.id,
      data: { title: 'Nothing' },
      req: {},
    })
    const { breaks } = await verifyInstallation(vouch.deps)
    expect(breaks).toEqual([expect.objectContaining({ kind: 'audit', id: String(row!.seq) })])
  })
})

describe('text past its time', () => {
  const DAY = 86_400_000
  const due = async (days: number) =>
    (await readExpired(vouch.deps, Date.now() + days * DAY)).flatMap(({ conversations }) => conversations)
      .length

  it('is erased for the bots that say how long theirs is kept, in whole conversations', async () => {
    const shop = await vouch.bot({ name: 'short memory', keepTextDays: 30 })
    const first = await vouch.ask('Is the Tanglefoot kettle blue?', {
      bot: shop,
      request: { conversationId: 'c-9' },
    })
    expect(await due(29)).toBe(0)
    expect(await due(31)).toBe(1)
    expect(await eraseExpired(vouch.deps, Date.now() + 31 * DAY)).toBe(1)
    expect(await holding('Tanglefoot')).toEqual([])
    const row = await vouch.payload.findByID({ collection: 'answers', id: first.receiptId })
    expect(row).toMatchObject({ question: '[erased]', outcome: 'refused' })
    expect(await eraseExpired(vouch.deps, Date.now() + 31 * DAY)).toBe(0)
    expect(
      await vouch.rows('answers', { bot: { equals: bot.id }, question: { equals: SHARED } }),
    ).not.toEqual([])
  })
})
