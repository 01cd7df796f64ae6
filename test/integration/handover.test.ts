import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as dossier } from '../../src/app/api/v1/handovers/[id]/route'
import { POST as assist } from '../../src/app/api/v1/assist/route'
import { POST as assistOutcome } from '../../src/app/api/v1/assist/[id]/outcome/route'
import { POST as claim } from '../../src/app/api/v1/handovers/[id]/claim/route'
import { POST as readContact } from '../../src/app/api/v1/handovers/[id]/contact/route'
import { POST as note } from '../../src/app/api/v1/handovers/[id]/note/route'
import { POST as reply } from '../../src/app/api/v1/handovers/[id]/reply/route'
import { POST as resolve } from '../../src/app/api/v1/handovers/[id]/resolve/route'
import { POST as giveBack } from '../../src/app/api/v1/handovers/[id]/return/route'
import { GET as list } from '../../src/app/api/v1/handovers/route'
import { GET as messages } from '../../src/app/api/v1/webhook-messages/route'
import { POST as feedback } from '../../src/app/api/v1/conversations/[id]/feedback/route'
import { GET as replies } from '../../src/app/api/v1/conversations/[id]/replies/route'
import { POST as outcome } from '../../src/app/api/v1/conversations/[id]/outcome/route'
import { GET as measures } from '../../src/app/api/v1/measures/route'
import { POST as replay } from '../../src/app/api/v1/webhook-messages/[id]/replay/route'
import { POST as reportArticle } from '../../src/app/api/v1/handovers/[id]/report/route'
import { POST as setSignIn } from '../../src/app/api/v1/webhooks/[id]/sign-in/route'
import { POST as makeSecret } from '../../src/app/api/v1/webhooks/[id]/secret/route'
import { readList } from '../../src/admin/handovers/readList'
import { createBotKey } from '../../src/commands/botKeys'
import { dismissGap, reopenGap } from '../../src/commands/gapActions'
import { emitEvent } from '../../src/commands/webhooks/emitEvent'
import { forgetDelivered } from '../../src/commands/webhooks/forgetDelivered'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { inTransaction } from '../../src/database/transaction'
import { nameHandoverBots } from '../../src/commands/handovers/nameHandoverBots'
import type { HandoverPackage } from '../../src/handover/package'
import type { Bot } from '../../payload-types'
import { publishBackground, product, serviceOf } from './background'
import { useFaces } from './faces'
import { useInstallation } from './installation'
import { parseTraceparent } from '../../src/tracing/traceparent'
import { withinTrace } from '../../src/tracing/within'
import { startWebhookReceiver } from '../fakes/webhookReceiver'

const receiver = await startWebhookReceiver()
process.env['VOUCH_ALLOW_PRIVATE_HOSTS'] = new URL(receiver.url).host

const vouch = useInstallation()
const faces = useFaces(vouch)

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Lapwing Sundial', 61))
})

/** What a customer of this bot says so that a colleague takes over. @returns the hand-over's id. */
const handOver = async (bot: Bot, question = `Let me talk to a person. ${serviceOf('Lapwing Sundial')}`) => {
  const response = await vouch.ask(question, { bot, request: { conversationId: 'c-1', channel: 'web' } })
  if (response.outcome !== 'escalated') throw new Error(`It was ${response.outcome}.`)
  return response.handover.id
}

/** What the calls answer with, as far as it is looked at. */
interface Body {
  state: string
  claimedBy: string
  claimedAt: string
  data: { id: string }[]
  nextCursor: string | null
  acts: { act: string }[]
  package: Record<string, unknown[]>
  errors: unknown[]
  secret: string
}

type Route = (request: Request, next: { params: Promise<{ id: string }> }) => Promise<Response>
type ListRoute = typeof list

const call = async (
  handler: Route | ListRoute,
  authorization: string,
  { id = '', query = '', body, key }: { id?: string; query?: string; body?: unknown; key?: string } = {},
) => {
  const request = new Request(`http://vouch.test/api/v1/handovers${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await (handler as Route)(request, { params: Promise.resolve({ id }) })
  return { status: response.status, body: (await response.json()) as Body }
}

const auditOf = async (id: string) =>
  (await vouch.rows('audit-log', { subjectId: { equals: id } }))
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ action, actorName }) => `${actorName} ${action}`)

describe('handing over to a person', () => {
  it('stores everything the person needs, and receipt and hand-over know each other', async () => {
    const response = await vouch.ask(`Let me talk to a person. ${serviceOf('Lapwing Sundial')}`, {
      request: {
        messages: [
          { role: 'user', content: 'My order is AB-12345678 and my card is 4111 1111 1111 1111.' },
          { role: 'assistant', content: 'What is it about?' },
        ],
      },
    })
    if (response.outcome !== 'escalated') throw new Error(`It was ${response.outcome}.`)
    expect(response.reason).toBe('asks_for_person')
    const [handover] = await vouch.rows('handovers', { id: { equals: response.handover.id } })
    const [receipt] = await vouch.rows('answers', { id: { equals: response.receiptId } })
    expect(handover?.receipt).toBe(response.receiptId)
    expect(receipt?.handover).toBe(response.handover.id)
    const context = handover?.package as unknown as HandoverPackage
    expect(context.transcript).toHaveLength(3)
    expect(context.considered[0]?.title).toContain('Lapwing Sundial')
    expect(JSON.stringify([handover, receipt])).not.toContain('4111 1111')
  })

  it('tells how the customer is reached to who works hand-overs, each time on record, and to nobody else', async () => {
    const bot = await vouch.bot({ scopes: ['answer', 'read:handovers', 'read:receipts'] })
    const other = await vouch.bot({ scopes: ['answer', 'read:handovers'] })
    const keyOf = async ({ id }: Bot) =>
      `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, id)}`
    const its = await keyOf(bot)
    const response = await vouch.ask('Let me talk to a person. I am on 07700 900123.', {
      bot,
      request: { conversationId: 'c-tim', contact: { name: 'Tim Gull', address: '1 The Mole, Hull' } },
    })
    // Said while they wait, and once more in another conversation.
    for (const conversationId of ['c-tim', 'c-other'])
      await vouch.ask(`${serviceOf('Lapwing Sundial')} ${conversationId}@example.org`, {
        bot,
        request: { conversationId },
      })
    if (response.outcome !== 'escalated') throw new Error(`It was ${response.outcome}.`)
    const { id } = response.handover
    const asked = (authorization: string, body: object = {}) => call(readContact, authorization, { id, body })
    const told = await asked(its, { agent: 'Ana' })
    expect(told.body).toEqual({
      state: 'open',
      details: [
        { kind: 'name', text: 'Tim Gull', turn: null },
        { kind: 'address', text: '1 The Mole, Hull', turn: null },
        { kind: 'phone', text: '07700 900123', turn: 1 },
        { kind: 'e-mail', text: 'c-tim@example.org', turn: null },
      ],
    })
    expect((await asked(its)).status).toBe(400)
    expect((await asked(await keyOf(other), { agent: 'Ana' })).status).toBe(404)
    expect((await asked(`JWT ${await faces.token('amy')}`)).status).toBe(200)
    expect((await asked(`JWT ${await faces.token('ann')}`)).status).toBe(403)
    expect(await auditOf(id)).toEqual([
      `Ana (${bot.name}) handover.contact_read`,
      'amy handover.contact_read',
    ])
    const shown = [
      (await call(dossier, its, { id })).body,
      await vouch.payload.findByID({ collection: 'handovers', id, ...vouch.as('amy') }),
      await vouch.rows('answers', { id: { equals: response.receiptId } }),
      await vouch.rows('audit-log'),
    ]
    expect(JSON.stringify(shown)).not.toMatch(/900123|Tim Gull|The Mole|@example.org|"v1\./)
    expect(shown[0]).toMatchObject({ package: { contact: ['name', 'address', 'phone', 'e-mail'] } })
  })
})

describe('a customer who waits for a colleague', () => {
  it('is told who answers and what they wrote, whole, by the page that asked and by no other', async () => {
    const bot = await vouch.bot({ scopes: ['answer', 'write:handovers'], requestsPerMinute: 3 })
    const origins = ['https://shop.example']
    const page = `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id, { origins })}`
    const desk = `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)}`
    const id = await handOver(bot)
    const look = async (query: string, conversation = 'c-1', authorization = page) => {
      const response = await replies(
        new Request(`http://vouch.test/api/v1/conversations/${conversation}/replies?${query}`, {
          headers: { authorization, origin: 'https://shop.example' },
        }),
        { params: Promise.resolve({ id: conversation }) },
      )
      return { status: response.status, body: (await response.json()) as { replies: { text: string }[] } }
    }
    expect((await look(`handover=${id}`)).body).toEqual({ state: 'open', by: null, replies: [] })
    await call(claim, desk, { id, body: { agent: 'Ana Ruiz' } })
    const text = 'Call me on 0800 123 4567, or write to ana@shop.example.'
    await call(reply, desk, { id, body: { agent: 'Ana Ruiz', text } })
    const { body } = await look(`handover=${id}&after=0`)
    expect(body).toMatchObject({ state: 'claimed', by: 'Ana Ruiz', replies: [{ text, by: 'Ana Ruiz' }] })
    expect((await look(`handover=${id}&after=1`)).body.replies).toEqual([])
    const kept = await vouch.rows('handover-acts', { handover: { equals: id } })
    expect(JSON.stringify(kept)).not.toContain('123 4567')
    expect((await look(`handover=${id}`, 'c-2')).status).toBe(404)
    expect((await look('handover=none')).status).toBe(404)
    expect((await look('')).status).toBe(400)
    // A page may look more often than its bot may be asked.
    for (let i = 0; i < 10; i++) expect((await look(`handover=${id}&after=1`)).status).toBe(200)
  })
})

describe('a colleague in a live conversation', () => {
  const SECRET = 'Waive the fee of the Plover Barometer once, up to 15 pounds'
  let key: string
  let otherKey: string
  interface Told {
    id: string
    suggestedReplies: { text: string; question: string; citations: { document: { title: string } }[] }[]
    nothingApproved: boolean
    message: string
    because: string | null
    nextSteps: { text: string; from: { document: { title: string } } | null }[]
    knowledge: { text: string; audience: string }[]
    summary: { text: string }
    sentiment: { change: string }
    reason: string | null
  }
  const helpFor = async (authorization: string, body: object) => {
    const { status, body: told } = await call(assist, authorization, { body })
    return { status, told: told as unknown as Told }
  }
  const customer = (content: string) => ({ role: 'customer', content })

  beforeAll(async () => {
    await vouch.publish({
      title: 'Plover Barometer procedure',
      audience: 'agent',
      markdown: `What to do about a late fee of the Plover Barometer:\n\n1. ${SECRET}.\n2. Note it on the account.`,
    })
    const bot = (audiences: Bot['audiences']) =>
      vouch.bot({ audiences, scopes: ['answer', 'read:handovers', 'write:handovers'] })
    const keyOf = async ({ id }: Bot) =>
      `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, id)}`
    key = await keyOf(await bot(['public', 'agent']))
    otherKey = await keyOf(await bot(['public']))
  })

  it('is given a cited reply to what is still open, though the last word was a wish for a person', async () => {
    const messages = [
      customer(serviceOf('Lapwing Sundial')),
      { role: 'bot', content: 'I am not sure.' },
      customer('This is useless, give me a real person!!'),
    ]
    const { status, told } = await helpFor(key, { agent: 'Ana', messages })
    expect(status).toBe(200)
    expect(told).toMatchObject({
      nothingApproved: false,
      reason: 'asks_for_person',
      sentiment: { change: 'worse' },
    })
    const [reply] = told.suggestedReplies
    expect(reply?.text).toContain('61 days')
    expect(reply?.question).toBe(serviceOf('Lapwing Sundial'))
    expect(reply?.citations[0]?.document.title).toContain('Lapwing Sundial')
    expect(told.summary.text).toContain('Lapwing Sundial')
  })

  it('reads what is for colleagues as knowledge and steps, and never in a reply to the customer', async () => {
    const messages = [customer('What about the late fee of the Plover Barometer?')]
    const { told } = await helpFor(key, { agent: 'Ana', messages })
    expect(told).toMatchObject({ nothingApproved: true, suggestedReplies: [] })
    expect(told.message).toMatch(/Nothing approved covers this/)
    expect(told.nextSteps[0]?.text).toContain(SECRET)
    expect(told.nextSteps[0]?.from?.document.title).toBe('Plover Barometer procedure')
    expect(told.knowledge.map(({ audience }) => audience)).toContain('agent')
    // A desk whose bot may not read it sees nothing of it.
    const other = await helpFor(otherKey, { agent: 'Ana', messages })
    expect(JSON.stringify(other.told)).not.toContain('Waive')
  })

  it('drafts for what would go to a person, and for a hand-over, with what colleagues answered since', async () => {
    const asked = `I want to speak to a real person. ${serviceOf('Lapwing Sundial')}`
    const alone = await helpFor(key, { agent: 'Ana', messages: [customer(asked)] })
    expect(alone.told).toMatchObject({ reason: 'asks_for_person', nothingApproved: false })
    const bot = await vouch.bot({ scopes: ['answer', 'read:handovers', 'write:handovers'] })
    const its = `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)}`
    const handoverId = await handOver(bot)
    const known = await helpFor(its, { agent: 'Ana', handoverId })
    expect(known.told.suggestedReplies[0]?.text).toContain('61 days')
    expect((await helpFor(key, { agent: 'Ana', handoverId })).status).toBe(404)
    expect((await helpFor(its, { agent: 'Ana' })).status).toBe(400)
    await call(claim, its, { id: handoverId, body: { agent: 'Ana' } })
    const text = known.told.suggestedReplies[0]?.text
    await call(reply, its, { id: handoverId, body: { agent: 'Ana', text } })
    const again = await helpFor(its, { agent: 'Ana', handoverId })
    expect(again.told).toMatchObject({ suggestedReplies: [], nothingApproved: false, because: null })
    expect(again.told.message).toContain('told what is approved already')
  })

  it('puts a missing or wrong text on the backlog from a hand-over, in their words', async () => {
    const bot = await vouch.bot({ scopes: ['answer', 'write:handovers'] })
    const its = `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)}`
    const id = await handOver(bot)
    const report = (body: object, authorization = its) =>
      call(reportArticle, authorization, { id, body: { agent: 'Ana', ...body } })
    expect((await report({ kind: 'wrong' })).status).toBe(400)
    expect((await report({ kind: 'missing' }, otherKey)).status).toBe(404)
    const question = 'Does the Wigeon Compass work under water?'
    const { status, body } = await report({
      kind: 'missing',
      question,
      note: 'Asked daily. 4111 1111 1111 1111',
    })
    expect(status).toBe(201)
    const { gapId } = body as unknown as { gapId: string }
    const [gap] = await vouch.rows('gaps', { id: { equals: gapId } })
    expect(gap).toMatchObject({ question, seen: 0 })
    expect(gap?.note).toContain('Reported by Ana: Asked daily.')
    expect(gap?.note).not.toContain('4111')
  })

  it('says what came of it, once for a key and without secrets; another’s suggestions do not exist', async () => {
    const { told } = await helpFor(key, { agent: 'Ana', messages: [customer(serviceOf('Lapwing Sundial'))] })
    const say = (authorization: string, body: object, idempotency?: string) =>
      call(assistOutcome, authorization, { id: told.id, body: { agent: 'Ana', ...body }, key: idempotency })
    const edited = { label: 'edited', text: 'After 61 days. Card 4111 1111 1111 1111' }
    const once = await say(key, edited, 'k')
    expect(once.status).toBe(201)
    expect((await say(key, edited, 'k')).body).toEqual(once.body)
    expect((await say(otherKey, { label: 'used' })).status).toBe(404)
    expect((await say(key, { label: 'edited' })).status).toBe(400)
    const rows = await vouch.rows('assist-records', { assist: { equals: told.id } })
    expect(rows.map(({ act }) => act).toSorted()).toEqual(['edited', 'suggested'])
    expect(JSON.stringify(rows)).not.toContain('4111')
  })

  it('needs a customer who said something, the scope, and a bot for a person', async () => {
    const messages = [customer('Hello')]
    expect((await helpFor(key, { agent: 'Ana', messages: [{ role: 'bot', content: 'Hi' }] })).status).toBe(
      400,
    )
    expect((await helpFor(key, { messages })).status).toBe(400)
    expect((await helpFor(`JWT ${await faces.token('amy')}`, { messages })).status).toBe(400)
  })
})

describe('a desk that works hand-overs', () => {
  let desk: Bot
  let deskKey: string
  let otherKey: string
  let waiting: string[]

  const keyOf = async (bot: Bot) =>
    `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)}`

  beforeAll(async () => {
    desk = await vouch.bot({ scopes: ['answer', 'read:handovers', 'write:handovers'] })
    deskKey = await keyOf(desk)
    otherKey = await keyOf(await vouch.bot({ scopes: ['answer', 'read:handovers', 'write:handovers'] }))
    waiting = []
    for (let turn = 0; turn < 4; turn++) waiting.push(await handOver(desk))
  })

  it('needs the scopes, which no key has by itself', async () => {
    const key = await keyOf(await vouch.bot())
    expect((await call(list, key)).status).toBe(403)
    expect((await call(claim, key, { id: waiting[0], body: { agent: 'Ana' } })).status).toBe(403)
    expect((await call(list, 'Bearer vch_nothing')).status).toBe(401)
  })

  it('sees its own bot’s page by page, the newest first, and another’s as none that exist', async () => {
    const first = await call(list, deskKey, { query: '?limit=3' })
    const second = await call(list, deskKey, { query: `?limit=3&cursor=${first.body.nextCursor}` })
    const seen = [...first.body.data, ...second.body.data]
    expect(seen.map(({ id }) => id)).toEqual(waiting.toReversed())
    expect(second.body.nextCursor).toBeNull()
    expect((await call(list, otherKey)).body.data).toEqual([])
    expect((await call(dossier, otherKey, { id: waiting[0] })).status).toBe(404)
    expect((await call(claim, otherKey, { id: waiting[0], body: { agent: 'Ana' } })).status).toBe(404)
  })

  it('filters by state, queue, urgency and since, and says what it cannot filter by', async () => {
    const count = async (query: string) => (await call(list, deskKey, { query })).body.data.length
    expect(await count('?state=open&queue=general&since=2020-01-01T00:00:00Z')).toBe(4)
    expect(await count('?state=resolved')).toBe(0)
    expect(await count('?queue=nowhere')).toBe(0)
    expect(await count('?since=2999-01-01T00:00:00Z')).toBe(0)
    const refused = await call(list, deskKey, { query: '?urgency=whenever' })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/urgency' }] } })
  })

  it('gets the package with its seven parts, the conversation and what was done', async () => {
    const { body } = await call(dossier, deskKey, { id: waiting[0] })
    expect(body).toMatchObject({ state: 'open', conversationId: 'c-1', channel: 'web', acts: [] })
    for (const part of ['intent', 'details', 'transcript', 'tried', 'considered', 'sentiment', 'nextSteps'])
      expect(body.package, part).toHaveProperty(part)
    expect(JSON.stringify(body.package['considered'])).toContain('Lapwing Sundial')
  })

  it('tells a key that was narrowed nothing of texts that it may not pass on now', async () => {
    const inside = await vouch.bot({ audiences: ['public'], scopes: ['answer', 'read:handovers'] })
    const id = await handOver(inside)
    const key = await keyOf(inside)
    expect((await call(dossier, key, { id })).body.package['considered']?.length).toBeGreaterThan(0)
    await vouch.payload.update({ collection: 'bots', id: inside.id, data: { audiences: ['partner'] } })
    expect((await call(dossier, key, { id })).body.package['considered']).toEqual([])
  })

  it('gives a hand-over to one of two colleagues who claim at once, and tells the other who has it since when', async () => {
    const [id = ''] = waiting
    const both = await Promise.all(
      ['Ana', 'Bo'].map((agent) => call(claim, deskKey, { id, body: { agent } })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const won = both.find(({ status }) => status === 200)!.body
    const lost = both.find(({ status }) => status === 409)!.body
    expect(lost).toMatchObject({
      state: 'claimed',
      claimedBy: won.claimedBy,
      claimedAt: won.claimedAt,
      detail: expect.stringContaining(`${won.claimedBy} has this hand-over since`) as string,
    })
    expect((await call(claim, deskKey, { id, body: {} })).body.errors).toMatchObject([{ pointer: '/agent' }])
  })

  it('answers only what it has claimed, once for a key, without secrets, and ends it once', async () => {
    const id = waiting[1] ?? ''
    const ana = (handler: Route, body: object, key?: string) =>
      call(handler, deskKey, { id, body: { agent: 'Ana', ...body }, ...(key && { key }) })
    expect((await ana(reply, { text: 'Hello.' })).body).toMatchObject({ status: 409, claimedBy: null })
    await ana(claim, {})
    expect((await ana(claim, {})).status).toBe(200)
    expect((await ana(note, { text: 'Rang twice.' })).status).toBe(200)
    const card = 'We charged 4111 1111 1111 1111.'
    expect((await ana(reply, { text: card }, 'k1')).status).toBe(200)
    expect((await ana(reply, { text: card }, 'k1')).status).toBe(200)
    expect((await ana(reply, { text: 'Another.' }, 'k1')).status).toBe(409)
    const bo = await call(resolve, deskKey, { id, body: { agent: 'Bo' } })
    expect(bo).toMatchObject({ status: 409, body: { claimedBy: 'Ana' } })
    expect((await ana(resolve, { summary: 'Refunded.' })).body).toMatchObject({
      state: 'resolved',
      summary: 'Refunded.',
    })
    expect((await ana(giveBack, { summary: 'Again?' })).body).toMatchObject({
      status: 409,
      state: 'resolved',
    })
    const { body } = await call(dossier, deskKey, { id })
    expect(body.acts.map(({ act }) => act)).toEqual(['claimed', 'noted', 'replied', 'resolved'])
    expect(JSON.stringify(body)).not.toContain('4111')
    const by = `Ana (${desk.name})`
    expect(await auditOf(id)).toEqual([
      `${by} handover.claimed`,
      `${by} handover.noted`,
      `${by} handover.replied`,
      `${by} handover.resolved`,
    ])
  })

  it('hands a claim on to a colleague who takes it over, and back to the bot with a summary', async () => {
    const id = waiting[2] ?? ''
    await call(claim, deskKey, { id, body: { agent: 'Ana' } })
    const taken = await call(claim, deskKey, { id, body: { agent: 'Bo', takeOver: true } })
    expect(taken.body).toMatchObject({ state: 'claimed', claimedBy: 'Bo' })
    expect((await call(giveBack, deskKey, { id, body: { agent: 'Bo' } })).status).toBe(400)
    const back = await call(giveBack, deskKey, {
      id,
      body: { agent: 'Bo', summary: 'Sent the parcel again.' },
    })
    expect(back.body).toMatchObject({ state: 'returned', summary: 'Sent the parcel again.' })
  })

  it('lets agents who are signed in work everyone’s hand-overs under their own name, and authors none', async () => {
    const id = waiting[3] ?? ''
    const amy = `JWT ${await faces.token('amy')}`
    const ann = `JWT ${await faces.token('ann')}`
    expect((await call(list, ann)).status).toBe(403)
    expect((await call(list, amy)).body.data.length).toBeGreaterThan(4)
    expect((await call(claim, amy, { id, body: { agent: 'Somebody' } })).status).toBe(400)
    expect((await call(claim, amy, { id, body: {} })).body).toMatchObject({ claimedBy: 'amy' })
    expect((await call(resolve, amy, { id, body: {} })).body).toMatchObject({ state: 'resolved' })
    expect(await auditOf(id)).toEqual(['amy handover.claimed', 'amy handover.resolved'])
  })

  it('has a room with what is urgent first, then who waits longest, by queue and urgency', async () => {
    const urgent = await handOver(
      desk,
      'This is a disgrace. I am furious, I want to complain to the ombudsman.',
    )
    await vouch.payload.db.updateOne({
      collection: 'handovers',
      id: urgent,
      data: { urgency: 'high', queue: 'complaints' },
      req: {},
    })
    await handOver(desk)
    const room = { state: 'open', queue: null, urgency: null, page: 1 } as const
    const { handovers, counts, queues } = await readList(vouch.payload, room)
    const waiting = handovers.map(({ urgency, createdAt }) => `${urgency} ${createdAt}`)
    expect(waiting).toEqual(waiting.toSorted())
    const smoke = await handOver(desk, 'There is smoke coming out of my Lapwing Sundial, what do I do?')
    const [first, second] = (await readList(vouch.payload, room)).handovers
    expect([first?.id, second?.id]).toEqual([smoke, urgent])
    await vouch.payload.db.updateOne({
      collection: 'handovers',
      id: smoke,
      data: { state: 'resolved' },
      req: {},
    })
    expect(handovers.findIndex(({ id }) => id === urgent)).toBeLessThan(
      handovers.findIndex(({ urgency }) => urgency === 'normal'),
    )
    expect(handovers).toHaveLength(counts.get('open') ?? -1)
    expect(queues).toEqual(['complaints', 'general'])
    const alone = await readList(vouch.payload, { ...room, queue: 'complaints', urgency: 'high' })
    expect(alone.handovers.map(({ id }) => id)).toEqual([urgent])
    expect(alone.counts.get('all')).toBe(1)
  })

  it('finds hand-overs of before, which have no state and name no bot, once they were named', async () => {
    const id = await handOver(desk)
    await vouch.payload.db.updateOne({
      collection: 'handovers',
      id,
      data: { state: null, bot: null },
      req: {},
    })
    await nameHandoverBots(vouch.payload)
    const { body } = await call(list, deskKey, { query: '?state=open&limit=1' })
    expect(body.data[0]).toMatchObject({ id, state: 'open', botId: desk.id })
  })
})

describe('how conversations end', () => {
  let bot: Bot
  let key: string
  const say = (handler: Route, body: object, o: { id?: string; key?: string } = {}) =>
    call(handler, key, { id: 'c-9', body, ...o })

  beforeAll(async () => {
    bot = await vouch.bot({ scopes: ['answer', 'write:outcomes'] })
    key = `Bearer ${await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)}`
    for (const conversationId of ['c-9', 'c-10'])
      await vouch.ask(serviceOf('Lapwing Sundial'), { bot, request: { conversationId, customer: 'joan' } })
    await vouch.ask('Let me talk to a person.', { bot, request: { conversationId: 'c-11' } })
  })

  it('is told by the bot that had it, and by no other', async () => {
    expect((await say(outcome, { resolved: true }, { id: 'c-nothing' })).status).toBe(404)
    expect((await say(outcome, { resolved: true }, { id: 'c-1' })).status).toBe(404)
    expect((await say(outcome, { resolved: 'yes' })).status).toBe(400)
    expect((await say(feedback, {})).status).toBe(400)
    expect((await say(feedback, { csat: 6 })).status).toBe(400)
    expect((await say(feedback, { csat: 5, receiptId: 'none' })).status).toBe(404)
    expect(await vouch.rows('conversation-reports')).toEqual([])
  })

  it('is kept once for a key and without secrets, and the latest word counts', async () => {
    const once = await say(outcome, { resolved: false }, { key: 'k' })
    expect(once.status).toBe(201)
    expect((await say(outcome, { resolved: false }, { key: 'k' })).body).toEqual(once.body)
    expect((await say(outcome, { resolved: true, by: 'bot' })).status).toBe(201)
    expect((await say(feedback, { csat: 5, comment: 'Card 4111 1111 1111 1111, thanks.' })).status).toBe(201)
    const rows = await vouch.rows('conversation-reports')
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('4111')
  })

  it('moves the measures, which people read and agents do not', async () => {
    const read = async (name: string, query = `?bot=${bot.id}`) =>
      call(measures, `JWT ${await faces.token(name)}`, { query })
    expect((await read('amy')).status).toBe(403)
    expect((await read('ann', '?from=soon')).status).toBe(400)
    expect((await read('ann')).body).toMatchObject({
      conversations: 3,
      outcomeKnown: { count: 1, of: 3 },
      aiResolution: { count: 1, of: 3 },
      escalation: { count: 1, of: 3 },
      escalationByReason: [{ reason: 'asks_for_person', count: 1 }],
      repeatContact: { count: 1, of: 2 },
      firstContactResolution: { count: 0, of: 1 },
      csat: { count: 1, of: 1, average: 5 },
    })
    expect((await read('ann', `?bot=${bot.id}&to=2020-01-01`)).body).toMatchObject({
      conversations: 0,
      aiResolution: { share: null },
    })
  })
})

describe('telling other systems by webhook', () => {
  let admin: string
  let webhook: string
  let bot: Bot

  afterAll(async () => {
    delete process.env['VOUCH_ALLOW_PRIVATE_HOSTS']
    await receiver.close()
  })

  beforeAll(async () => {
    admin = `JWT ${await faces.token('ada')}`
    bot = await vouch.bot()
    const { id } = await vouch.payload.create({
      collection: 'webhooks',
      data: { name: 'Desk', url: receiver.url, events: ['handover.created', 'gap.reopened'], enabled: true },
      ...vouch.as('ada'),
    })
    webhook = id
    const made = await call(makeSecret, admin, { id, body: {} })
    expect(made).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/) as string } })
    receiver.secret = made.body.secret
  })

  /** As if the pause before the next try were over. */
  const comeTheTime = async () => {
    const { payload } = vouch
    for (const { id } of await vouch.rows('webhook-deliveries', { state: { equals: 'waiting' } }))
      await payload.db.updateOne({ collection: 'webhook-deliveries', id, data: { nextTryAt: null }, req: {} })
    await payload.db.updateJobs({
      data: { waitUntil: null },
      where: { waitUntil: { exists: true } },
      req: {},
    })
    await vouch.work()
  }
  const deliveryOf = async (handover: string) => {
    const all = await vouch.rows('webhook-deliveries')
    const found = all.filter(({ data }) => (data as { id?: string }).id === handover)
    expect(found).toHaveLength(1)
    return found[0]!
  }

  it('sends each hand-over, signed, after the answer was given and told nobody of the receiver', async () => {
    receiver.answers = []
    const id = await handOver(bot)
    expect(receiver.taken).toHaveLength(0)
    await vouch.work()
    expect(receiver.taken).toMatchObject([{ type: 'handover.created', data: { id, botId: bot.id } }])
    expect(JSON.stringify(receiver.taken)).not.toContain('Lapwing')
    expect(await deliveryOf(id)).toMatchObject({ state: 'delivered', attempts: 1, lastError: null })
  })

  it('tells the receiver in which trace it happened, at each try, though nobody traces here', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    receiver.answers = [500]
    const before = receiver.ids.length
    await withinTrace(parseTraceparent(traceparent), () => handOver(bot))
    await vouch.work()
    await comeTheTime()
    expect(receiver.ids.slice(before)).toHaveLength(2)
    expect(receiver.traceparents.slice(before)).toEqual([traceparent, traceparent])
    expect(receiver.traceparents[before - 1]).toBeUndefined()
  })

  it('tries again under the same id while the receiver is down, and is taken once', async () => {
    const before = receiver.taken.length
    receiver.answers = [500, 'hang up', 302]
    const id = await handOver(bot)
    await vouch.work()
    const waits = await deliveryOf(id)
    expect(waits).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waits.lastError).toContain('answered 500')
    expect(Date.parse(waits.nextTryAt ?? '')).toBeGreaterThan(Date.now())
    await vouch.work()
    expect((await deliveryOf(id)).attempts).toBe(1)
    for (let turn = 0; turn < 3; turn++) await comeTheTime()
    expect(await deliveryOf(id)).toMatchObject({ state: 'delivered', attempts: 4 })
    expect(receiver.taken).toHaveLength(before + 1)
    expect(new Set(receiver.ids.slice(-4)).size).toBe(1)
  })

  it('is dead after a day of tries, or at once where the receiver is gone, and is sent again by an admin alone', async () => {
    receiver.answers = [410]
    const gone = await handOver(bot)
    await vouch.work()
    expect(await deliveryOf(gone)).toMatchObject({ state: 'dead', attempts: 1 })
    receiver.answers = Array.from({ length: 7 }, () => 503)
    const tried = await handOver(bot)
    await vouch.work()
    for (let turn = 0; turn < 8; turn++) await comeTheTime()
    const dead = await deliveryOf(tried)
    expect(dead).toMatchObject({ state: 'dead', attempts: 7, nextTryAt: null })
    expect(dead.lastError).toContain('answered 503')
    const told = await vouch.rows('notifications', { kind: { equals: 'webhook_dead' } })
    expect(told.map(({ to, href }) => [to, href?.split('/').at(-1)])).toContainEqual([
      vouch.user('ada').id,
      dead.id,
    ])
    const listed = await call(messages, admin, { query: '?state=dead' })
    expect(listed.body.data.map(({ id }) => id)).toContain(dead.id)
    const amy = `JWT ${await faces.token('amy')}`
    expect((await call(replay, amy, { id: dead.id, body: {} })).status).toBe(403)
    expect((await call(replay, admin, { id: dead.id, body: {} })).status).toBe(202)
    await vouch.work()
    expect(await deliveryOf(tried)).toMatchObject({ state: 'delivered', messageId: dead.messageId })
    expect(await auditOf(dead.id)).toEqual(['ada webhook.replayed'])
  })

  it('a receiver that answers only after its worker died is told twice under one id', async () => {
    const before = receiver.taken.length
    const id = await handOver(bot)
    await vouch.work()
    const { id: deliveryId } = await deliveryOf(id)
    const again = { state: 'waiting', attempts: 0, deliveredAt: null }
    await vouch.payload.db.updateOne({
      collection: 'webhook-deliveries',
      id: deliveryId,
      data: again,
      req: {},
    })
    await vouch.deps.payload.jobs.queue({ task: 'deliverWebhook', input: { deliveryId }, queue: 'webhooks' })
    await vouch.work()
    expect(receiver.ids.at(-1)).toBe(receiver.ids.at(-2))
    expect(receiver.taken).toHaveLength(before + 1)
  })

  it('tells nothing of what was rolled back, nor of what nobody asked for', async () => {
    const count = async () => (await vouch.rows('webhook-deliveries')).length
    const before = await count()
    await expect(
      inTransaction({ payload: vouch.payload }, async (req) => {
        await emitEvent(req, { type: 'handover.created', data: {} })
        throw new Error('No.')
      }),
    ).rejects.toThrow('No.')
    await inTransaction({ payload: vouch.payload }, (req) =>
      emitEvent(req, { type: 'gap.verified', data: {} }),
    )
    expect(await count()).toBe(before)
  })

  it('signs with the old secret too for a day, and keeps neither where it can be read', async () => {
    const { secret: old } = receiver
    const { secret } = (await call(makeSecret, admin, { id: webhook, body: {} })).body
    const [stored] = await vouch.sql(`SELECT * FROM webhooks`)
    expect(JSON.stringify(stored?.rows)).not.toMatch(new RegExp(`whsec_|${secret.slice(6, 20)}`))
    const shown = await vouch.payload.findByID({ collection: 'webhooks', id: webhook, ...vouch.as('ada') })
    expect(shown).not.toHaveProperty('secret')
    for (const each of [old, secret]) {
      receiver.secret = each
      const before = receiver.taken.length
      await handOver(bot)
      await vouch.work()
      expect(receiver.taken).toHaveLength(before + 1)
    }
  })

  it('sends the whole package where the endpoint is to have it, how the customer is reached too, and records that', async () => {
    const change = { collection: 'webhooks', id: webhook, ...vouch.as('ada') } as const
    await vouch.payload.update({ ...change, data: { withPackage: true } })
    const id = await handOver(
      bot,
      `Let me talk to a person. Call 07700 900123. ${serviceOf('Lapwing Sundial')}`,
    )
    await vouch.work()
    const told = JSON.stringify(receiver.taken.at(-1))
    expect(told).toContain('Lapwing Sundial')
    expect(told).toContain('"details":[{"kind":"phone","text":"07700 900123"}')
    expect(told).toContain('Call [phone]')
    expect(await auditOf(id)).toEqual(['Vouch handover.contact_sent'])
    expect(JSON.stringify(await vouch.rows('webhook-deliveries'))).not.toContain('900123')
    await vouch.payload.update({ ...change, data: { withPackage: false } })
  })

  it('writes a ticket as a vendor takes it, with a sign-in that nobody reads and no other host gets', async () => {
    const url = `${new URL(receiver.url).origin}/vendor`
    const create = (data: object) =>
      vouch.payload.create({
        collection: 'webhooks',
        data: {
          name: 'Zendesk',
          url,
          shape: 'zendesk',
          enabled: true,
          events: ['handover.created'],
          ...data,
        },
        ...vouch.as('ada'),
      })
    await expect(create({ events: ['gap.verified'] })).rejects.toThrow()
    await expect(create({ shape: 'intercom' })).rejects.toThrow()
    const vendor = await create({})
    const unset = await handOver(bot)
    await vouch.work()
    const [waits] = await vouch.rows('webhook-deliveries', { webhook: { equals: vendor.id } })
    expect(waits?.lastError).toContain('has no sign-in yet')
    const signIn = { id: vendor.id, body: { authorization: 'Basic c2VjcmV0' } }
    expect((await call(setSignIn, `JWT ${await faces.token('amy')}`, signIn)).status).toBe(403)
    expect((await call(setSignIn, admin, { ...signIn, body: { authorization: 'two\nlines' } })).status).toBe(
      400,
    )
    expect((await call(setSignIn, admin, signIn)).status).toBe(200)
    const [stored] = await vouch.sql('SELECT * FROM webhooks')
    expect(JSON.stringify(stored?.rows)).not.toContain('c2VjcmV0')
    await comeTheTime()
    expect(receiver.vendor).toMatchObject([
      { authorization: 'Basic c2VjcmV0', key: waits?.messageId, body: { ticket: { external_id: unset } } },
    ])
    expect(receiver.vendor[0]?.signature).toBeUndefined()
    const change = { collection: 'webhooks', id: vendor.id, ...vouch.as('ada') } as const
    await vouch.payload.update({ ...change, data: { url: 'https://elsewhere.example/api' } })
    const [moved] = await vouch.rows('webhooks', { id: { equals: vendor.id } })
    expect(moved?.signIn ?? null).toBeNull()
    await vouch.payload.update({ ...change, data: { enabled: false } })
  })

  it('tells that a gap is closed or opened again, and that a text may no longer be told', async () => {
    const events = ['gap.verified', 'gap.reopened', 'release.withdrawn'] as const
    await vouch.payload.update({
      collection: 'webhooks',
      id: webhook,
      data: { events: [...events] },
      ...vouch.as('ada'),
    })
    const before = receiver.taken.length
    const question = serviceOf('Curlew Abacus')
    for (const asked of [question, 'How tall is the Sandpiper lighthouse?'])
      expect((await vouch.ask(asked, { bot })).outcome).toBe('refused')
    const text = await vouch.publish(product('Curlew Abacus', 23))
    const [closed] = await vouch.rows('gaps', { state: { equals: 'verified' } })
    expect(closed?.question).toBe(question)
    const [open] = await vouch.rows('gaps', { question: { like: 'Sandpiper' } })
    const quinn = { payload: vouch.payload, user: vouch.user('quinn') }
    const why = { id: open?.id ?? '', note: 'A tourist office asks too.' }
    await dismissGap(quinn, { ...why, reason: 'not_ours' })
    await reopenGap(quinn, why)
    await vouch.act('ben', 'withdraw', text, 'policies', { comment: 'Wrong.' })
    await vouch.work()
    expect(receiver.taken.slice(before)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'gap.verified', data: expect.objectContaining({ id: closed?.id }) }),
        expect.objectContaining({ type: 'gap.reopened', data: why }),
        expect.objectContaining({
          type: 'release.withdrawn',
          data: expect.objectContaining({
            document: { collection: 'policies', id: text.id, title: text.title },
          }),
        }),
      ]),
    )
    await vouch.payload.update({
      collection: 'webhooks',
      id: webhook,
      data: { events: ['handover.created'] },
      ...vouch.as('ada'),
    })
  })

  it('forgets what was taken a month ago, and nothing that still waits for a person', async () => {
    const all = await vouch.rows('webhook-deliveries')
    const old = new Date(Date.now() - 31 * 86_400_000).toISOString()
    const [taken, dead] = (['delivered', 'dead'] as const).map((state) =>
      all.find((each) => each.state === state)!,
    )
    for (const { id } of [taken!, dead!])
      await vouch.payload.db.updateOne({
        collection: 'webhook-deliveries',
        id,
        data: { deliveredAt: old },
        req: {},
      })
    await forgetDelivered(vouch.payload)
    const left = (await vouch.rows('webhook-deliveries')).map(({ id }) => id)
    expect(left).toHaveLength(all.length - 1)
    expect(left).not.toContain(taken?.id)
  })

  it('leaves nothing that verification finds changed behind Vouch’s back', async () => {
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
  })

  it('goes to no private address that the operator did not name, whatever is put into the database', async () => {
    const create = (url: string) =>
      vouch.payload.create({
        collection: 'webhooks',
        data: { name: url, url, events: ['handover.created'] },
        ...vouch.as('ada'),
      })
    for (const url of [
      'https://127.0.0.1/',
      'https://169.254.169.254/latest',
      'http://example.com/',
      'nowhere',
    ])
      await expect(create(url), url).rejects.toThrow('invalid: url')
    const id = await handOver(bot)
    await vouch.sql(`UPDATE webhooks SET url = 'https://evil.example.com/' WHERE id = '${webhook}'`)
    await vouch.work()
    expect((await deliveryOf(id)).lastError).toContain('not what Vouch wrote')
  })
})
