import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenAIChat } from '../../src/answer/chat/openai'
import { startFakeChatServer, type FakeChatServer } from '../fakes/chatServer'
import { chatRequest, testChatModel } from './chatModel'

const create = ({ baseURL }: FakeChatServer, more: Partial<Parameters<typeof createOpenAIChat>[0]> = {}) =>
  createOpenAIChat({ model: 'writer-1', apiKey: 'key', baseURL, ...more })

// Each promise is asked alone: what a row of failures does has its own tests.
testChatModel('openai', (server) => create(server, { breaker: { failures: 100 } }))

describe('a chat model behind an OpenAI-compatible server', () => {
  let server: FakeChatServer
  beforeEach(async () => {
    server = await startFakeChatServer()
    server.say(() => ({ sufficient: true, text: 'Yes.' }))
  })
  afterEach(() => server.close())

  it('is asked for the schema, coldly and briefly, and names host and model in its id', async () => {
    const model = create(server)
    await model.complete(chatRequest())
    expect(model.id).toBe(`${new URL(server.baseURL).host}/writer-1`)
    expect(server.requests[0]).toMatchObject({
      model: 'writer-1',
      temperature: 0,
      max_tokens: 200,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
    })
  })

  it('that knows no schema gets it in words, and is not asked the hard way again', async () => {
    const model = create(server)
    server.be('knows no schema', 5)
    await model.complete(chatRequest())
    await model.complete(chatRequest())
    expect(server.requests.map(({ response_format: format }) => format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ])
    expect(server.requests[1]?.messages[0]?.content).toContain('"sufficient"')
  })

  it('that knows no response_format at all may talk round its JSON', async () => {
    server.be('knows no response_format', 5)
    server.say(
      () =>
        '<think>{hm}</think>Here you are:\n```json\n{"sufficient":false,"text":"No."}\n```\nAnything else?',
    )
    const { value } = await create(server).complete(chatRequest())
    expect(value).toEqual({ sufficient: false, text: 'No.' })
    expect(server.requests.at(-1)?.response_format).toBeUndefined()
  })

  it.each([
    ['knows no temperature', { max_tokens: 200 }],
    ['wants max_completion_tokens', { max_completion_tokens: 200, temperature: 0 }],
  ] as const)('that %s is asked without', async (mood, sent) => {
    server.be(mood, 5)
    await create(server).complete(chatRequest())
    const last = server.requests.at(-1)
    expect(last).toMatchObject(sent)
    expect(Object.keys(last ?? {}).length).toBe(Object.keys(sent).length + 3)
  })

  it('that ignores response_format is still of use, for the schema stands in the prompt', async () => {
    server.say(({ messages }) =>
      messages[0]?.content.includes('"sufficient"')
        ? 'Of course. {"sufficient":true,"text":"Yes."} I hope that helps.'
        : 'What is it that you want?',
    )
    expect((await create(server).complete(chatRequest())).value).toEqual({ sufficient: true, text: 'Yes.' })
  })

  it('that was found to be plainer is asked in full again after a while', async () => {
    let now = 0
    const model = create(server, { now: () => now })
    server.be('knows no schema', 1)
    await model.complete(chatRequest())
    now = 11 * 60_000
    await model.complete(chatRequest())
    expect(server.requests.map(({ response_format: format }) => format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_schema',
    ])
  })

  it('that asks to wait longer than there is time is not waited for', async () => {
    server.be('busy for 30 seconds', 5)
    const started = performance.now()
    const failed = create(server).complete(chatRequest({ withinMs: 2_000 }))
    await expect(failed).rejects.toMatchObject({ fault: 'rate_limited' })
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(server.requests).toHaveLength(1)
  })

  it('that fails again and again is left alone for a while, then asked once', async () => {
    const model = create(server, { retries: 0, breaker: { failures: 3, restMs: 200 } })
    server.be('broken', 3)
    for (let i = 0; i < 3; i++)
      await expect(model.complete(chatRequest())).rejects.toMatchObject({ fault: 'server_error' })
    await expect(model.complete(chatRequest())).rejects.toMatchObject({ fault: 'not_asked' })
    expect(server.requests).toHaveLength(3)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect((await model.complete(chatRequest())).value).toMatchObject({ sufficient: true })
  })

  it('that answers badly is no server that is away', async () => {
    const model = create(server, { retries: 0, breaker: { failures: 2, restMs: 60_000 } })
    server.be('prose', 4)
    for (let i = 0; i < 4; i++)
      await expect(model.complete(chatRequest())).rejects.toMatchObject({ fault: 'bad_reply' })
    expect(server.requests).toHaveLength(4)
  })

  it('that failed after it spoke has its tokens counted', async () => {
    const model = create(server)
    server.be('cut off')
    await expect(model.complete(chatRequest())).rejects.toMatchObject({
      fault: 'cut_off',
      usage: { promptTokens: 100, completionTokens: 20 },
    })
    expect(model.usage()).toEqual({ requests: 1, promptTokens: 100, completionTokens: 20 })
  })

  it('that is told how hard to think, and knows nothing of it, is asked without', async () => {
    const model = create(server, { effort: 'low', thinkingTokens: 500 })
    server.be('knows no effort', 5)
    await model.complete(chatRequest())
    expect(server.requests[0]).toMatchObject({ reasoning_effort: 'low', max_tokens: 700 })
    expect(server.requests[1]).not.toHaveProperty('reasoning_effort')
  })

  it('that takes fewer tokens than it was sent says so in its fault', async () => {
    server.be('too small a context')
    await expect(create(server).complete(chatRequest())).rejects.toMatchObject({
      fault: 'too_long',
      message: expect.stringContaining('VOUCH_CHAT_CONTEXT_TOKENS'),
    })
  })
})
