import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readUtterances } from '../../evals/turns/utterances'
import { POST as judge } from '../../src/app/api/v1/receipts/[id]/verdict/route'
import { GET as examples } from '../../src/app/api/v1/verdicts/examples/route'
import { GET as exportMeasures } from '../../src/app/api/v1/measures/export/route'
import { readBehind, readMeasures } from '../../src/commands/measures/readMeasures'
import { readQueue } from '../../src/commands/transcripts/readQueue'
import { readTranscript } from '../../src/commands/transcripts/readTranscript'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import type { Policy, Topic } from '../../payload-types'
import { publishBackground, product, serviceOf } from './background'
import { useFaces } from './faces'
import { useInstallation } from './installation'

const vouch = useInstallation()
const faces = useFaces(vouch)

const CARD = '4111 1111 1111 1111'
let sundial: Policy
let topic: Topic
let receipts: { answered: string; refused: string; person: string; card: string }
const tokens = new Map<string, string>()

beforeAll(async () => {
  topic = await vouch.payload.create({
    collection: 'topics',
    data: { name: 'Garden', slug: 'garden' } as Topic,
  })
  await publishBackground(vouch)
  sundial = await vouch.publish({ ...product('Lapwing Sundial', 61), topic: topic.id })
  const bot = await vouch.bot()
  const ask = async (question: string, conversationId: string, channel = 'web') =>
    (await vouch.ask(question, { bot, request: { conversationId, customer: 'joan', channel } })).receiptId
  receipts = {
    answered: await ask(serviceOf('Lapwing Sundial'), 'c-1'),
    refused: await ask(serviceOf('Merlin Anvil'), 'c-1'),
    person: await ask('Let me talk to a person.', 'c-2', 'phone'),
    card: await ask(`My card is ${CARD}. ${serviceOf('Lapwing Sundial')}`, 'c-3'),
  }
  for (const name of ['quinn', 'cora', 'ann', 'amy']) tokens.set(name, `JWT ${await faces.token(name)}`)
})

const say = async (name: string, receipt: string, body: object) => {
  const request = new Request('http://vouch.test/api/v1/receipts/verdict', {
    method: 'POST',
    headers: { authorization: tokens.get(name) ?? '', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const response = await judge(request, { params: Promise.resolve({ id: receipt }) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const get = async (route: typeof examples, name: string, query = '') => {
  const request = new Request(`http://vouch.test/api/v1/x${query}`, {
    headers: { authorization: tokens.get(name) ?? '' },
  })
  const response = await route(request, { params: Promise.resolve({}) })
  return { status: response.status, text: await response.text() }
}
const caseOf = async (question: string) =>
  (await vouch.rows('eval-cases', { question: { equals: question } }))[0]

describe('a reviewer’s verdict', () => {
  it('is for reviewers alone, of receipts and texts that are there', async () => {
    expect((await say('ann', receipts.answered, { verdict: 'right' })).status).toBe(403)
    expect((await say('amy', receipts.answered, { verdict: 'right' })).status).toBe(403)
    expect((await say('quinn', 'none', { verdict: 'right' })).status).toBe(404)
    expect((await say('quinn', receipts.answered, { verdict: 'good' })).status).toBe(400)
    const expected = { collection: 'faqs', id: 'gone' }
    expect((await say('quinn', receipts.answered, { verdict: 'wrong', expected })).status).toBe(404)
    expect(await vouch.rows('verdicts')).toEqual([])
    expect(await vouch.rows('eval-cases')).toEqual([])
  })

  it('makes what came the eval case that must come again, off while another reviewer expects something else', async () => {
    const question = serviceOf('Lapwing Sundial')
    const said = await say('quinn', receipts.answered, { verdict: 'right', note: `Card ${CARD} is fine.` })
    expect(said).toMatchObject({ status: 201, body: { evalCase: { active: true }, gapId: null } })
    expect(await caseOf(question)).toMatchObject({
      expectedOutcome: 'answered',
      gold: [{ relationTo: 'policies', value: sundial.id }],
      origin: 'reviewer',
      active: true,
    })
    const other = { verdict: 'should_have_escalated', label: 'safety' }
    expect(await say('cora', receipts.answered, other)).toMatchObject({ status: 201 })
    expect((await caseOf(question))?.active).toBe(false)
    expect(await say('cora', receipts.answered, { verdict: 'right' })).toMatchObject({ status: 201 })
    expect(await caseOf(question)).toMatchObject({ active: true, expectedOutcome: 'answered' })
    expect(JSON.stringify(await vouch.rows('verdicts'))).not.toContain('4111')
    const audited = await vouch.rows('audit-log', { action: { equals: 'verdict.given' } })
    expect(audited).toHaveLength(3)
    expect(JSON.stringify(audited)).not.toContain('Sundial')
  })

  it('puts on the backlog what nothing is written about, once for a turn, and leaves a refusal’s gap as it is', async () => {
    const before = await vouch.rows('gap-events')
    const known = await say('quinn', receipts.refused, { verdict: 'incomplete', missing: true })
    expect(known.body).toMatchObject({ gapId: before[0]?.gap })
    expect(await vouch.rows('gap-events')).toHaveLength(before.length)
    const opened = await say('quinn', receipts.card, { verdict: 'wrong', missing: true })
    await say('cora', receipts.card, { verdict: 'wrong', missing: true })
    const events = await vouch.rows('gap-events', { receipt: { equals: receipts.card } })
    expect(events).toMatchObject([{ gap: opened.body['gapId'], reason: 'reviewers_verdict' }])
  })

  it('tells those who may withdraw texts that an answer is unsafe, once', async () => {
    await say('quinn', receipts.card, { verdict: 'unsafe' })
    await say('quinn', receipts.card, { verdict: 'unsafe' })
    const told = await vouch.rows('notifications', { kind: { equals: 'unsafe' } })
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length)
  })

  it('becomes an example that the classifier of turns is fitted on', async () => {
    await say('quinn', receipts.refused, { verdict: 'should_have_escalated', label: 'safety' })
    const expected = { collection: 'policies', id: sundial.id }
    await say('quinn', receipts.person, { verdict: 'wrong', expected })
    expect((await get(examples, 'ann')).status).toBe(403)
    const directory = await mkdtemp(path.join(tmpdir(), 'vouch-examples-'))
    const file = path.join(directory, 'reviewed.jsonl')
    await writeFile(file, (await get(examples, 'quinn')).text)
    const read = await readUtterances(file)
    await rm(directory, { recursive: true })
    expect(read.map(({ text, label }) => [text, label])).toEqual([
      [serviceOf('Merlin Anvil'), 'safety'],
      ['Let me talk to a person.', 'none'],
    ])
  })

  it('leaves every record whole', async () => {
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
  })
})

describe('a transcript', () => {
  it('is the whole conversation by any of its receipts, without what was taken out of it', async () => {
    const byLast = await readTranscript(vouch.payload, { receiptId: receipts.refused, page: null })
    expect(byLast.turns.map(({ row }) => row.id)).toEqual([receipts.answered, receipts.refused])
    expect(byLast.turns[0]?.verdicts.length).toBe(3)
    const card = await readTranscript(vouch.payload, { receiptId: receipts.card, page: null })
    expect(card.total).toBe(1)
    expect(JSON.stringify(card)).not.toContain('4111')
  })

  it('waits for who has not judged it, until enough have', async () => {
    const mine = await readQueue(vouch.payload, { reviewer: vouch.user('quinn').id })
    expect(mine).toMatchObject({ waiting: [], of: 3, drawn: 3, agreement: { turns: 2 } })
    const fresh = await readQueue(vouch.payload, { reviewer: vouch.user('ada').id })
    expect(fresh.waiting.length).toBeLessThanOrEqual(1)
  })
})

describe('the figures of a slice', () => {
  it('count the conversations of a topic, a channel and a language, and lead to them', async () => {
    const all = await readMeasures(vouch.payload, {})
    expect(all.conversations).toBe(3)
    const garden = await readMeasures(vouch.payload, { topic: topic.id })
    expect(garden.conversations).toBe(2)
    expect(await readMeasures(vouch.payload, { channel: 'phone' })).toMatchObject({
      conversations: 1,
      escalation: { count: 1, of: 1 },
    })
    expect((await readMeasures(vouch.payload, { language: 'de' })).conversations).toBe(0)
    const { counted } = await readBehind(vouch.payload, { figure: 'escalation' })
    expect(counted.map(({ turns }) => turns[0]?.receipt)).toEqual([receipts.person])
  })

  it('are given as a table to who may read measures', async () => {
    expect((await get(exportMeasures, 'amy')).status).toBe(403)
    expect((await get(exportMeasures, 'ann', '?by=mood')).status).toBe(400)
    const { text } = await get(exportMeasures, 'ann', '?by=topic')
    expect(text).toContain('topic,Garden,Escalation rate,0,2,0,')
    expect((await get(exportMeasures, 'ann', '?table=days')).text).toContain('Handed over,1,3,')
  })
})
