import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { AnswerResponseSchema } from '../../src/answer/schema'
import { createBotKey } from '../../src/commands/botKeys'
import { GET as health } from '../../src/app/api/v1/health/live/route'
import { GET as ready } from '../../src/app/api/v1/health/ready/route'
import { GET as openapi } from '../../src/app/api/v1/openapi.json/route'
import { POST as answer } from '../../src/app/api/v1/answer/route'
import { GET as receipt } from '../../src/app/api/v1/receipts/[id]/route'
import { POST as transition } from '../../src/app/api/v1/documents/[collection]/[id]/transitions/route'
import type { Bot } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { closeDatabase } from './databases'
import { useInstallation } from './installation'

const vouch = useInstallation()
let key: string

const keyOf = async (bot: Partial<Bot> = {}): Promise<string> =>
  createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, (await vouch.bot(bot)).id)

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Magpie Whistle', 41))
  key = await keyOf()
})

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
    expect(barred.detail).toBe('Only authors and approvers send texts for review.')
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
      dependencies: { database: 'ok', index: 'ok', embeddings: 'degraded', jobs: 'ok' },
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
