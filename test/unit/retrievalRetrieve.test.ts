import { describe, expect, it } from 'vitest'
import { EmbeddingError, StoreError } from '../../src/errors'
import { retrieve } from '../../src/retrieval/retrieve'
import type { EmbeddingModel, IndexVersion, StoreQuery, VectorStore } from '../../src/retrieval/types'

const version: IndexVersion = {
  id: 'v1',
  chunker: 'c@1',
  model: { id: 'm@1', dimensions: 2 },
  denseWeight: 0.5,
}

const modelOf = (embed: EmbeddingModel['embed']): EmbeddingModel => ({ id: 'm@1', dimensions: 2, embed })
const sound = modelOf(() => Promise.resolve([new Float32Array([1, 0])]))

function storeOf(searches: StoreQuery[], changes: Partial<VectorStore> = {}) {
  const store: Pick<VectorStore, 'name' | 'search'> = {
    name: 'recorded',
    search(_, query) {
      searches.push(query)
      const found = (id: string, score: number) => ({ id, contentHash: `hash of ${id}`, score })
      return Promise.resolve({
        dense: query.dense ? [found('near', 0.8), found('both', 0.6), found('far', 0.1)] : [],
        words: query.words ? [found('both', 9), found('literal', 3)] : [],
      })
    },
    ...changes,
  }
  return store as VectorStore
}

const ask = (changes: Partial<Parameters<typeof retrieve>[0]> = {}) =>
  retrieve({
    question: 'refund?',
    at: 42,
    audiences: ['public'],
    version,
    store: storeOf([]),
    model: sound,
    limit: 10,
    ...changes,
  })

describe('retrieving', () => {
  it('fuses both legs, each asked with the filter and deep enough for the fusion', async () => {
    const searches: StoreQuery[] = []
    const { candidates, degraded, timings } = await ask({ store: storeOf(searches) })
    expect(candidates[0]).toMatchObject({ id: 'both', dense: 0.6, words: 9 })
    expect(candidates.map(({ id }) => id).sort()).toEqual(['both', 'far', 'literal', 'near'])
    expect(degraded).toEqual([])
    expect(timings.embed).not.toBeNull()
    expect(searches.map(({ filter, limit }) => ({ filter, limit }))).toEqual(
      Array.from({ length: 2 }, () => ({ filter: { audiences: ['public'], at: 42 }, limit: 100 })),
    )
  })

  it('searches for what misspelt words mean and for synonyms too, and for the meaning of the mended question', async () => {
    const searches: StoreQuery[] = []
    const embedded: string[] = []
    const model = modelOf((texts) => {
      embedded.push(...texts)
      return Promise.resolve([new Float32Array([1, 0])])
    })
    const known = ['refund', 'chequ', 'check', 'deliveri']
    const store = storeOf(searches, {
      vocabulary: (_, wanted) =>
        Promise.resolve(
          known
            .filter((term) => 'among' in wanted && wanted.among.includes(term))
            .map((term) => ({ term, chunks: 1 })),
        ),
    })
    const question = 'refund of a chequee'
    // A name that stands in no text that may be seen is not searched for, nor told.
    const { expansion } = await ask({
      question,
      store,
      model,
      synonyms: [['cheque', 'check', 'Project Nightjar']],
    })
    expect(searches.find(({ words }) => words)?.words).toBe('refund of a chequee cheque check')
    expect(embedded).toEqual([question, 'refund of a cheque'])
    expect(expansion).toEqual({
      corrections: [{ word: 'chequee', meant: 'cheque' }],
      synonyms: [{ asked: 'cheque', also: ['check'] }],
    })
  })

  it('leans on words where the model was not trained for the language of the question', async () => {
    const english = { ...sound, languages: ['en'] }
    const scoreOf = async (changes: Parameters<typeof ask>[0]) =>
      (await ask(changes)).candidates.find(({ id }) => id === 'near')?.score
    expect(await scoreOf({ model: english, locale: 'en-GB' })).toBe(0.5)
    expect(await scoreOf({ model: english, locale: 'de-AT' })).toBeLessThan(0.5)
    expect(await scoreOf({ model: english, locale: 'zh' })).toBeLessThan(0.5)
    expect(await scoreOf({ model: sound, locale: 'de' })).toBe(0.5)
  })

  it('returns no more than was asked for', async () => {
    expect((await ask({ limit: 2 })).candidates).toHaveLength(2)
  })

  it.each([
    ['there is no model', { model: null }],
    ['the index holds words alone', { version: { ...version, model: null } }],
    ['the model is not the one the index was built with', { model: { ...sound, id: 'other@1' } }],
    ['the model is down', { model: modelOf(() => Promise.reject(new EmbeddingError('down'))) }],
    ['the model is too slow', { model: modelOf(() => new Promise(() => {})), embedWithinMs: 20 }],
  ])('searches by words alone and says so when %s', async (_, changes) => {
    const searches: StoreQuery[] = []
    const { candidates, degraded, timings } = await ask({ ...changes, store: storeOf(searches) })
    expect(degraded).toEqual(['dense'])
    expect(candidates.map(({ id }) => id)).toEqual(['both', 'literal'])
    expect(timings.embed).toBeNull()
    expect(searches).toHaveLength(1)
  })

  it('searches the words while the question is being embedded', async () => {
    const searches: StoreQuery[] = []
    let searchedBefore = 0
    const slow = modelOf(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      searchedBefore = searches.length
      return [new Float32Array([1, 0])]
    })
    await ask({ model: slow, store: storeOf(searches) })
    expect(searchedBefore).toBe(1)
  })

  it('fails with the error of the store when that is down', async () => {
    const down = storeOf([], { search: () => Promise.reject(new StoreError('down')) })
    await expect(ask({ store: down })).rejects.toThrow(StoreError)
  })

  it('survives a model that fails after its time', async () => {
    const late = modelOf(
      () => new Promise((_, reject) => setTimeout(() => reject(new EmbeddingError('too late')), 40)),
    )
    const { degraded } = await ask({ model: late, embedWithinMs: 5 })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(degraded).toEqual(['dense'])
  })
})
