import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenAIChat } from '../../src/answer/chat/openai'
import { startFakeChatServer, type FakeChatServer } from '../fakes/chatServer'
import { chatRequest, testChatModel } from './chatModel'

const create = ({ baseURL }: FakeChatServer) =>
  createOpenAIChat({ model: 'writer-1', apiKey: 'key', baseURL })

testChatModel('openai', create)

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
})
