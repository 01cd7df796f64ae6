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

  it('tells questions from passages as the model wants it, and says so in its id', async () => {
    const plain = await create({ dimensions: 256 })
    const convention = {
      prefix: { query: 'query: ', passage: 'passage: ' },
      inputType: { query: 'query', passage: 'passage' },
    }
    const model = await create({ dimensions: 256, convention })
    await model.embed(['refund'], 'query')
    expect(server.requests.at(-1)).toMatchObject({ input: ['query: refund'], input_type: 'query' })
    await model.embed(['refund'], 'passage')
    expect(server.requests.at(-1)).toMatchObject({ input: ['passage: refund'], input_type: 'passage' })
    expect(model.id).toMatch(/^.*words-by-hash@256\+[\da-f]{8}$/)
    await plain.embed(['refund'], 'passage')
    expect(server.requests.at(-1)).not.toHaveProperty('input_type')
  })

  it('sends fewer texts at once to a server that takes fewer, and remembers it', async () => {
    const model = await create({ dimensions: 256 })
    const straight = await model.embed(
      Array.from({ length: 70 }, (_, i) => `text ${i}`),
      'passage',
    )
    server.takeAtMost(32)
    const before = server.requests.length
    const texts = Array.from({ length: 70 }, (_, i) => `text ${i}`)
    expect(await model.embed(texts, 'passage')).toEqual(straight)
    expect(server.requests.slice(before).map(({ input }) => input.length)).toEqual([70, 35, 18, 17, 18, 17])
    const later = server.requests.length
    await model.embed(texts, 'passage')
    expect(server.requests.slice(later).every(({ input }) => input.length <= 32)).toBe(true)
    server.takeAtMost(Infinity)
  })

  it('puts an answer that came out of order in order', async () => {
    const model = await create({ dimensions: 256 })
    const straight = await model.embed(['refund', 'parcel'], 'passage')
    server.misbehave('shuffled')
    expect(await model.embed(['refund', 'parcel'], 'passage')).toEqual(straight)
  })

  it('sends no more tokens in a request than it may, and cuts a text by its tokens', async () => {
    const model = await create({ dimensions: 256 })
    const before = server.requests.length
    // 9,001 tokens each, of which 8,000 are read: seven fill a request.
    await model.embed(
      Array.from({ length: 10 }, () => 'we do it '.repeat(3_000)),
      'passage',
    )
    const sent = server.requests.slice(before)
    expect(sent.map(({ input }) => input.length).sort()).toEqual([3, 7])
    const [text] = [sent[0]?.input].flat()
    expect(text?.split(' ').filter(Boolean)).toHaveLength(8_000)
    // A token of this script is less than a character: by characters it would be over the limit.
    await model.embed(['वापसी नीति '.repeat(3_000)], 'passage')
    const [hindi] = [server.requests.at(-1)?.input].flat()
    expect(hindi?.length).toBeLessThan(8_001)
    expect(hindi).not.toContain('\uFFFD')
  })

  it('has a few requests for passages under way at once, in order, and lets questions pass them', async () => {
    const model = await create({ dimensions: 256, concurrency: 2 })
    const texts = Array.from({ length: 96 * 5 }, (_, i) => `text ${i}`)
    const straight = await model.embed([texts[0]!, texts.at(-1)!], 'passage')
    server.takeTime(100)
    const order: string[] = []
    const indexing = model.embed(texts, 'passage').then((vectors) => {
      order.push('passages')
      return vectors
    })
    await model.embed(['Where is my parcel?'], 'query').then(() => order.push('question'))
    const vectors = await indexing
    server.takeTime(0)
    expect(order).toEqual(['question', 'passages'])
    expect([vectors[0], vectors.at(-1)]).toEqual(straight)
    // Two for passages and the question.
    expect(server.mostAtOnce()).toBe(3)
  })

  it('counts requests, texts and tokens', async () => {
    const model = await create({ dimensions: 256 })
    await model.embed(
      Array.from({ length: 100 }, (_, i) => `text ${i}`),
      'passage',
    )
    await model.embed(['a question'], 'query')
    expect(model.usage?.()).toEqual({ requests: 3, inputs: 101, tokens: 101 })
  })

  it.each<[Misbehaviour, number]>([
    ['busy for two seconds', 2_000],
    ['overloaded', 1_000],
  ])('waits for as long as a server that is %s asks', async (how, ms) => {
    const model = await create({ dimensions: 256 })
    server.misbehave(how)
    const started = performance.now()
    expect(await model.embed(['refund'], 'passage')).toHaveLength(1)
    expect(performance.now() - started).toBeGreaterThan(ms - 50)
  })

  it('does not wait for hours: the job is tried again later, and its error says when', async () => {
    const model = await create({ dimensions: 256 })
    const before = server.requests.length
    server.misbehave('busy until tomorrow')
    await expect(model.embed(['refund'], 'passage')).rejects.toThrow(/rate limited, asked to wait 86400 s/)
    expect(server.requests.length - before).toBe(1)
  })

  it.each<Misbehaviour>(['busy', 'broken'])('tries again when the server is %s', async (how) => {
    const model = await create({ dimensions: 256 })
    server.misbehave(how, 2)
    expect(await model.embed(['refund'], 'query')).toHaveLength(1)
  })

  it.each<[Misbehaviour, RegExp]>([
    ['busy', /rate limited, asked to wait 1 s .*slow down/],
    ['overloaded', /rate limited, asked to wait 1 s/],
    ['broken', /it hurts/],
    ['refuses the key', /OPENAI_API_KEY/],
    ['wrong dimensions', /255 dimensions, expected 256/],
    ['zeros', /zeros/],
    ['not numbers', /not a finite number/],
    ['one too few', /1 vectors for 2 texts/],
    ['garbage', /no vectors|not JSON/],
    ['infinite', /not a finite number/],
    ['empty', /no vectors|not JSON/],
    ['null', /no vectors/],
    ['gone', /cannot be reached/],
    ['silent', /in time/],
    ['stuck in the middle', /in time/],
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
