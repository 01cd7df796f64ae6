import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOpenAIChat } from '../../src/answer/chat/openai'
import { notedChat } from '../../src/answer/chat/noted'
import { createChatEntailment } from '../../src/answer/generate/entailment'
import { RerankError } from '../../src/errors'
import { createFailureLog } from '../../src/retrieval/failureLog'
import { checkModels, remembered } from '../../src/modelHealth'
import { createHttpReranker } from '../../src/retrieval/rerankers/http'
import { guardedReranker } from '../../src/retrieval/rerankers/guarded'
import { startFakeChatServer, type FakeChatServer } from '../fakes/chatServer'
import { chatRequest } from '../contract/chatModel'

let server: FakeChatServer
beforeAll(async () => {
  server = await startFakeChatServer()
})
afterAll(() => server.close())
const chat = () =>
  createOpenAIChat({ model: 'writer-1', apiKey: 'top-secret', baseURL: server.baseURL, retries: 0 })
const dead = 'http://127.0.0.1:9'

describe('a failure of a model', () => {
  it('is logged with its kind, once a minute, and with how many there were', () => {
    let now = 0
    const logged: string[] = []
    const note = createFailureLog((_, sentence) => logged.push(sentence), { now: () => now })
    const failure = { port: 'chat', id: 'host/writer', fault: 'timeout' as const }
    for (let i = 0; i < 5; i++) note(failure)
    note({ ...failure, fault: 'bad_reply' })
    now = 60_000
    note(failure)
    expect(logged).toEqual([
      'chat host/writer failed: timeout.',
      'chat host/writer failed: bad_reply.',
      'chat host/writer failed: timeout, 5 times.',
    ])
  })

  it('is logged without what was asked, what was said, and the key', async () => {
    const logged: unknown[] = []
    const model = notedChat(
      chat(),
      createFailureLog((...all) => logged.push(all)),
    )
    server.be('wrong shape', 1)
    await expect(model.complete(chatRequest({ user: 'My name is Ada.' }))).rejects.toThrow()
    server.be('broken', 1)
    await expect(model.complete(chatRequest({ user: 'My name is Ada.' }))).rejects.toThrow()
    expect(logged).toHaveLength(2)
    expect(JSON.stringify(logged)).toMatch(/bad_reply.*server_error/)
    expect(JSON.stringify(logged)).not.toMatch(/Ada|top-secret|answer":42|hurts/)
  })

  it('is none when nobody waited any more', async () => {
    const logged: unknown[] = []
    const model = notedChat(
      chat(),
      createFailureLog((...all) => logged.push(all)),
    )
    const left = new AbortController()
    left.abort()
    await expect(model.complete(chatRequest({ signal: left.signal }))).rejects.toThrow()
    expect(logged).toEqual([])
  })
})

describe('a reranker that is away', () => {
  it('is noted, and after some failures left alone', async () => {
    const faults: string[] = []
    let asked = 0
    const reranker = guardedReranker(
      {
        id: 'host/rerank',
        score: () => {
          asked++
          return Promise.reject(new RerankError('down', 'unreachable'))
        },
      },
      { note: ({ fault }) => faults.push(fault), breaker: { failures: 2, restMs: 60_000 } },
    )
    for (let i = 0; i < 4; i++) await expect(reranker.score('q', ['a'])).rejects.toThrow(RerankError)
    expect(asked).toBe(2)
    expect(faults).toEqual(['unreachable', 'unreachable', 'not_asked', 'not_asked'])
  })
})

describe('models at servers, looked at', () => {
  it('are asked something tiny, and named with how long they took', async () => {
    server.say(({ response_format: format }) =>
      format?.json_schema?.name === 'verdicts' ? { claim1: true } : { ok: true },
    )
    const states = await checkModels(
      { languageModels: { chat: chat(), entailment: createChatEntailment(chat()) }, reranker: null },
      2_000,
    )
    expect(states).toMatchObject({
      languageModel: { state: 'ok', detail: expect.stringMatching(/writer-1 answers in \d+ ms/) },
      judge: { state: 'ok' },
    })
    expect(states).not.toHaveProperty('reranker')
  })

  it('with both ports dead are both told, with what to do', async () => {
    const states = await checkModels(
      {
        languageModels: {
          chat: createOpenAIChat({ model: 'w', baseURL: `${dead}/v1`, retries: 0 }),
          entailment: null,
        },
        reranker: createHttpReranker({ url: `${dead}/rerank`, timeoutMs: 500 }),
      },
      1_000,
    )
    expect(states).toMatchObject({
      languageModel: { state: 'degraded', detail: expect.stringContaining('VOUCH_CHAT_BASE_URL') },
      reranker: { state: 'degraded', detail: expect.stringContaining('VOUCH_RERANK_URL') },
    })
  })

  it('that do not answer are not waited for', async () => {
    server.be('silent', 1)
    const started = performance.now()
    const states = await checkModels(
      { languageModels: { chat: chat(), entailment: null }, reranker: null },
      100,
    )
    expect(states.languageModel?.state).toBe('degraded')
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('are asked once a minute, and whoever looks is not kept waiting', async () => {
    let [now, checks] = [0, 0]
    let finish: (value: number) => void = () => {}
    const look = remembered(
      () => {
        checks++
        return new Promise<number>((resolve) => (finish = resolve))
      },
      { patienceMs: 20, now: () => now },
    )
    expect(await look()).toBeNull()
    finish(1)
    expect(await look()).toBe(1)
    expect(await look()).toBe(1)
    expect(checks).toBe(1)
    now = 60_000
    expect(await look()).toBe(1)
    expect(checks).toBe(2)
  })
})
