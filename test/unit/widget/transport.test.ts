import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChat } from '../../../packages/widget/src/chat'
import { apiTransport } from '../../../packages/widget/src/transport'
import { en } from '../../../packages/widget/src/words/en'
import { problemWords } from '../../../packages/widget/src/view/panel'

type Reply = (body: Record<string, unknown>, response: ServerResponse) => void
const answered = {
  outcome: 'answered',
  message: '30 days. [1]',
  locale: 'en-GB',
  receiptId: 'r1',
  citations: [{ number: 1, document: { title: 'Returns' }, quote: '30 days', validFrom: '2026-09-01' }],
}
const send =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))

describe('the widget and its server', () => {
  let reply: Reply
  let seen: { headers: IncomingMessage['headers']; url: string; body: Record<string, unknown> }[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>
    seen.push({ headers: request.headers, url: request.url ?? '', body })
    reply(body, response)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const chatAt = (base: string) => {
    let made = 0
    const settings = { server: base, key: 'vch_1', locale: null, channel: 'web', customer: null }
    return createChat({
      transport: apiTransport(settings, fetch),
      drawer: null,
      name: 'chat',
      newId: () => `id-${(made += 1)}`,
      onChange: () => {},
    })
  }
  const chat = () => {
    seen = []
    return chatAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  }

  test('a question goes with its key, its conversation, and what was said before', async () => {
    reply = send(200, answered)
    const it = chat()
    await it.ask('How long?')
    await it.ask('And laptops?')
    expect(seen[1]).toMatchObject({
      url: '/api/v1/answer',
      headers: { authorization: 'Bearer vch_1' },
      body: {
        question: 'And laptops?',
        conversationId: 'id-1',
        channel: 'web',
        messages: [
          { role: 'user', content: 'How long?' },
          { role: 'assistant', content: '30 days. [1]' },
        ],
      },
    })
    expect(seen[0]?.headers['idempotency-key']).not.toBe(seen[1]?.headers['idempotency-key'])
    expect(seen[0]?.headers).not.toHaveProperty('cookie')
  })

  test.each([
    [429, { 'retry-after': '12' }, {}, /Too many questions.*in 12 seconds.*still in the box/],
    [503, { 'retry-after': '5' }, { message: 'I cannot answer now.' }, /^I cannot answer now.*in 5 seconds/],
    [500, {}, {}, /cannot answer at this moment/],
    [400, {}, {}, /could not read this/],
    [403, {}, {}, /not set up for this page/],
  ] as const)('%i says so, and keeps what was typed', async (status, headers, body, words) => {
    reply = send(status, body, headers)
    const it = chat()
    it.type('How long?')
    await it.ask('How long?')
    expect(it.state().draft).toBe('How long?')
    expect(problemWords(it.state().problem!, en)).toMatch(words)
  })

  test('a server that is away says so; the question that is sent again is the same', async () => {
    const gone = chatAt('http://127.0.0.1:9')
    await gone.ask('How long?')
    expect(problemWords(gone.state().problem!, en)).toMatch(/cannot be reached/)

    const it = chat()
    reply = (_, response) => response.destroy()
    await it.ask('How long?')
    reply = send(200, answered)
    await it.ask('How long?')
    expect(it.state().turns).toHaveLength(2)
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('a thumb is sent with its receipt, and taken back where it was not kept', async () => {
    reply = send(200, answered)
    const it = chat()
    await it.ask('How long?')
    const thumb = () => it.state().turns.flatMap((turn) => (turn.from === 'bot' ? [turn.thumb] : []))
    reply = send(503, {})
    await it.judge('r1', 'down')
    expect(thumb()).toEqual([null])
    reply = send(201, { id: '1' })
    await it.judge('r1', 'down')
    expect(thumb()).toEqual(['down'])
    expect(seen.at(-1)).toMatchObject({
      url: '/api/v1/conversations/id-1/feedback',
      body: { thumbs: 'down', receiptId: 'r1' },
    })
  })

  test('a bot that takes no feedback is not asked again', async () => {
    reply = send(200, answered)
    const it = chat()
    await it.ask('How long?')
    reply = send(403, {})
    await it.judge('r1', 'up')
    expect(it.state().takesFeedback).toBe(false)
  })
})
