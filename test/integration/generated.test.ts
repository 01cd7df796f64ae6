import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceEmptyVersion } from '../../ingestion/indexVersions'
import { AnswerResponseSchema } from '../../src/answer/schema'
import { POST } from '../../src/app/api/v1/answer/route'
import { readBotModes, setAnswerMode } from '../../src/commands/bots/answerModes'
import { createBotKey } from '../../src/commands/botKeys'
import type { Bot } from '../../payload-types'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { endTracing, startTracing } from '../../src/tracing/start'
import { startOtlpReceiver } from '../fakes/otlpReceiver'
import { startFakeChatServer, type ChatBody, type ChatMood, type FakeChatServer } from '../fakes/chatServer'
import { product, publishBackground, serviceOf } from './background'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

let server: FakeChatServer
beforeAll(async () => {
  server = await startFakeChatServer()
  Object.assign(process.env, {
    OPENAI_BASE_URL: server.baseURL,
    OPENAI_API_KEY: 'test',
    VOUCH_CHAT_MODEL: 'writer-1',
    VOUCH_ANSWER_TIME_MS: '2000',
  })
})
const vouch = useInstallation()
afterAll(() => server.close())

const question = serviceOf('Magpie Whistle')
let bot: Bot
let key: string
let fact: string
beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Magpie Whistle', 41))
  bot = await vouch.bot({ answerMode: 'generated', tone: 'Brief and warm.' })
  key = await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, bot.id)
  // The first question of a process loads what the others find loaded, and the time here is short.
  fact = await vi.waitFor(async () => {
    const plain = await vouch.ask(question)
    const quote = plain.outcome === 'answered' ? (plain.citations[0]?.quote ?? '') : ''
    expect(quote, JSON.stringify(plain)).toContain('41')
    return quote
  }, 15_000)
})
beforeEach(() => {
  server.be('busy', 0)
  server.takeTime(0)
  server.requests.length = 0
  server.say(answering())
})

/** Answers from the passage that holds the fact, as a good model would. */
const answering =
  (text = fact) =>
  (body: ChatBody) => {
    const shown = body.messages.at(-1)?.content ?? ''
    const id = new RegExp(String.raw`passage (P\d+)>>(?:(?!<</)[\s\S])*${fact.slice(0, 20)}`).exec(shown)?.[1]
    return {
      sufficient: true,
      missing: '',
      sentences: [{ text, quotes: [{ passage: id ?? '', quote: fact }] }],
    }
  }

const post = (body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  POST(
    new Request('http://vouch.test/api/v1/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    }),
    { params: Promise.resolve({}) },
  )
const events = { accept: 'text/event-stream' }
const eventsOf = (text: string) =>
  Array.from(text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g), ([, name, data]) => ({
    name,
    data: JSON.parse(data ?? '') as Record<string, unknown>,
  }))
const receiptOf = async (id: unknown) => (await vouch.rows('answers', { id: { equals: String(id) } }))[0]

/** Words alone here, and no model. */
const WITHOUT = ['dense', 'llm']

describe('a bot whose answers are generated', () => {
  it('answers in the model’s words, cites the signed sentence, and keeps what the model did on the receipt', async () => {
    const response = AnswerResponseSchema.parse(await (await post({ question })).json())
    expect(response).toMatchObject({
      outcome: 'answered',
      mode: 'generated',
      sentences: [{ text: fact, citations: [1] }],
      citations: [{ quote: fact }],
    })
    expect(response).toMatchObject({
      generation: { prompts: ['answer-2'], usage: { promptTokens: 100, completionTokens: 20 } },
    })
    expect(response.degraded).not.toContain('llm')
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.messages[0]?.content).toContain('Brief and warm.')
    const receipt = await receiptOf(response.receiptId)
    expect(receipt).toMatchObject({
      generation: {
        model: `${new URL(server.baseURL).host}/writer-1`,
        prompts: ['answer-2'],
        usage: { promptTokens: 100, completionTokens: 20 },
        dropped: [],
      },
      timings: { generate: expect.any(Number), retrieve: expect.any(Number), total: expect.any(Number) },
    })
  })

  it('gives the text’s own words when the model changes them, and keeps why', async () => {
    server.say(answering(fact.replace('41', '14')))
    const response = await (await post({ question })).json()
    expect(response).toMatchObject({ outcome: 'answered', mode: 'quoted' })
    expect(response.degraded).not.toContain('llm')
    expect(response.message).toContain('41')
    const receipt = await receiptOf(response.receiptId)
    expect(receipt?.generation).toMatchObject({ quotedBecause: 'reworded', dropped: [{ fault: 'number' }] })
  })

  it('gives the text’s own words, and says that they are without the model, when it quotes what no text says', async () => {
    server.say(() => ({
      sufficient: true,
      missing: '',
      sentences: [{ text: 'It is free.', quotes: [{ passage: 'P1', quote: 'It is free for everyone.' }] }],
    }))
    const response = await (await post({ question })).json()
    expect(response).toMatchObject({
      outcome: 'answered',
      mode: 'quoted',
      degraded: WITHOUT,
      generation: { quotedBecause: 'unsupported', usage: { promptTokens: 100, completionTokens: 20 } },
    })
    expect(response.message).toContain('41')
    expect(await receiptOf(response.receiptId)).toMatchObject({
      degraded: WITHOUT,
      generation: { dropped: [{ text: 'It is free.', fault: 'no_quote' }] },
    })
    expect(await vouch.rows('gap-events', { receipt: { equals: response.receiptId } })).toHaveLength(0)
  })

  it('refuses when the model finds that the texts do not suffice, and the receipt says what is missing', async () => {
    server.say(() => ({ sufficient: false, missing: 'the price', sentences: [] }))
    const response = await (await post({ question })).json()
    expect(response).toMatchObject({ outcome: 'refused', reason: 'no_answer' })
    expect(await receiptOf(response.receiptId)).toMatchObject({
      reason: 'insufficient',
      generation: { sufficient: false, missing: 'the price' },
    })
  })

  it.each<ChatMood>([
    'broken',
    'refuses the key',
    'huge',
    'wrong shape',
    'cut off',
    'refusal',
    'silent',
    'stuck in the middle',
  ])('gives the text’s own words in time when the server is “%s”', async (mood) => {
    server.be(mood, 10)
    const response = await (await post({ question })).json()
    expect(response).toMatchObject({ outcome: 'answered', mode: 'quoted', degraded: WITHOUT })
    const receipt = await receiptOf(response.receiptId)
    expect(receipt).toMatchObject({ degraded: WITHOUT, generation: { quotedBecause: 'failed' } })
    expect(Number(Object(receipt?.timings).total)).toBeLessThan(2_500)
  })

  it('puts a follow-up into whole words with the model, which may add nothing to them', async () => {
    const messages = [
      { role: 'user', content: 'Tell me about the Magpie Whistle.' },
      { role: 'assistant', content: 'What would you like to know?' },
    ]
    const asked = { question: `And ${question.replace('the Magpie Whistle', 'it')}`, messages }
    const answer = answering()
    const rewriting = (rewritten: string) => (body: ChatBody) =>
      body.response_format?.json_schema?.name === 'question' ? { question: rewritten } : answer(body)
    server.say(rewriting(question))
    const faithful = await (await post(asked)).json()
    expect((await receiptOf(faithful.receiptId))?.generation).toMatchObject({
      rewritten: question,
      prompts: ['rewrite-2', 'answer-2'],
    })
    server.say(rewriting('Is the Raven Drum free for 90 days?'))
    const unfaithful = await (await post(asked)).json()
    const generation = (await receiptOf(unfaithful.receiptId))?.generation as Record<string, unknown>
    expect(generation['rewritten']).toBeUndefined()
  })
})

it('a bot whose answers are quoted asks no model', async () => {
  await vouch.ask(question)
  expect(server.requests).toEqual([])
})

describe('as events', () => {
  it('each sentence comes, then all of it, and a client that reads only “done” loses nothing', async () => {
    const response = await post({ question }, events)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('x-request-id')).toBeTruthy()
    expect(response.headers.get('ratelimit')).toBeTruthy()
    const text = await response.text()
    expect(text.startsWith(': open\n\n')).toBe(true)
    const sent = eventsOf(text)
    expect(sent.map(({ name }) => name)).toEqual(['sentence', 'done'])
    const done = AnswerResponseSchema.parse(sent.at(-1)?.data)
    expect(done).toMatchObject({ mode: 'generated', sentences: [sent[0]?.data] })
    expect(await receiptOf(done.receiptId)).toMatchObject({ response: done })
  })

  it('no sentence is sent before its receipt is stored', async () => {
    const before = (await vouch.rows('answers')).length
    const reader = (await post({ question }, events)).body?.getReader()
    let text = ''
    while (!text.includes('event:')) text += new TextDecoder().decode((await reader?.read())?.value)
    expect((await vouch.rows('answers')).length).toBe(before + 1)
    await reader?.cancel()
  })

  it('a quotation comes as events too, and a refusal as “done” alone', async () => {
    server.be('broken', 10)
    const quoted = eventsOf(await (await post({ question }, events)).text())
    expect(quoted.map(({ name }) => name)).toEqual([
      ...Array.from({ length: quoted.length - 1 }, () => 'sentence'),
      'done',
    ])
    expect(quoted.at(-1)?.data).toMatchObject({ mode: 'quoted' })
    const refused = eventsOf(await (await post({ question: 'Do you sell submarines?' }, events)).text())
    expect(refused).toMatchObject([{ name: 'done', data: { outcome: 'refused' } }])
  })

  it('what is known to be wrong at once is a problem with its status; what turns up later is an “error” event', async () => {
    expect((await post({}, events)).status).toBe(400)
    const once = { ...events, 'idempotency-key': 'same' }
    await (await post({ question }, once)).text()
    const sent = eventsOf(await (await post({ question: 'Another?' }, once)).text())
    expect(sent).toMatchObject([
      { name: 'error', data: { type: 'about:blank', status: 409, requestId: expect.any(String) } },
    ])
  })

  it('a client that goes away ends the model’s work, and leaves no receipt', async () => {
    server.be('silent')
    const before = { answers: (await vouch.rows('answers')).length, abandoned: server.abandoned() }
    const leaving = new AbortController()
    const response = await post({ question }, events, leaving.signal)
    const reader = response.body?.getReader()
    await reader?.read()
    await expect.poll(() => server.requests.length).toBe(1)
    leaving.abort()
    await expect.poll(server.abandoned).toBe(before.abandoned + 1)
    expect((await vouch.rows('answers')).length).toBe(before.answers)
  })
})

describe('an answer in its caller’s trace', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const traceparent = `00-${trace}-00f067aa0ba902b7-01`
  const tracing = async (VOUCH_TRACE_TEXT: 'on' | 'off', work: () => Promise<void>) => {
    const collector = await startOtlpReceiver()
    const { endpoint } = collector
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint
    await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, VOUCH_TRACE_TEXT }, () => {})
    await work().finally(async () => {
      await endTracing()
      delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
      await collector.close()
    })
    return collector
  }

  it('is told to the model and kept on the receipt, which holds, though nobody traces here', async () => {
    const { receiptId } = await (await post({ question }, { traceparent })).json()
    expect(await receiptOf(receiptId)).toMatchObject({ traceparent })
    expect(server.traceparents.at(-1)).toBe(traceparent)
    const { receiptId: without } = await (await post({ question })).json()
    expect(await receiptOf(without)).toMatchObject({ traceparent: null })
    expect(server.traceparents.at(-1)).toBeUndefined()
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
    if (onMongodb) return
    const set = (to: string) =>
      vouch.sql({ sql: 'UPDATE answers SET traceparent = ? WHERE id = ?', args: [to, receiptId] })
    await set(traceparent.replace('4bf9', '5bf9'))
    const { breaks } = await verifyInstallation(vouch.deps)
    await set(traceparent)
    expect(breaks).toMatchObject([{ kind: 'record', id: receiptId }])
  })

  it('has a span for each step, by the conventions, from the request to the model and the check of its words', async () => {
    let receiptId = ''
    const collector = await tracing('off', async () => {
      ;({ receiptId } = (await (await post({ question }, { traceparent })).json()) as { receiptId: string })
    })
    const spans = collector.spans()
    const named = Object.fromEntries(spans.map((span) => [span.name, span]))
    const parentOf = (name: string) => spans.find(({ spanId }) => spanId === named[name]?.parentSpanId)?.name
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([trace]))
    expect(named['POST /api/v1/answer']).toMatchObject({ kind: 2, parentSpanId: '00f067aa0ba902b7' })
    const agent = `invoke_agent ${bot.name}`
    expect(parentOf(agent)).toBe('POST /api/v1/answer')
    expect(named[agent]?.attributes).toMatchObject({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': bot.name,
      'vouch.receipt.id': receiptId,
      'vouch.outcome': 'answered',
    })
    const retrieval = spans.find(({ attributes }) => attributes['gen_ai.operation.name'] === 'retrieval')
    expect(retrieval?.attributes).toMatchObject({ 'gen_ai.data_source.id': expect.any(String) })
    for (const step of [retrieval?.name ?? '', 'hydrate', 'read', 'decide', 'generate', 'record'])
      expect(parentOf(step), step).toBe(agent)
    expect(parentOf('chat writer-1')).toBe('generate')
    expect(named['chat writer-1']).toMatchObject({
      kind: 3,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': 'writer-1',
        'gen_ai.usage.input_tokens': 100,
        'gen_ai.usage.output_tokens': 20,
      },
    })
    expect(server.traceparents.at(-1)).toBe(`00-${trace}-${named['chat writer-1']?.spanId}-01`)
    const checks = spans.filter(({ name }) => name === 'ground').flatMap(({ events }) => events)
    expect(checks).toContainEqual({
      name: 'gen_ai.evaluation.result',
      attributes: expect.objectContaining({
        'gen_ai.evaluation.name': 'groundedness',
        'gen_ai.evaluation.score.label': 'pass',
        'gen_ai.evaluation.score.value': 1,
      }),
    })
    expect((await receiptOf(receiptId))?.traceparent).toBe(`00-${trace}-${named['record']?.spanId}-01`)
    // Neither what was asked nor what was answered.
    expect(collector.bodies.join('')).not.toMatch(/Magpie|Whistle|serviced/)
  })

  it('shows question and answer where a setting says so, without what leads to a person', async () => {
    const asked = `I am at max@example.com. ${question}`
    const collector = await tracing('on', async () => void (await (await post({ question: asked })).json()))
    const agent = collector.spans().find(({ name }) => name.startsWith('invoke_agent'))
    const input = JSON.parse(String(agent?.attributes['gen_ai.input.messages'])) as unknown
    expect(input).toMatchObject([
      { role: 'user', parts: [{ type: 'text', content: expect.stringContaining(question) }] },
    ])
    expect(agent?.attributes['gen_ai.output.messages']).toContain('41')
    expect(collector.bodies.join('')).not.toContain('max@example.com')
  })
})

describe('how a bot’s answers are worded', () => {
  it('is set by an admin in one command, which the audit log keeps, and by nobody else', async () => {
    const name = (await vouch.bot({ answerMode: 'quoted' })).name
    const as = (person: string) => ({
      payload: vouch.payload,
      user: { ...vouch.user(person), collection: 'users' as const },
    })
    await expect(setAnswerMode(as('ben'), { name, answerMode: 'generated' })).rejects.toThrow()
    expect(await setAnswerMode(as('ada'), { name, answerMode: 'generated' })).toMatchObject({
      name,
      answerMode: 'generated',
    })
    expect(await readBotModes(vouch.payload)).toContainEqual(
      expect.objectContaining({ name, answerMode: 'generated' }),
    )
    await expect(setAnswerMode(as('ada'), { name: 'Nobody', answerMode: 'quoted' })).rejects.toThrow(
      /no bot “Nobody”/,
    )
  })
})

describe('an index of words alone, when a model comes that was late', () => {
  const settings = (count?: number) => ({
    store: { ...vouch.deps.store, ...(count !== undefined && { count: () => Promise.resolve(count) }) },
    model: { id: 'late', dimensions: 3, embed: () => Promise.resolve([]) },
    chunker: 'c',
    denseWeight: 0.6,
  })
  const active = async () =>
    (await vouch.rows('index-versions', { state: { equals: 'active' } })).map((row) => row.embeddingModel)

  it('stays as it is while it holds texts, and is made anew when it holds none', async () => {
    expect(await replaceEmptyVersion(vouch.payload, settings())).toBe(false)
    expect(await active()).toEqual([null])
    expect(await replaceEmptyVersion(vouch.payload, settings(0))).toBe(true)
    expect(await active()).toEqual(['late'])
    expect(await replaceEmptyVersion(vouch.payload, settings(0))).toBe(false)
  })
})
