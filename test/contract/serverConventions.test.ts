import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createOpenAIChat } from '../../src/answer/chat/openai'
import { createOpenAIModel } from '../../src/retrieval/embeddings/openai'
import { REASONING_EFFORTS } from '../../src/vocabulary'
import { chatRequest } from './chatModel'

const ExchangesSchema = z.object({
  port: z.enum(['chat', 'embeddings']),
  source: z.url(),
  tells: z.string(),
  effort: z.enum(REASONING_EFFORTS).optional(),
  model: z.string().default('writer-1'),
  texts: z.array(z.string()).default([]),
  exchanges: z.array(z.object({ status: z.int(), body: z.unknown() })),
  /** What each request must hold. */
  sent: z.array(z.record(z.string(), z.unknown())),
  usage: z.record(z.string(), z.number()).optional(),
  fault: z.string().optional(),
  message: z.string().optional(),
})
type Exchanges = z.infer<typeof ExchangesSchema>

const folder = path.resolve('test/fixtures/exchanges')
const recorded = readdirSync(folder).map((file): [string, Exchanges] => [
  path.basename(file, '.json'),
  ExchangesSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
])
const of = (port: Exchanges['port']) => recorded.filter(([, exchanges]) => exchanges.port === port)

let next: Exchanges['exchanges'] = []
let requests: unknown[] = []
const server = createServer(async (incoming, response) => {
  requests.push(await json(incoming))
  const { status, body } = next.shift() ?? {
    status: 500,
    body: { error: { message: 'nothing was recorded' } },
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
})
let baseURL: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => server.close())
const replay = ({ exchanges }: Exchanges) => {
  next = [...exchanges]
  requests = []
}

/** docs/models.md has the table; here is each row as it stands in the server's own documentation or tracker. */
describe('a server with conventions of its own', () => {
  it.each(of('chat'))('%s', async (_, recording) => {
    replay(recording)
    const { model, effort, sent, usage, fault, message } = recording
    const chat = createOpenAIChat({ model, baseURL, effort, thinkingTokens: 0 })
    const asked = chat.complete(chatRequest())
    if (fault)
      await expect(asked).rejects.toMatchObject({ fault, message: expect.stringContaining(message ?? '') })
    else expect(await asked).toEqual({ value: { sufficient: true, text: 'You have 30 days.' }, usage })
    expect(requests).toMatchObject(sent)
    expect(requests).toHaveLength(sent.length)
  })

  it.each(of('embeddings'))('%s', async (_, recording) => {
    replay(recording)
    const { model, texts, sent } = recording
    const embedder = await createOpenAIModel({ model, baseURL, dimensions: 2 })
    const vectors = await embedder.embed(texts, 'passage')
    expect(vectors.map((vector) => Array.from(vector))).toEqual(
      [
        [1, 0],
        [0, 1],
      ].slice(0, texts.length),
    )
    expect(requests).toMatchObject(sent)
  })
})

it('each of the servers that the documentation names has a recorded exchange', () => {
  const page = readFileSync('docs/models.md', 'utf8')
  const named = Array.from(page.matchAll(/`exchanges\/([\w-]+)\.json`/g), ([, name]) => name ?? '')
  expect(named.toSorted()).toEqual(recorded.map(([name]) => name).toSorted())
})
