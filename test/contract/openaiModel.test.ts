import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EmbeddingError } from '../../src/errors'
import { createOpenAIModel } from '../../src/retrieval/embeddings/openai'
import { startFakeOpenAIServer, type FakeOpenAIServer, type Misbehaviour } from '../fakes/openaiServer'
import { testEmbeddingModel } from './embeddingModel'

let server: FakeOpenAIServer

beforeAll(async () => {
  server = await startFakeOpenAIServer()
})

afterAll(() => server.close())

const create = (changes: Partial<Parameters<typeof createOpenAIModel>[0]> = {}) =>
  createOpenAIModel({
    model: 'words-by-hash',
    apiKey: 'key',
    baseURL: server.baseURL,
    retries: 2,
    ...changes,
  })

testEmbeddingModel('openai', () => create())

describe('a remote embedding model', () => {
  it('learns its dimensions from the server and names host, model and dimensions in its id', async () => {
    const model = await create()
    expect(model.dimensions).toBe(256)
    expect(model.id).toBe(`${new URL(server.baseURL).host}/words-by-hash@256`)
  })

  it('asks for numbers, not base64, and in bounded batches', async () => {
    const model = await create({ dimensions: 256 })
    const before = server.requests.length
    const vectors = await model.embed(
      Array.from({ length: 250 }, (_, i) => `text ${i}`),
      'passage',
    )
    const sent = server.requests.slice(before)
    expect(vectors).toHaveLength(250)
    expect(sent.map(({ input }) => input.length)).toEqual([96, 96, 58])
    expect(new Set(sent.map(({ encoding_format }) => encoding_format))).toEqual(new Set(['float']))
  })

  it('puts an answer that came out of order in order', async () => {
    const model = await create({ dimensions: 256 })
    const straight = await model.embed(['refund', 'parcel'], 'passage')
    server.misbehave('shuffled')
    expect(await model.embed(['refund', 'parcel'], 'passage')).toEqual(straight)
  })

  it.each<Misbehaviour>(['busy', 'broken'])('tries again when the server is %s', async (how) => {
    const model = await create({ dimensions: 256 })
    server.misbehave(how, 2)
    expect(await model.embed(['refund'], 'query')).toHaveLength(1)
  })

  it.each<[Misbehaviour, RegExp]>([
    ['busy', /slow down/],
    ['broken', /it hurts/],
    ['refuses the key', /OPENAI_API_KEY/],
    ['wrong dimensions', /255 dimensions, expected 256/],
    ['zeros', /zeros/],
    ['not numbers', /not a finite number/],
    ['one too few', /1 vectors for 2 texts/],
    ['garbage', /no vectors|not JSON/],
    ['silent', /in time/],
  ])('says what is wrong when the server stays %s', async (how, message) => {
    const model = await create({ dimensions: 256, retries: 1, timeoutMs: 300 })
    server.misbehave(how, 2)
    const refused = await model.embed(['refund', 'parcel'], 'query').catch((error: unknown) => error)
    server.misbehave(how, 0)
    expect(refused).toBeInstanceOf(EmbeddingError)
    expect((refused as Error).message).toMatch(message)
  })

  it('says that a server cannot be reached, and which setting names it', async () => {
    const nobody = create({ baseURL: 'http://127.0.0.1:9/v1', retries: 0 })
    await expect(nobody).rejects.toThrow(EmbeddingError)
    await expect(nobody).rejects.toThrow(/OPENAI_BASE_URL/)
  })
})
