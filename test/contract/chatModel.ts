import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ChatModel, ChatRequest } from '../../src/answer/chat/types'
import { ChatError } from '../../src/errors'
import { startFakeChatServer, type ChatMood, type FakeChatServer } from '../fakes/chatServer'

const schema = z.strictObject({ sufficient: z.boolean(), text: z.string() })
const value = { sufficient: true, text: 'You have 30 days.' }
export const chatRequest = (more: Partial<ChatRequest<typeof value>> = {}): ChatRequest<typeof value> => ({
  system: 'Answer.',
  user: 'Question',
  schema,
  schemaName: 'answer',
  maxTokens: 200,
  withinMs: 2_000.5,
  ...more,
})

/** What every chat adapter promises, whatever the server behind it does. */
export const testChatModel = (name: string, create: (server: FakeChatServer) => ChatModel) =>
  describe(`chat model: ${name}`, () => {
    let server: FakeChatServer
    let model: ChatModel
    beforeAll(async () => {
      server = await startFakeChatServer()
      model = create(server)
    })
    afterAll(() => server.close())

    it('gives the value in the shape that was asked for, and counts its tokens', async () => {
      server.say(() => value)
      const before = model.usage()
      const reply = await model.complete(chatRequest())
      expect(reply).toEqual({ value, usage: { promptTokens: 100, completionTokens: 20 } })
      expect(model.usage()).toEqual({
        requests: before.requests + 1,
        promptTokens: before.promptTokens + 100,
        completionTokens: before.completionTokens + 20,
      })
    })

    it.each(['busy', 'broken', 'gone'] as const)('tries again when the server is %s once', async (mood) => {
      server.be(mood)
      expect((await model.complete(chatRequest())).value).toEqual(value)
    })

    it.each<[ChatMood, RegExp]>([
      ['busy until tomorrow', /come back/],
      ['refuses the key', /VOUCH_CHAT_API_KEY/],
      ['page of a proxy', /not a completion|cannot be read/],
      ['empty body', /not a completion|cannot be read/],
      ['null', /not a completion/],
      ['no choices', /not a completion/],
      ['empty content', /not JSON/],
      ['prose', /not JSON/],
      ['wrong shape', /another shape/],
      ['cut off', /come to an end/],
      ['refusal', /refused to answer/],
      ['filtered', /refused to answer/],
    ])('a server that is “%s” is an error that says so', async (mood, message) => {
      server.be(mood)
      const failed = model.complete(chatRequest())
      await expect(failed).rejects.toThrow(ChatError)
      await expect(failed).rejects.toThrow(message)
      server.be('busy', 0)
    })

    it('gives up on a server that stays broken', async () => {
      server.be('broken', 10)
      await expect(model.complete(chatRequest())).rejects.toThrow(/it hurts/)
      server.be('broken', 0)
    })

    it('gives a reply of 10 MB up, and asks for no other', async () => {
      server.be('huge')
      const before = server.requests.length
      await expect(model.complete(chatRequest())).rejects.toThrow(/more than/)
      expect(server.requests.length).toBe(before + 1)
    })

    it.each(['silent', 'stuck in the middle', 'busy'] as const)(
      'keeps within its time when the server is %s',
      async (mood) => {
        server.be(mood, 10)
        const started = performance.now()
        const withinMs = mood === 'busy' ? 5 : 150
        await expect(model.complete(chatRequest({ withinMs }))).rejects.toThrow(ChatError)
        expect(performance.now() - started).toBeLessThan(1_500)
        server.be(mood, 0)
      },
    )

    it('hangs up when nobody waits any more', async () => {
      // A request that was given up before may still come in, and has its reply too.
      server.be('silent', 10)
      const before = server.abandoned()
      const leaving = new AbortController()
      const failed = model.complete(chatRequest({ signal: leaving.signal }))
      setTimeout(() => leaving.abort(), 50)
      await expect(failed).rejects.toThrow(ChatError)
      await expect.poll(server.abandoned).toBeGreaterThan(before)
      server.be('silent', 0)
    })
  })
