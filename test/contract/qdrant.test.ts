import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors'
import { createQdrantStore } from '../../src/retrieval/stores/qdrant'
import { startFakeQdrantServer, type FakeQdrantServer } from '../fakes/qdrantServer'
import { aPoint, aQuery, aVersion, testVectorStore } from './vectorStore'

const url = process.env['QDRANT_URL']
const apiKey = process.env['QDRANT_API_KEY']
let fake: FakeQdrantServer

beforeAll(async () => {
  fake = await startFakeQdrantServer()
})

afterAll(() => fake.close())

testVectorStore('qdrant, against the fake server', () => ({
  store: createQdrantStore({ url: fake.url }),
  reopen: () => createQdrantStore({ url: fake.url }),
}))

if (url) {
  testVectorStore('qdrant, against the server at QDRANT_URL', () => ({
    store: createQdrantStore({ url, apiKey }),
    reopen: () => createQdrantStore({ url, apiKey }),
  }))
} else {
  console.warn('SKIPPED: the contract against a real Qdrant. Set QDRANT_URL to a server to run it.')
  it.skip('vector store: qdrant, against a real server (QDRANT_URL is not set)')
}

describe('vector store: qdrant, on its own', () => {
  const version = aVersion()

  beforeEach(async () => {
    await createQdrantStore({ url: fake.url }).ensure(version)
    fake.requests.length = 0
  })

  it('asks for both legs in one request, uncompressed', async () => {
    const store = createQdrantStore({ url: fake.url })
    await store.upsert(version, [aPoint()])
    await store.search(version, aQuery())
    fake.requests.length = 0
    await store.search(version, aQuery())
    expect(fake.requests).toHaveLength(1)
    expect(fake.requests[0]?.route).toMatch(/query\/batch$/)
    expect(fake.requests[0]?.headers['accept-encoding']).toBe('identity')
  })

  it('shows operators which version answers through an alias, which moves to the next', async () => {
    const store = createQdrantStore({ url: fake.url })
    const next = aVersion()
    await store.ensure(next)
    await store.activate?.(version)
    const before = fake.aliases.get('vouch_active')
    await store.activate?.(next)
    expect(before).toMatch(/^vouch_/)
    expect(fake.aliases.get('vouch_active')).toMatch(/^vouch_/)
    expect(fake.aliases.get('vouch_active')).not.toBe(before)
  })

  it.each([
    ['429', 429, { 'retry-after': '1' }],
    ['429 without a waiting time', 429, {}],
    ['503', 503, {}],
  ])('tries again after %s', async (_, status, headers) => {
    const store = createQdrantStore({ url: fake.url })
    fake.refuse(status, 2, headers)
    expect(await store.count(version)).toBeGreaterThanOrEqual(0)
    expect(fake.requests).toHaveLength(3)
  })

  it('waits as long as it is asked to before it writes again, but keeps no question waiting for that', async () => {
    const store = createQdrantStore({ url: fake.url })
    fake.refuse(429, 1, { 'retry-after': '3' })
    const started = Date.now()
    await store.upsert(version, [aPoint()])
    expect(Date.now() - started).toBeGreaterThanOrEqual(2_900)
    fake.refuse(429, 1, { 'retry-after': '3' })
    const asked = Date.now()
    await expect(store.count(version)).rejects.toThrow(/429/)
    expect(Date.now() - asked).toBeLessThan(2_000)
  })

  it('spreads a new collection over a cluster as it was told', async () => {
    const spread = aVersion()
    const store = createQdrantStore({
      url: fake.url,
      cluster: { shards: 6, replicas: 2, writeConsistency: 2 },
    })
    await store.ensure(spread)
    expect(fake.created.at(-1)).toMatchObject({
      shard_number: 6,
      replication_factor: 2,
      write_consistency_factor: 2,
    })
    await createQdrantStore({ url: fake.url }).ensure(aVersion())
    expect(fake.created.at(-1)).not.toHaveProperty('shard_number')
    await store.drop(spread)
  })

  it('does not try again what will never succeed, and names the setting to check', async () => {
    const store = createQdrantStore({ url: fake.url })
    fake.refuse(401, 1)
    const refused = await store.count(version).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StoreError)
    expect((refused as StoreError).message).toContain('QDRANT_API_KEY')
    expect(fake.requests).toHaveLength(1)
  })

  it("gives up after its retries with the server's words", async () => {
    const store = createQdrantStore({ url: fake.url, retries: 1 })
    fake.refuse(503, 2)
    await expect(store.count(version)).rejects.toThrow(/503: told to refuse/)
  })

  it('says that a server cannot be reached, and which setting names it', async () => {
    const store = createQdrantStore({ url: 'http://127.0.0.1:9', retries: 0 })
    await expect(store.count(version)).rejects.toThrow(StoreError)
    await expect(store.count(version)).rejects.toThrow(/cannot be reached.*QDRANT_URL/)
  })

  it('sends bounded batches', async () => {
    const store = createQdrantStore({ url: fake.url })
    await store.upsert(
      version,
      Array.from({ length: 1_100 }, () => aPoint()),
    )
    expect(fake.requests.filter(({ route }) => /PUT .*\/points$/.test(route))).toHaveLength(3)
    await store.drop(version)
  })
})
