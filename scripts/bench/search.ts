import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createEmbeddedStore } from '../../src/retrieval/stores/embedded'
import { createQdrantStore } from '../../src/retrieval/stores/qdrant'
import type {
  IndexPoint,
  IndexVersion,
  InForceFilter,
  StoreQuery,
  VectorStore,
} from '../../src/retrieval/types'
import { nearestByHand, rankByHand } from './bruteForce'
import { load, longestStall, megabytes, mean, rounded, showTable, spread, timed } from './measure'
import { aDirection, near, seeded, someWords, type Random } from './random'

const DIMENSIONS = 384
const NOW = Date.UTC(2026, 5, 1)
const YEAR = 365 * 86_400_000
const LIMIT = 10
/** What `retrieve` asks each leg for. */
const DEPTH = 100
/** Of which so many are looked at for recall. */
const QUERIES = 60
const UPSERT = 1_000

const FILTERS: Record<string, InForceFilter> = {
  all: { audiences: ['public', 'agent'], at: NOW },
  // One audience that a tenth of the texts is for, most of which are in force.
  '9%': { audiences: ['agent'], at: NOW },
}

interface Corpus {
  points: IndexPoint[]
  queries: { dense: Float32Array; words: string }[]
}

/** Points in clusters of about 50, as chunks of one subject are, with 90 words each, and questions about some of them. */
const makeCorpus = (size: number): Corpus => {
  const random = seeded(size)
  const centres = Array.from({ length: Math.ceil(size / 50) }, () => aDirection(random, DIMENSIONS))
  const centre = () => centres[random.below(centres.length)] as Float32Array
  return {
    points: Array.from({ length: size }, (_, i) => makePoint(random, i, near(random, centre(), 0.8))),
    queries: Array.from({ length: QUERIES }, () => ({
      dense: near(random, centre(), 0.6),
      words: someWords(random, 10),
    })),
  }
}

const makePoint = (random: Random, i: number, vector: Float32Array): IndexPoint => ({
  id: `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
  documentId: `document-${Math.floor(i / 5)}`,
  releaseId: `release-${Math.floor(i / 5)}`,
  audience: random.next() < 0.1 ? 'agent' : 'public',
  locale: 'en',
  contentHash: `sha256:${i.toString(16).padStart(64, '0')}`,
  validFrom: NOW - YEAR,
  validTo: random.next() < 0.1 ? NOW - 1 : null,
  words: someWords(random, 90),
  vector,
})

/**
 * Recall against brute force in plain JavaScript, times and memory of each store, filtered and not, leg by
 * leg and both at once as an answer asks for them.
 */
export const benchSearch = async ({ size, qdrantUrl }: { size: number; qdrantUrl: string | undefined }) => {
  const corpus = makeCorpus(size)
  const results = []
  for (const open of [openEmbedded, ...(qdrantUrl ? [openQdrant(qdrantUrl)] : [])])
    results.push(await benchStore(corpus, open()))
  return results
}

interface OpenStore {
  name: string
  open(): VectorStore
  clear(): void
}

const openEmbedded = (): OpenStore => {
  const directory = mkdtempSync(path.join(tmpdir(), 'vouch-bench-'))
  return {
    name: 'embedded',
    open: () => createEmbeddedStore({ file: path.join(directory, 'index.db') }),
    clear: () => rmSync(directory, { recursive: true, force: true }),
  }
}

const openQdrant = (url: string) => (): OpenStore => ({
  name: 'qdrant',
  open: () => createQdrantStore({ url, ...apiKeyOf() }),
  clear: () => {},
})
const apiKeyOf = () => (process.env['QDRANT_API_KEY'] ? { apiKey: process.env['QDRANT_API_KEY'] } : {})

const benchStore = async (corpus: Corpus, { name, open, clear }: OpenStore) => {
  const { points } = corpus
  const version: IndexVersion = {
    id: `bench-${points.length}-${process.pid}`,
    chunker: 'bench@1',
    model: { id: 'bench@1', dimensions: DIMENSIONS },
    denseWeight: 0.5,
  }
  const writing = open()
  await writing.ensure(version)
  const upsertMs = await timed(async () => {
    for (let i = 0; i < points.length; i += UPSERT) await writing.upsert(version, points.slice(i, i + UPSERT))
  })
  await writing.close()
  const before = megabytes()
  const store = open()
  let coldMs = 0
  const first = { dense: corpus.queries[0]!.dense, filter: FILTERS['all']!, limit: DEPTH }
  const stallMs = await longestStall(async () => {
    coldMs = await timed(() => store.search(version, first))
  })
  await store.search(version, { words: corpus.queries[0]!.words, filter: first.filter, limit: DEPTH })
  const held = megabytes() - before
  const legs = await benchLegs(corpus, store, version)
  const result = {
    store: name,
    chunks: points.length,
    upsertsPerSecond: Math.round((points.length * 1_000) / upsertMs),
    coldStartMs: Math.round(coldMs),
    longestStallMs: stallMs,
    /** Of vectors, page caches and threads, after the first search of each leg. */
    megabytes: held,
    load: load(),
    legs,
  }
  await store.drop(version)
  await store.close()
  clear()
  showTable(
    `${name}, ${points.length} chunks: ${result.upsertsPerSecond} upserts/s, cold start ${result.coldStartMs} ms ` +
      `(event loop held ${stallMs} ms), ${result.megabytes} MB`,
    legs,
  )
  return result
}

type Leg = 'dense' | 'words' | 'both'

const benchLegs = async ({ points, queries }: Corpus, store: VectorStore, version: IndexVersion) => {
  const rows = []
  const wordsByHand = rankByHand(points)
  for (const [filtered, filter] of Object.entries(FILTERS)) {
    const byHand = { dense: [] as number[], words: [] as number[] }
    const recalls = { dense: [] as number[], words: [] as number[] }
    for (const { dense, words } of queries) {
      const found = await store.search(version, { dense, words, filter, limit: LIMIT })
      const expected = { dense: [] as string[], words: [] as string[] }
      byHand.dense.push(
        await timed(async () => (expected.dense = nearestByHand(points, { dense, filter, limit: LIMIT }))),
      )
      byHand.words.push(
        await timed(async () => (expected.words = wordsByHand({ words, filter, limit: LIMIT }))),
      )
      for (const leg of ['dense', 'words'] as const) {
        const ids = new Set(found[leg].map(({ id }) => id))
        recalls[leg].push(
          expected[leg].filter((id) => ids.has(id)).length / Math.max(1, expected[leg].length),
        )
      }
    }
    for (const leg of ['dense', 'words', 'both'] as Leg[]) {
      const times = await timesOf({ store, version, queries, filter, leg })
      const plain = leg === 'both' ? null : spread(byHand[leg]).p50
      rows.push({
        leg,
        filter: filtered,
        'recall@10': leg === 'both' ? null : rounded(mean(recalls[leg]), 4),
        ...spread(times),
        'plain JS p50': plain,
        'of plain JS': plain === null ? null : rounded(spread(times).p50 / plain),
      })
    }
  }
  return rows
}

const timesOf = async (o: {
  store: VectorStore
  version: IndexVersion
  queries: Corpus['queries']
  filter: InForceFilter
  leg: Leg
}): Promise<number[]> => {
  const times = []
  for (const { dense, words } of o.queries) {
    const query = (leg: Partial<StoreQuery>) =>
      o.store.search(o.version, { ...leg, filter: o.filter, limit: DEPTH })
    times.push(
      await timed(() =>
        Promise.all([
          ...(o.leg === 'words' || o.leg === 'both' ? [query({ words })] : []),
          ...(o.leg === 'dense' || o.leg === 'both' ? [query({ dense })] : []),
        ]),
      ),
    )
  }
  return times
}
