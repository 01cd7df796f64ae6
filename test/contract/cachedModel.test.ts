import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCachedModel } from '../../src/retrieval/embeddings/cached'
import { createOpenAIModel } from '../../src/retrieval/embeddings/openai'
import type { EmbeddingModel } from '../../src/retrieval/types'
import { startFakeOpenAIServer, type FakeOpenAIServer } from '../fakes/openaiServer'
import { testEmbeddingModel } from './embeddingModel'

let server: FakeOpenAIServer
let model: EmbeddingModel
let directory = ''
let files = 0
let file = ''

beforeAll(async () => {
  server = await startFakeOpenAIServer()
  directory = await mkdtemp(path.join(tmpdir(), 'vouch-cache-'))
  model = await createOpenAIModel({ model: 'words-by-hash', baseURL: server.baseURL })
})

beforeEach(() => {
  file = path.join(directory, `${files++}`, 'embeddings.db')
  server.requests.length = 0
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true, force: true })
})

const embedded = () => server.requests.flatMap(({ input }) => input)

testEmbeddingModel('cached', () => createCachedModel({ model, file: path.join(directory, 'contract.db') }))

const NODE = `${process.execPath} --conditions=production --import tsx ${fileURLToPath(
  new URL('../fakes/cacheWriter.ts', import.meta.url),
)}`

/** Runs a line of shell that ends in the writing process, and keeps what that prints. */
const startWriter = (command: string) => {
  const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')))
  return { child, lines }
}

describe('the embedding cache', () => {
  it('never embeds the same passage twice, not even after a restart', async () => {
    const first = createCachedModel({ model, file })
    const vectors = await first.embed(['refund', 'parcel', 'refund'], 'passage')
    await first.close?.()
    const second = createCachedModel({ model, file })
    expect(await second.embed(['parcel', 'refund', 'voucher'], 'passage')).toMatchObject([
      vectors[1]!,
      vectors[0]!,
      {},
    ])
    await second.close?.()
    expect(embedded()).toEqual(['refund', 'parcel', 'voucher'])
  })

  it('gives back what it remembers of passages without embedding anything', async () => {
    const cache = createCachedModel({ model, file })
    const [refund] = await cache.embed(['refund'], 'passage')
    server.requests.length = 0
    expect(await cache.remembered?.(['parcel', 'refund', 'refund'])).toEqual([null, refund, refund])
    expect(embedded()).toEqual([])
    await cache.close?.()
  })

  it('keeps the vectors of two models apart', async () => {
    const other = { ...model, id: 'another@1' }
    for (const each of [model, other])
      await createCachedModel({ model: each, file }).embed(['refund'], 'passage')
    expect(embedded()).toEqual(['refund', 'refund'])
  })

  it('remembers questions in memory, the latest ones, and never writes them down', async () => {
    const cached = createCachedModel({ model, file, rememberQueries: 2 })
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await cached.embed([question], 'query')
    await cached.embed(['stored'], 'passage')
    await cached.close?.()
    expect(embedded()).toEqual(['a', 'b', 'c', 'b', 'stored'])
    const client = createClient({ url: `file:${file}` })
    const { rows } = await client.execute('select count(*) n from vectors')
    client.close()
    expect(rows[0]?.['n']).toBe(1)
  })

  it('goes on without its file when that cannot be read, and says so once', async () => {
    const damaged = path.join(directory, 'damaged.db')
    await writeFile(damaged, 'no database '.repeat(500))
    const failures: string[] = []
    const cached = createCachedModel({ model, file: damaged, onFailure: (message) => failures.push(message) })
    expect(await cached.embed(['refund'], 'passage')).toHaveLength(1)
    expect(await cached.embed(['parcel'], 'passage')).toHaveLength(1)
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain(damaged)
  })

  it('goes on while another process holds the file, and stores again afterwards', async () => {
    const cached = createCachedModel({ model, file })
    await cached.embed(['refund'], 'passage')
    const holder = createClient({ url: `file:${file}` })
    await holder.execute('begin immediate')
    expect(await cached.embed(['refund', 'parcel'], 'passage')).toHaveLength(2)
    await holder.execute('rollback')
    holder.close()
    await cached.embed(['voucher'], 'passage')
    await cached.embed(['voucher'], 'passage')
    await cached.close?.()
    expect(embedded()).toEqual(['refund', 'parcel', 'voucher'])
  })

  it('keeps what two processes write at once, and all that a killed one was told is kept', async () => {
    const writers = ['one', 'two'].map((name) => startWriter(`exec ${NODE} ${file} ${name}`))
    while (writers.some(({ lines }) => Number(lines.at(-1) ?? 0) < 1_000)) await sleep(20)
    for (const { child } of writers) child.kill('SIGKILL')
    await Promise.all(writers.map(({ child }) => once(child, 'exit')))
    const cached = createCachedModel({ model: { ...model, id: 'digest@1', dimensions: 384 }, file })
    for (const [i, { lines }] of writers.entries()) {
      // A write that meets the other's lock for longer than it waits is lost, and says so.
      expect(lines.filter((line) => line.startsWith('failed'))).toEqual([])
      const texts = Array.from({ length: Number(lines.at(-1)) }, (_, j) => `${['one', 'two'][i]} ${j}`)
      expect((await cached.remembered!(texts)).filter((vector) => vector === null)).toEqual([])
    }
    await cached.close?.()
  })

  it('goes on when the disk is full, says so, and what it kept is sound', async () => {
    await mkdir(path.dirname(file), { recursive: true })
    // A file of 1 MB at most is a disk that is full; the signal would end the process instead.
    const { child, lines } = startWriter(`trap '' XFSZ; ulimit -f 2000; exec ${NODE} ${file} full 40`)
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('2000')
    expect(lines.filter((line) => line.startsWith('failed')).join()).toMatch(/embedding cache .* is not used/)
    const failures: string[] = []
    const cached = createCachedModel({
      model: { ...model, id: 'digest@1', dimensions: 384 },
      file,
      onFailure: (message) => failures.push(message),
    })
    const texts = Array.from({ length: 2_000 }, (_, i) => `full ${i}`)
    const kept = (await cached.remembered!(texts)).filter((vector) => vector !== null)
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.length).toBeLessThan(2_000)
    expect(failures).toEqual([])
    await cached.close?.()
  })

  it('passes a failure of the model on and stores nothing for it', async () => {
    const cached = createCachedModel({ model, file })
    server.misbehave('zeros')
    await expect(cached.embed(['refund'], 'passage')).rejects.toThrow(/zeros/)
    expect(await cached.embed(['refund'], 'passage')).toHaveLength(1)
    await cached.close?.()
  })
})
