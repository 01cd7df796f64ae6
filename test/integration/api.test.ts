import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { AnswerRequestSchema, AnswerResponseSchema } from '../../src/answer/schema'
import type { Asked } from '../../src/commands/asked'
import { createBotKey, findBotByKey } from '../../src/commands/botKeys'
import { keyHashes } from '../../src/commands/storedAnswer'
import { retireBareHashes } from '../../src/database/retireBareHashes'
import { inTransaction } from '../../src/database/transaction'
import { answerInTime } from '../../src/http/answerInTime'
import { createKeyedHash } from '../../src/keyedHash'
import { GET as gap } from '../../src/app/api/v1/gaps/[id]/route'
import { POST as replay } from '../../src/app/api/v1/receipts/[id]/replay/route'
import { GET as health } from '../../src/app/api/v1/health/live/route'
import { GET as ready } from '../../src/app/api/v1/health/ready/route'
import { GET as openapi } from '../../src/app/api/v1/openapi.json/route'
import { POST as answer } from '../../src/app/api/v1/answer/route'
import { GET as receipt } from '../../src/app/api/v1/receipts/[id]/route'
import { POST as transition } from '../../src/app/api/v1/documents/[collection]/[id]/transitions/route'
import { warmUp } from '../../src/warmUp'
import type { Bot } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { closeDatabase, onMongodb } from './databases'
import { useInstallation } from './installation'

const vouch = useInstallation()
let key: string

const keyOf = async (bot: Partial<Bot> = {}): Promise<string> =>
  createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, (await vouch.bot(bot)).id)

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Magpie Whistle', 41))
  key = await keyOf()
  // What a new process loads is no part of what is asked here.
  await warmUp(vouch.deps)
})

const botOf = async (as: string): Promise<Bot> => {
  const bot = await findBotByKey(vouch.payload, as)
  if (!bot) throw new Error('This key opens nothing.')
  return bot
}

interface Sent {
  headers?: Record<string, string>
  /** Null: no key at all. */
  as?: string | null
}

const send = (url: string, body: BodyInit, { headers = {}, as = key }: Sent = {}): Request =>
  new Request(`http://vouch.test/api/v1/${url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${as}` }), ...headers },
    body,
  })
const noParams = { params: Promise.resolve({}) }
const post = (body: unknown, o: Sent = {}): Promise<Response> =>
  answer(send('answer', typeof body === 'string' ? body : JSON.stringify(body), o), noParams)

/** Checks the shape that every error has, and returns its members. */
const problemOf = async (response: Response, status: number): Promise<Record<string, unknown>> => {
  const text = await response.text()
  const problem = JSON.parse(text) as Record<string, unknown>
  expect(response.status, text).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  expect(problem.requestId).toBe(response.headers.get('x-request-id'))
  expect(text).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b|SELECT|SQLITE|\/work\//)
  return problem
}

describe('POST /answer: who may ask', () => {
  it.each([
    ['no key', null],
    ['an unknown key', `vch_${'A'.repeat(40)}`],
    ['something that is no key', 'letmein'],
  ])('%s is 401, with how to send one', async (_, as) => {
    const response = await post({ question: 'Hi?' }, { as })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect((await problemOf(response, 401)).detail).toContain('Bearer vch_')
  })

  it('the right beginning of a key does not open the door, nor does a disabled bot’s key', async () => {
    const wrongSecret = `${key.slice(0, 12)}${'A'.repeat(32)}`
    await problemOf(await post({ question: 'Hi?' }, { as: wrongSecret }), 401)
    await problemOf(await post({ question: 'Hi?' }, { as: await keyOf({ enabled: false }) }), 401)
  })

  it('a bot without the scope is 403', async () => {
    const reader = await keyOf({ scopes: ['read:receipts'] })
    expect((await problemOf(await post({ question: 'Hi?' }, { as: reader }), 403)).detail).toContain(
      '“answer”',
    )
    const plain = await keyOf({ scopes: ['answer'] })
    const explained = await post({ question: 'Hi?', explain: true }, { as: plain })
    expect((await problemOf(explained, 403)).detail).toContain('“explain”')
  })

  it('one request over the limit is 429 and says when to come back', async () => {
    const as = await keyOf({ requestsPerMinute: 1 })
    const first = await post({ question: 'Hi?' }, { as })
    expect(first.status).toBe(200)
    expect(first.headers.get('ratelimit-policy')).toContain('q=1')
    expect(first.headers.get('ratelimit')).toContain('r=0')
    const second = await post({ question: 'Hi?' }, { as })
    await problemOf(second, 429)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(second.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  })
})

describe('POST /answer: what may be asked', () => {
  const pointersOf = async (body: unknown): Promise<string[]> =>
    ((await problemOf(await post(body), 400)).errors as { pointer: string }[]).map(({ pointer }) => pointer)

  it('malformed JSON is 400, whatever is malformed about it', async () => {
    for (const body of ['', '{"question": ', 'question=hi', '\u0000'])
      expect((await problemOf(await post(body), 400)).title).toBe('Malformed JSON')
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])
    const notText = await answer(send('answer', bytes), noParams)
    expect((await problemOf(notText, 400)).detail).toContain('UTF-8')
  })

  it('a field that there is not, or that cannot be used, is 400 with its place', async () => {
    const tooMany = Array.from({ length: 51 }, () => ({ role: 'user', content: 'x' }))
    expect(await pointersOf({ question: 'Hi?', qestion: 1 })).toEqual(['/qestion'])
    expect(await pointersOf({})).toEqual(['/question'])
    expect(await pointersOf({ question: '   ' })).toEqual(['/question'])
    expect(await pointersOf({ question: 'Hi?', asOf: 'yesterday' })).toEqual(['/asOf'])
    expect(await pointersOf({ question: 'Hi?', messages: [{ role: 'system', content: 'x' }] })).toEqual([
      '/messages/0/role',
    ])
    expect(
      await pointersOf({ question: 'Hi?', messages: [{ role: 'user', content: 'x', 'a/b': 1 }] }),
    ).toEqual(['/messages/0/a~1b'])
    expect(await pointersOf({ question: 'Hi?', messages: tooMany })).toEqual(['/messages'])
  })

  it('half a character in a text is mended, so that who is in danger gets a person; in an identifier it is 400', async () => {
    const half = '\ud83d'
    const sent = {
      question: `I want to kill myself ${half}`,
      messages: [{ role: 'user', content: `hello ${half}` }],
      metadata: { page: half },
    }
    const response = await post(sent)
    const text = await response.text()
    expect(response.status, text).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ outcome: 'escalated', receiptId: expect.any(String) })
    expect(text.isWellFormed()).toBe(true)
    expect(await pointersOf({ question: 'Hi?', customer: `c-${half}` })).toEqual(['/customer'])
    expect(await pointersOf({ question: 'Hi?', conversationId: `c-${half}` })).toEqual(['/conversationId'])
    expect(await pointersOf({ question: 'Hi?', channel: `web${half}` })).toEqual(['/channel'])
    expect(await pointersOf({ question: 'Hi?', metadata: { [half]: 1 } })).toHaveLength(1)
  })

  it('a question of 100,000 characters is refused, one of 4,000 is not', async () => {
    expect(await pointersOf({ question: 'a'.repeat(100_000) })).toEqual(['/question'])
    expect((await post({ question: 'word '.repeat(800) })).status).toBe(200)
  })

  it('a body over 512 KiB is 413, announced or not, and nothing but JSON is 415', async () => {
    const body = JSON.stringify({ question: 'a'.repeat(600_000) })
    await problemOf(await post(body), 413)
    await problemOf(await post(body, { headers: { 'content-length': String(body.length) } }), 413)
    await problemOf(await post('{"question":"Hi?"}', { headers: { 'content-type': 'text/plain' } }), 415)
  })
})

describe('POST /answer: what comes back', () => {
  it('an answer has the shape of the contract and echoes the request id', async () => {
    const response = await post(
      { question: serviceOf('Magpie Whistle') },
      { headers: { 'x-request-id': 'r-1' } },
    )
    expect(response.headers.get('x-request-id')).toBe('r-1')
    const body = (await response.json()) as Record<string, unknown>
    expect(AnswerResponseSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      outcome: 'answered',
      citations: [{ document: { title: 'Magpie Whistle' } }],
    })
    const strange = await post({ question: 'Hi?' }, { headers: { 'x-request-id': 'a b<script>' } })
    expect(strange.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  })

  it('the three other outcomes have the shape of the contract too', async () => {
    for (const question of ['I want to speak to a person', 'hello', 'What is the Wryneck Opera about?']) {
      const body: unknown = await (await post({ question })).json()
      expect(AnswerResponseSchema.parse(body)).toEqual(body)
    }
  })

  it('what may not be told is key for key what does not exist', async () => {
    await vouch.publish({ ...product('Linnet Dossier', 42), audience: 'internal' })
    const asked = async (name: string) => {
      const response = await post({ question: serviceOf(name) })
      const { receiptId, ...body } = (await response.json()) as Record<string, unknown>
      expect(receiptId).toMatch(/^[\w-]{36}$/)
      return { status: response.status, headers: [...response.headers.keys()], body: JSON.stringify(body) }
    }
    expect(await asked('Linnet Dossier')).toEqual(await asked('Siskin Almanac'))
  })

  it('a key sent twice gets one receipt; with another body it is 409', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const question = 'Is the Twite Bassoon for sale?'
    const [first, second] = [await post({ question }, { headers }), await post({ question }, { headers })]
    expect(await second.json()).toEqual(await first.json())
    await problemOf(await post({ question: 'Is it?' }, { headers }), 409)
    await problemOf(await post({ question }, { headers: { 'idempotency-key': 'k'.repeat(201) } }), 400)
  })

  it('a receipt is read by the bot that asked, and does not exist for another', async () => {
    const { receiptId } = (await (await post({ question: serviceOf('Magpie Whistle') })).json()) as {
      receiptId: string
    }
    const read = async (as: string) =>
      receipt(new Request('http://vouch.test/', { headers: { authorization: `Bearer ${as}` } }), {
        params: Promise.resolve({ id: receiptId }),
      })
    expect(await (await read(key)).json()).toMatchObject({ id: receiptId, outcome: 'answered' })
    await problemOf(await read(await keyOf()), 404)
  })
})

describe('what was told before is not told again because it was', () => {
  const readAs = async (as: string, id: string) =>
    (await (
      await receipt(new Request('http://vouch.test/', { headers: { authorization: `Bearer ${as}` } }), {
        params: Promise.resolve({ id }),
      })
    ).json()) as Record<string, unknown> & {
      response: Record<string, unknown>
      considered: { text: string }[]
    }
  const replayAs = async (as: string, id: string) =>
    (
      await replay(
        new Request('http://vouch.test/', { method: 'POST', headers: { authorization: `Bearer ${as}` } }),
        { params: Promise.resolve({ id }) },
      )
    ).text()
  const asked = async (name: string, o: Sent) =>
    (await (await post({ question: serviceOf(name) }, o)).json()) as Record<string, unknown> & {
      receiptId: string
    }

  it('a key whose answer was withdrawn is decided anew under its receipt, and kept', async () => {
    const policy = await vouch.publish(product('Brambling Lute', 51))
    const o = { headers: { 'idempotency-key': randomUUID() } }
    const first = await asked('Brambling Lute', o)
    expect(first).toMatchObject({ outcome: 'answered' })
    await vouch.act('dan', 'withdraw', policy)
    const second = await asked('Brambling Lute', o)
    expect(second).toMatchObject({ outcome: 'refused', receiptId: first.receiptId, superseded: true })
    // Not the number alone, which a receipt's id may happen to hold.
    expect(second.message).not.toContain('51')
    expect(second).not.toHaveProperty('citations')
    expect(await asked('Brambling Lute', o), 'it was decided anew once').toEqual(second)
    const anew = await vouch.rows('answers', { supersedes: { equals: first.receiptId } })
    expect(anew).toMatchObject([{ outcome: 'refused' }])
    const [kept] = await vouch.rows('answers', { id: { equals: first.receiptId } })
    expect(kept, 'what was said then stays on record').toMatchObject({ outcome: 'answered' })
    for (const told of [
      JSON.stringify(await readAs(key, first.receiptId)),
      await replayAs(key, first.receiptId),
    ])
      expect(told).not.toMatch(/51 days/)
    expect((await readAs(key, first.receiptId)).response).toMatchObject({ withheld: true })
  })

  it('a bot that was narrowed to the public gets nothing internal by an old key, receipt or replay', async () => {
    await vouch.publish({ ...product('Dunnock Ledger', 52), audience: 'internal' })
    const bot = await vouch.bot({ audiences: ['public', 'internal'] })
    const as = await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)
    const o = { as, headers: { 'idempotency-key': randomUUID() } }
    const first = await asked('Dunnock Ledger', o)
    expect(first).toMatchObject({ outcome: 'answered' })
    await vouch.payload.update({ collection: 'bots', id: bot.id, data: { audiences: ['public'] } })
    expect(await asked('Dunnock Ledger', o)).toMatchObject({ outcome: 'refused', superseded: true })
    for (const told of [
      JSON.stringify(await readAs(as, first.receiptId)),
      await replayAs(as, first.receiptId),
    ]) {
      expect(told).not.toMatch(/52 days/)
      expect(told.replaceAll(serviceOf('Dunnock Ledger'), '')).not.toContain('Dunnock Ledger')
    }
  })

  it('a key is forgotten after a day, and gets a new receipt', async () => {
    const o = { headers: { 'idempotency-key': randomUUID() } }
    const first = await asked('Magpie Whistle', o)
    const yesterday = Date.now() - 24 * 3_600_000
    const [today, before] = keyHashes(vouch.deps, {
      bot: await botOf(key),
      key: o.headers['idempotency-key'],
    })
    await vouch.payload.db.updateOne({
      collection: 'answers',
      id: first.receiptId,
      data: { createdAt: new Date(yesterday - 1).toISOString(), idempotencyHash: before },
      req: {},
    })
    expect(today).not.toBe(before)
    const again = await asked('Magpie Whistle', o)
    expect(again.receiptId).not.toBe(first.receiptId)
    expect(again['superseded']).toBeUndefined()
  })

  it('without read:reasons, what may not be told reads on record as what does not exist', async () => {
    await vouch.publish({ ...product('Wheatear Codex', 53), audience: 'internal' })
    const told = async (as: string, name: string) => {
      const { receiptId } = await asked(name, { as })
      const { id, question, askedAt, asOf, requestId, gapId, ...rest } = await readAs(as, receiptId)
      const gapOf = await gap(
        new Request('http://vouch.test/', { headers: { authorization: `Bearer ${as}` } }),
        {
          params: Promise.resolve({ id: String(gapId) }),
        },
      )
      const { reason, questions } = (await gapOf.json()) as {
        reason: string
        questions: { reason: string }[]
      }
      const replayed = JSON.parse(await replayAs(as, receiptId)) as Record<string, { reason: string }>
      return {
        keys: [id, question, askedAt, asOf, requestId].every(Boolean),
        rest: JSON.stringify(rest).replaceAll(name, 'X').replaceAll(receiptId, 'R'),
        // Another bot's gap is none to this one.
        gap: gapOf.ok ? [reason, questions[0]?.reason] : [],
        replay: [replayed.original!.reason, replayed.today!.reason],
      }
    }
    const hidden = await told(key, 'Wheatear Codex')
    expect(hidden).toEqual(await told(key, 'Whinchat Codex'))
    expect(hidden.gap[0]).toBe('no_answer')
    const reasoned = await keyOf({ scopes: ['answer', 'read:receipts', 'read:reasons', 'read:gaps'] })
    expect((await told(reasoned, 'Wheatear Codex')).replay).toEqual(['not_visible', 'not_visible'])
  })

  it('asks about no instant to come, about the past with the scope alone, and of nothing withdrawn', async () => {
    const policy = await vouch.publish(product('Redstart Anvil', 54))
    const served = new Date().toISOString()
    const question = serviceOf('Redstart Anvil')
    const future = await post({ question, asOf: new Date(Date.now() + 3_600_000).toISOString() })
    expect((await problemOf(future, 400)).errors).toMatchObject([{ pointer: '/asOf' }])
    const past = { question, asOf: new Date(Date.now() - 3_600_000).toISOString() }
    const plain = await keyOf({ scopes: ['answer'] })
    expect((await problemOf(await post(past, { as: plain }), 403)).detail).toContain('answer:history')
    expect((await post(past)).status).toBe(200)
    expect(await (await post({ question, asOf: served })).json()).toMatchObject({ outcome: 'answered' })
    await vouch.act('dan', 'withdraw', policy)
    expect(await (await post({ question, asOf: served })).json()).toMatchObject({ outcome: 'refused' })
  })
})

describe('what a receipt keeps of who asked', () => {
  it('holds no card, mail address or number to call, wherever a client puts one', async () => {
    const secrets = ['4111 1111 1111 1111', 'ann.smith@example.com', '+44 20 7946 0958']
    for (const secret of secrets) {
      const id = secret.replaceAll(' ', '')
      const response = await post(
        {
          question: 'Where is it?',
          customer: secret,
          conversationId: id,
          channel: 'web',
          metadata: { note: `from ${secret}`, tier: 'gold', visits: 3 },
        },
        { headers: { 'x-request-id': id.replace(/[@+]/g, '.') } },
      )
      expect(response.status, await response.clone().text()).toBe(200)
      const { receiptId } = (await response.json()) as { receiptId: string }
      const [row] = await vouch.rows('answers', { id: { equals: receiptId } })
      const stored = JSON.stringify([row?.customer, row?.conversationId, row?.channel, row?.metadata])
      for (const form of [secret, id]) expect(stored).not.toContain(form)
      expect(row?.customer).toMatch(/^cus_/)
      expect(row?.metadata).toMatchObject({ tier: 'gold', visits: 3 })
    }
  })

  it('and a hash of the request that nobody without the secret can undo, nor read', async () => {
    const question = 'my pin is 1234, is that fine?'
    const { receiptId } = (await (await post({ question })).json()) as { receiptId: string }
    const [row] = await vouch.rows('answers', { id: { equals: receiptId } })
    const guessed = JSON.stringify(AnswerRequestSchema.parse({ question }))
    expect(row?.requestHash).not.toBe(createHash('sha256').update(guessed).digest('hex'))
    const mine = `k1.${vouch.deps.keyedHash('request', guessed)}`
    expect(row?.requestHash).toBe(mine)
    expect(createKeyedHash('another secret of 32 characters.')('request', guessed)).not.toBe(mine.slice(3))
    const old = { requestHash: createHash('sha256').update(guessed).digest('hex') }
    await vouch.payload.db.updateOne({ collection: 'answers', id: receiptId, data: old, req: {} })
    await retireBareHashes(vouch.payload)
    const [retired] = await vouch.rows('answers', { id: { equals: receiptId } })
    expect(retired?.requestHash, 'receipts of before lose theirs').toBe('k1.retired')
    const seen = await vouch.payload.findByID({
      collection: 'answers',
      id: receiptId,
      showHiddenFields: true,
      ...vouch.as('ada'),
    })
    expect(seen).not.toHaveProperty('requestHash')
    expect(seen).not.toHaveProperty('idempotencyHash')
  })

  it('takes no id or channel with characters of its own', async () => {
    for (const fields of [
      { conversationId: 'a b' },
      { channel: '4111111111111111' },
      { metadata: { 'a<b': 1 } },
    ])
      await problemOf(await post({ question: 'Hi?', ...fields }), 400)
    await problemOf(await post({ question: '\u200b\u2060' }), 400)
  })
})

describe('POST /documents/…/transitions', () => {
  const signIn = async (name: string): Promise<string> => {
    const data = { email: `${name}@example.com`, password: 'correct horse battery' }
    return `JWT ${(await vouch.payload.login({ collection: 'users', data })).token}`
  }
  const request = async (name: string | null, id: string, body: unknown, collection = 'policies') =>
    transition(
      send('transitions', JSON.stringify(body), {
        as: null,
        ...(name && { headers: { authorization: await signIn(name) } }),
      }),
      { params: Promise.resolve({ collection, id }) },
    )
  const submit = { transition: 'submit', expectedVersion: 1 }

  it('moves a document for a signed-in person, and says where it stands now', async () => {
    const { id } = await vouch.draft(product('Redwing Ferry', 43))
    const response = await request('ann', id, submit)
    expect(await response.json()).toMatchObject({ id, state: 'in_review', version: 1, by: 'ann' })
  })

  it('is 401 for nobody, 404 for no document, 400 for no transition', async () => {
    const { id } = await vouch.draft(product('Fieldfare Canoe', 44))
    await problemOf(await request(null, id, submit), 401)
    await problemOf(await request('ann', randomUUID(), submit), 404)
    await problemOf(await request('ann', id, submit, 'users'), 404)
    const { errors } = await problemOf(await request('ann', id, { ...submit, transition: 'bless' }), 400)
    expect(errors).toMatchObject([{ pointer: '/transition' }])
  })

  it('is 409 with the present state, and 422 with why this person may not', async () => {
    const { id } = await vouch.draft(product('Ouzel Kite', 45))
    const early = await problemOf(
      await request('ben', id, { transition: 'approve', expectedVersion: 1 }),
      409,
    )
    expect(early).toMatchObject({ state: 'draft', version: 1, detail: expect.stringContaining('in review') })
    await problemOf(await request('ann', id, { ...submit, expectedVersion: 2 }), 409)
    const barred = await problemOf(await request('quinn', id, submit), 422)
    expect(barred.detail).toBe('Only authors, approvers and admins send texts for review.')
  })
})

describe('what needs no key', () => {
  it('the contract names every path and the answer’s four outcomes', async () => {
    const document = (await openapi().json()) as {
      openapi: string
      paths: object
      components: { schemas: object }
    }
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/answer', '/health/live', '/health/ready']),
    )
    for (const name of ['AnswerRequest', 'Answered', 'Clarify', 'Escalated', 'Refused', 'Problem'])
      expect(document.components.schemas).toHaveProperty(name)
  })

  it('health is live, and ready with each dependency’s state and nothing else', async () => {
    expect(await health().json()).toEqual({ status: 'live' })
    const response = await ready(new Request('http://vouch.test/'), noParams)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      ready: true,
      answers: 'ok',
      dependencies: { database: 'ok', index: 'ok', embeddings: 'degraded', reader: 'ok', jobs: 'ok' },
    })
  })

  it('ready says so when a job waits for minutes, and nobody takes it', async () => {
    const { payload } = vouch
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
    const data = { taskSlug: 'syncSource', input: {}, queue: 'nobody', createdAt: anHourAgo }
    const job = await payload.db.create({ collection: 'payload-jobs', data, req: {} })
    const state = await ready(new Request('http://vouch.test/'), noParams)
    await payload.db.deleteOne({ collection: 'payload-jobs', where: { id: { equals: job.id } }, req: {} })
    expect(state.status).toBe(200)
    expect(await state.json()).toMatchObject({ ready: true, dependencies: { jobs: 'degraded' } })
  })
})

describe('an answer that does not come in time', () => {
  const asked = (question: string, bot: Bot): Asked => ({
    bot,
    request: AnswerRequestSchema.parse({ question, conversationId: `late-${randomUUID()}` }),
    requestId: randomUUID(),
    idempotencyKey: randomUUID(),
  })
  const inTime = (ms: number, each: Asked) =>
    answerInTime(
      { ...vouch.deps, env: { ...vouch.deps.env, VOUCH_ANSWER_TIME_MS: ms } },
      { asked: each, cameAt: performance.now() },
    )
  /** While another holds the database’s one writer, until this ends. */
  const whileOthersWrite = async (run: () => Promise<unknown>): Promise<void> => {
    let end = () => {}
    const held = new Promise<void>((begun) => {
      void inTransaction({ payload: vouch.payload }, () => {
        begun()
        return new Promise<void>((resolve) => (end = resolve))
      })
    })
    await held
    await run().finally(() => end())
  }

  it.skipIf(onMongodb).each([
    ['a text has the answer', 'How long is the warranty of the Magpie Whistle?'],
    ['no text has it', 'Which of your grandmothers sings the loudest in winter?'],
  ])('is on record as what was told, and opens no gap, where %s', async (_, question) => {
    const each = asked(question, await botOf(key))
    const before = await vouch.rows('gap-events')
    await whileOthersWrite(() => expect(inTime(400, each)).rejects.toThrow())
    const stored = () => vouch.rows('answers', { requestId: { equals: each.requestId } })
    await expect.poll(stored, { timeout: 5_000 }).toHaveLength(1)
    expect((await stored())[0]).toMatchObject({
      outcome: 'refused',
      reason: 'unavailable',
      citedDocuments: [],
      gap: null,
    })
    expect(await vouch.rows('gap-events')).toEqual(before)
    // The same key, asked again when there is time, gets its answer and a receipt of its own.
    const again = await inTime(5_000, each)
    expect(again.outcome === 'refused' && again.reason).not.toBe('unavailable')
    expect(
      (await stored()).map(({ reason }) => reason).filter((reason) => reason === 'unavailable'),
    ).toHaveLength(1)
    expect(await stored()).toHaveLength(2)
  })
})

// The last of this file: there is no database after it.
describe('with the database down', () => {
  it('an answer is a typed 503 that a bot can show, in time, and ready says so', async () => {
    await closeDatabase(vouch.payload)
    const started = Date.now()
    const response = await post({ question: serviceOf('Magpie Whistle') })
    expect(Date.now() - started).toBeLessThan(6_000)
    const problem = await problemOf(response, 503)
    expect(problem).toMatchObject({ outcome: 'refused', reason: 'unavailable', message: expect.any(String) })
    expect(response.headers.get('retry-after')).toBe('5')
    const state = await ready(new Request('http://vouch.test/'), noParams)
    expect(state.status).toBe(503)
    expect(await state.json()).toMatchObject({ ready: false, dependencies: { database: 'down' } })
  })
})
