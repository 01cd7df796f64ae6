import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RerankError } from '../../src/errors'
import { createHttpReranker } from '../../src/retrieval/rerankers/http'
import { startFakeRerankServer } from '../fakes/rerankServer'

let server: Awaited<ReturnType<typeof startFakeRerankServer>>
beforeAll(async () => {
  server = await startFakeRerankServer()
})
beforeEach(() => server.answerAs('cohere'))
afterAll(() => server.close())

const TEXTS = ['Parcels to Norway.', 'Refunds for lost parcels.', 'Opening hours.']
const create = (changes: { model?: string; apiKey?: string; timeoutMs?: number } = {}) =>
  createHttpReranker({ url: server.url, timeoutMs: 2_000, ...changes })

describe('a rerank API', () => {
  it.each(['cohere', 'tei'] as const)(
    'as %s answers it gives a score to each text, in their order',
    async (manner) => {
      server.answerAs(manner)
      expect(await create().score('refunds lost parcels', TEXTS)).toEqual([1, 3, 0])
    },
  )

  it('is sent the question, the texts, the key and the model that was named', async () => {
    await create({ model: 'reranker-1', apiKey: 'secret' }).score('refunds', TEXTS)
    expect(server.requests.at(-1)).toEqual({
      body: { query: 'refunds', documents: TEXTS, top_n: 3, model: 'reranker-1' },
      authorization: 'Bearer secret',
    })
  })

  it.each([
    ['one too few', 'scored 2 of 3 texts'],
    ['garbage', 'did not rerank'],
    ['broken', 'answered 500'],
    ['silent', 'did not rerank'],
  ] as const)('that is %s says so in a sentence', async (manner, sentence) => {
    server.answerAs(manner)
    const scored = create({ timeoutMs: 300 }).score('refunds', TEXTS)
    await expect(scored).rejects.toThrow(RerankError)
    await expect(scored).rejects.toThrow(sentence)
  })
})
