import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'
import { retrieve } from '../../src/retrieval/retrieve'
import { createEmbeddedStore } from '../../src/retrieval/stores/embedded'
import type { IndexPoint, IndexVersion } from '../../src/retrieval/types'
import { load, megabytes, quantile, rounded, showTable, spread, timed } from './measure'
import { seeded, someWords } from './random'

const CHUNKS = 2_000
const ROUNDS = 4
const QUESTIONS = 40
/** Between two questions, in ms: a busy bot. */
const PAUSE_MS = 20
const WORDS =
  'refund parcel customer order delivery invoice password account voucher warranty privacy data'.split(' ')

/**
 * What indexing costs the answers: the time of a search (the question embedded by the local model, both legs) while
 * nothing else runs and while passages are embedded and written all the time, in turns, in one process.
 */
export const benchIndexing = async ({ modelDir }: { modelDir: string }) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'vouch-bench-'))
  const before = megabytes()
  const model = createMiniLM({ directory: modelDir })
  const store = createEmbeddedStore({ file: path.join(directory, 'index.db') })
  const version: IndexVersion = { id: 'bench', chunker: 'bench@1', model, denseWeight: 0.5 }
  await store.ensure(version)
  const random = seeded(1)
  const text = () =>
    `${someWords(random, 60)} ${Array.from({ length: 40 }, () => WORDS[random.below(12)]).join(' ')}`
  await store.upsert(version, filling(text))
  await ask({ model, store, version }, 'warm up')
  const megabytesForQuestions = megabytes() - before
  const times = { idle: [] as number[], indexing: [] as number[] }
  let [passages, seconds] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    times.idle.push(...(await askAll({ model, store, version }, round)))
    const indexing = indexAll({ model, store, version, text })
    times.indexing.push(...(await askAll({ model, store, version }, round + ROUNDS)))
    const done = await indexing.stop()
    passages += done.passages
    seconds += done.seconds
  }
  const megabytesInAll = megabytes() - before
  await Promise.all([store.close(), model.close?.()])
  rmSync(directory, { recursive: true, force: true })
  const result = {
    idle: spread(times.idle),
    indexing: spread(times.indexing),
    ratio: {
      p50: rounded(quantile(times.indexing, 0.5) / quantile(times.idle, 0.5)),
      p95: rounded(quantile(times.indexing, 0.95) / quantile(times.idle, 0.95)),
    },
    passagesPerSecond: rounded(passages / seconds, 1),
    megabytes: { questions: megabytesForQuestions, questionsAndPassages: megabytesInAll },
    load: load(),
  }
  showTable('A search, in ms, idle and during indexing', [
    { when: 'idle', ...result.idle },
    { when: `indexing ${result.passagesPerSecond} passages/s`, ...result.indexing },
    { when: 'ratio', ...result.ratio },
  ])
  return result
}

interface Parts {
  model: ReturnType<typeof createMiniLM>
  store: ReturnType<typeof createEmbeddedStore>
  version: IndexVersion
}

const point = (i: number, words: string, vector: Float32Array): IndexPoint => ({
  id: `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
  documentId: 'document',
  releaseId: 'release',
  audience: 'public',
  locale: 'en',
  contentHash: 'hash',
  validFrom: 0,
  validTo: null,
  words,
  vector,
})

/** The model is not needed to fill the index. */
const filling = (text: () => string): IndexPoint[] => {
  const random = seeded(2)
  return Array.from({ length: CHUNKS }, (_, i) =>
    point(
      i,
      text(),
      Float32Array.from({ length: 384 }, () => random.normal() / Math.sqrt(384)),
    ),
  )
}

const ask = ({ model, store, version }: Parts, question: string) =>
  retrieve({
    question,
    at: 1,
    audiences: ['public'],
    version,
    store,
    model,
    limit: 10,
    embedWithinMs: 60_000,
  })

const askAll = async (parts: Parts, round: number): Promise<number[]> => {
  const times = []
  for (let i = 0; i < QUESTIONS; i++) {
    const question = `How many days does a ${WORDS[i % 12]} for order ${round * QUESTIONS + i} take after the delivery?`
    times.push(await timed(() => ask(parts, question)))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return times
}

/** Embeds and writes passages, as many at once as a release has, until it is stopped. */
const indexAll = ({ model, store, version, text }: Parts & { text: () => string }) => {
  const stop = new AbortController()
  let passages = 0
  const started = performance.now()
  const running = (async () => {
    while (!stop.signal.aborted) {
      const texts = Array.from({ length: 8 }, text)
      const vectors = await model.embed(texts, 'passage')
      await store.upsert(
        version,
        texts.map((words, i) => point(CHUNKS + ((passages + i) % 400), words, vectors[i]!)),
      )
      passages += texts.length
    }
  })()
  return {
    stop: async () => {
      const seconds = (performance.now() - started) / 1_000
      const done = { passages, seconds }
      stop.abort()
      await running
      return done
    },
  }
}
