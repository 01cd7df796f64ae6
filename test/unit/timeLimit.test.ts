import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Payload } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGuardedFetch } from '../../ingestion/connectors/guardedFetch'
import { downloadFromHub } from '../../src/retrieval/embeddings/hub'
import { createHttpReranker } from '../../src/retrieval/rerankers/http'
import { linkSignals, raceTimeLimit, withTimeLimit } from '../../src/timeLimit'
import { runWorker } from '../../src/worker'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Collects garbage again and again while `work` goes on. */
const amongCollections = async <T>(work: Promise<T>): Promise<T> => {
  const timer = setInterval(collectGarbage, 20)
  return work.finally(() => clearInterval(timer))
}
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))

const endings: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** A server that takes requests and never answers. @returns its address. */
const silentServer = async (): Promise<string> => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endings.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a time limit', () => {
  it('ends work that heeds its signal, and leaves work that does not, whatever was collected', async () => {
    await expect(
      amongCollections(withTimeLimit({ ms: 100 }, ({ signal }) => untilAborted(signal))),
    ).rejects.toThrow('The time limit of 100 ms was reached.')
    const reason = new Error('Too long.')
    await expect(
      amongCollections(raceTimeLimit({ ms: 100, reason }, () => new Promise<never>(() => {}))),
    ).rejects.toBe(reason)
  })

  it('ends with any of the signals given, and says that it was not the time', async () => {
    const stop = new AbortController()
    let over: boolean | undefined
    const work = withTimeLimit({ ms: 60_000, signals: [undefined, stop.signal] }, async (limit) => {
      await untilAborted(limit.signal).catch(() => (over = limit.isOver()))
      limit.signal.throwIfAborted()
    })
    stop.abort(new Error('Stopped.'))
    await expect(work).rejects.toThrow('Stopped.')
    expect(over).toBe(false)
  })

  it('takes its listeners away', () => {
    const stop = new AbortController()
    const linked = linkSignals([stop.signal])
    linked.release()
    stop.abort()
    expect(linked.signal.aborted).toBe(false)
  })
})

describe('while garbage is collected', () => {
  it('the worker of an idle server goes on looking for work', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vouch-idle-'))
    endings.push(() => rmSync(folder, { recursive: true }))
    let turns = 0
    const find = () => {
      turns++
      return Promise.resolve({ docs: [] })
    }
    const payload = { db: { updateJobs: () => Promise.resolve([]), find }, logger: console }
    const stop = new AbortController()
    const working = runWorker({
      payload: payload as unknown as Payload,
      databaseUri: `file:${folder}/data.db`,
      signal: stop.signal,
    })
    // Two queues, each every 300 ms; one that has fallen asleep stays at what it had.
    await amongCollections(vi.waitFor(() => expect(turns).toBeGreaterThanOrEqual(8), 20_000))
    stop.abort()
    await working
  })

  it('a page, a model file and a reranker that never come are given up', async () => {
    const url = await silentServer()
    const fetch = createGuardedFetch({ allowPrivate: [new URL(url).host], userAgent: 'test', totalMs: 200 })
    const { signal } = new AbortController()
    await expect(amongCollections(fetch(url, { maxBytes: 1, signal }))).rejects.toThrow('took too long')
    const reranker = createHttpReranker({ url, timeoutMs: 200 })
    await expect(amongCollections(reranker.score('?', ['a']))).rejects.toThrow('did not rerank')
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('Nobody waits.')), 200)
    const file = { name: 'a', hubPaths: ['a'], bytes: 1, sha256: 'x', wheelPath: '' }
    const download = downloadFromHub({
      file,
      target: '/nowhere',
      hubUrl: url,
      signal: stop.signal,
      onProgress: () => {},
    })
    await expect(amongCollections(download)).rejects.toThrow('Nobody waits.')
  })
})

it('nothing in the product uses the signals that Node 20 forgets', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'])
    .toString()
    .split('\n')
    .filter((file) => /^(src|ingestion|collections|scripts|evals|payload\.config)/.test(file))
  expect(files.length).toBeGreaterThan(300)
  const found = files.filter((file) =>
    /AbortSignal\s*\.\s*(any|timeout)\s*\(/.test(readFileSync(file, 'utf8')),
  )
  expect(found).toEqual([])
})
