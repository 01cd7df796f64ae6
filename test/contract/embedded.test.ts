import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors'
import { createEmbeddedStore } from '../../src/retrieval/stores/embedded'
import type { IndexVersion } from '../../src/retrieval/types'
import { AUDIENCES } from '../../src/vocabulary'
import { aPoint, aQuery, aVersion, at, testVectorStore } from './vectorStore'

let directory = ''
const fileOf = (name: string) => path.join(directory, name, 'index.db')

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'vouch-embedded-'))
})

afterAll(() => rm(directory, { recursive: true, force: true }))

testVectorStore('embedded', () => ({
  store: createEmbeddedStore({ file: fileOf('contract') }),
  reopen: () => createEmbeddedStore({ file: fileOf('contract') }),
}))

/** Writes batches of 20 points in a process of its own and prints how many it was told are stored. */
const startWriter = (file: string, versionId: string) =>
  spawn(
    process.execPath,
    [
      '--conditions=production',
      '--import',
      'tsx',
      fileURLToPath(new URL('../fakes/indexWriter.ts', import.meta.url)),
      file,
      versionId,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )

describe('vector store: embedded, on its own', () => {
  it('tells which terms it holds and in how many points, and learns of new ones', async () => {
    const everyone = { audiences: AUDIENCES, at: Date.now() }
    const store = createEmbeddedStore({ file: fileOf('vocabulary') })
    const version = aVersion()
    await store.ensure(version)
    const texts = ['Refunds for parcels', 'A refund', 'Rückgabe']
    await store.upsert(
      version,
      texts.map((words) => aPoint({ words })),
    )
    const among = ['refund', 'parcel', 'invoice', 'rückgabe']
    expect(await store.vocabulary?.(version, { among }, everyone)).toEqual([
      { term: 'refund', chunks: 2 },
      { term: 'parcel', chunks: 1 },
      { term: 'rückgabe', chunks: 1 },
    ])
    expect(await store.vocabulary?.(version, { prefix: 'par', length: [4, 8] }, everyone)).toEqual([
      { term: 'parcel', chunks: 1 },
    ])
    await store.upsert(version, [aPoint({ words: 'Invoices' })])
    await expect
      .poll(() => store.vocabulary?.(version, { among: ['invoic'] }, everyone), { timeout: 5_000 })
      .toEqual([{ term: 'invoic', chunks: 1 }])
    await store.close()
  })

  it('tells an asker of no term, and of no rarity, that stands in texts hidden from them alone', async () => {
    const store = createEmbeddedStore({ file: fileOf('hidden') })
    const [with_, without] = [aVersion(), aVersion()]
    const at = Date.now()
    const shown = ['Refunds for parcels', 'A parcel', 'Letters'].map((words) => aPoint({ words }))
    const hidden = [
      aPoint({ words: 'parcels for Project Nightjar', audience: 'internal' }),
      aPoint({ words: 'parcels for Merlinville', validFrom: at + 60_000 }),
      aPoint({ words: 'parcels for Ospreyton', validTo: at - 60_000 }),
    ]
    for (const { version, points } of [
      { version: with_, points: [...shown, ...hidden] },
      { version: without, points: shown },
    ]) {
      await store.ensure(version)
      await store.upsert(version, points)
    }
    const asker = { audiences: ['public'] as const, at }
    const among = ['parcel', 'nightjar', 'merlinvill', 'ospreyton']
    for (const version of [with_, without]) {
      expect(await store.vocabulary?.(version, { among }, asker)).toEqual([{ term: 'parcel', chunks: 2 }])
      expect(await store.vocabulary?.(version, { prefix: 'nig', length: [3, 12] }, asker)).toEqual([])
    }
    const scores = async (version: IndexVersion) =>
      (await store.search(version, { words: 'refund parcel nightjar', filter: asker, limit: 9 })).words.map(
        ({ id, score }) => [id, Number(score.toFixed(2))],
      )
    expect((await scores(with_)).map(([id]) => id)).toEqual((await scores(without)).map(([id]) => id))
    const insider = { audiences: ['public', 'internal'] as const, at }
    expect(await store.vocabulary?.(with_, { among }, insider)).toContainEqual({
      term: 'nightjar',
      chunks: 1,
    })
    expect(await store.vocabulary?.(with_, { among }, { ...asker, at: at + 90_000 })).toContainEqual({
      term: 'merlinvill',
      chunks: 1,
    })
    await store.close()
  })

  it('gives an asker the same scores, to the last bit, whatever is hidden from them', async () => {
    const store = createEmbeddedStore({ file: fileOf('same-scores') })
    const at = Date.now()
    const words = ['kettle', 'lantern', 'refunds', 'parcels', 'rates', 'letters', 'Porto', 'delivery']
    const shown = Array.from({ length: 60 }, (_, i) =>
      aPoint({
        words: Array.from(
          { length: 1 + ((i * 7) % 23) },
          (_, k) => words[(i * k + k + i) % words.length],
        ).join(' '),
      }),
    )
    const long = Array.from({ length: 300 }, (_, i) => `refunds word${i} parcels kettle`).join(' ')
    const hidden: Record<string, Parameters<typeof aPoint>[0][]> = {
      'long texts': [
        { words: long, audience: 'internal' },
        { words: long, audience: 'partner' },
      ],
      'many short texts': Array.from({ length: 90 }, () => ({
        words: 'refunds',
        audience: 'internal' as const,
      })),
      'a text in another language': [{ words: 'Der Rat der Kessel', locale: 'de-DE', audience: 'internal' }],
      'texts that are over': [{ words: long, validFrom: at - 9_000, validTo: at - 60 }],
      nothing: [],
    }
    const found = new Map<string, unknown>()
    for (const [what, points] of Object.entries(hidden)) {
      const version = aVersion()
      await store.ensure(version)
      // In another order, so that rows have other numbers.
      await store.upsert(version, [...points.map((point) => aPoint(point)), ...shown])
      const asker = { audiences: ['public'] as const, at }
      const scores = []
      for (const question of [
        'refunds for a kettle',
        'rates',
        'delivery of parcels to Porto',
        'letters letters',
      ])
        scores.push((await store.search(version, { words: question, filter: asker, limit: 40 })).words)
      found.set(what, scores)
    }
    for (const [what, scores] of found) expect(scores, what).toEqual(found.get('nothing'))
    await store.close()
  })

  it('loses no acknowledged point when its process is killed', async () => {
    const file = fileOf('killed')
    const version = aVersion()
    const writer = startWriter(file, version.id)
    let acknowledged = 0
    const enough = new Promise<void>((resolve) =>
      writer.stdout.on('data', (chunk: Buffer) => {
        acknowledged = Number(chunk.toString().trim().split('\n').at(-1))
        if (acknowledged >= 400) resolve()
      }),
    )
    await enough
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const store = createEmbeddedStore({ file })
    const stored = await store.count(version)
    const found = await store.search(version, aQuery({ limit: 5_000 }))
    await store.close()
    expect(acknowledged).toBeGreaterThanOrEqual(400)
    expect(stored).toBeGreaterThanOrEqual(acknowledged)
    expect([found.dense.length, found.words.length]).toEqual([stored, stored])
  })

  it('takes writes of three processes at once', async () => {
    const file = fileOf('shared')
    const version = aVersion()
    const store = createEmbeddedStore({ file })
    await store.ensure(version)
    const writers = [startWriter(file, version.id), startWriter(file, version.id)]
    const acknowledged = [0, 0]
    writers.forEach((writer, i) =>
      writer.stdout.on('data', (chunk: Buffer) => {
        acknowledged[i] = Number(chunk.toString().trim().split('\n').at(-1))
      }),
    )
    let mine = 0
    while (acknowledged.some((count) => count < 200)) {
      await store.upsert(version, [aPoint(), aPoint()])
      mine += 2
      const { dense } = await store.search(version, aQuery({ limit: 1 }))
      expect(dense).toHaveLength(1)
    }
    for (const writer of writers) writer.kill('SIGKILL')
    await Promise.all(writers.map((writer) => once(writer, 'exit')))
    const stored = await store.count(version)
    expect(stored).toBeGreaterThanOrEqual(mine + acknowledged[0]! + acknowledged[1]!)
    // This process has searched all along, and sees what the others wrote.
    const found = await store.search(version, aQuery({ limit: stored + 1 }))
    expect([found.dense.length, found.words.length]).toEqual([stored, stored])
    await store.close()
  })

  it('waits for another process that holds the lock, and goes on searching meanwhile', async () => {
    const file = fileOf('locked')
    const version = aVersion()
    const store = createEmbeddedStore({ file })
    await store.ensure(version)
    await store.upsert(version, [aPoint()])
    const holder = await holdLock(file, 1_500)
    let written = false
    const write = store.upsert(version, [aPoint({ vector: at(10) })]).then(() => (written = true))
    expect((await store.search(version, aQuery())).dense).toHaveLength(1)
    expect(written).toBe(false)
    await write
    await store.upsert(version, [aPoint()])
    expect(await store.count(version)).toBe(3)
    await holder.terminate()
    await store.close()
  })

  it('gives up on a lock that is never released, with a sentence that says what to do', async () => {
    const file = fileOf('stuck')
    const version = aVersion()
    const store = createEmbeddedStore({ file, lockMs: 300 })
    await store.ensure(version)
    const holder = await holdLock(file, 2_000)
    const refused = await store.upsert(version, [aPoint()]).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StoreError)
    expect((refused as StoreError).message).toMatch(/held by another process/)
    await once(holder, 'exit')
    await store.upsert(version, [aPoint()])
    expect(await store.count(version)).toBe(1)
    await store.close()
  })

  it('says that a file which is no index is damaged, and how to mend it', async () => {
    const file = path.join(directory, 'damaged.db')
    await writeFile(file, 'this is not a database, however long it may be '.repeat(100))
    const store = createEmbeddedStore({ file })
    await expect(store.ensure(aVersion())).rejects.toThrow(/damaged.*rebuild/)
    await store.close()
  })

  it('leaves the event loop free while it writes and searches thousands of points', async () => {
    const version = aVersion({ model: { id: 'wide', dimensions: 64 } })
    const store = createEmbeddedStore({ file: fileOf('free') })
    await store.ensure(version)
    const points = Array.from({ length: 4_000 }, () => aPoint({ vector: new Float32Array(64).fill(0.125) }))
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await store.upsert(version, points)
    await store.search(version, aQuery({ dense: new Float32Array(64).fill(0.125), limit: 100 }))
    clearInterval(timer)
    await store.close()
    expect(longest).toBeLessThan(250)
  })
})

/** A foreign writer that takes the lock and lets it go after `ms`. */
async function holdLock(file: string, ms: number) {
  const script = `
    const { parentPort } = require('node:worker_threads')
    const { createClient } = require('@libsql/client')
    const client = createClient({ url: 'file:' + ${JSON.stringify(file)} })
    client.execute('begin immediate').then(() => {
      parentPort.postMessage('held')
      setTimeout(() => client.execute('rollback').then(() => client.close()), ${ms})
    })`
  const holder = new Worker(script, { eval: true, execArgv: [] })
  await once(holder, 'message')
  return holder
}
