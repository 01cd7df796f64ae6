import { QdrantClient } from '@qdrant/js-client-rest'
import { StoreError } from '../../errors'
import { analyze, languageOf, type Language } from '../analyze'
import { questionTerms } from '../questionTerms'
import type { Candidate, IndexVersion, StoreQuery, VectorStore } from '../types'
import { assertFits, assertVectorFits } from './fits'
import { toStoreError } from './qdrantErrors'
import {
  bestFirst,
  bm25,
  collectionOf,
  countTerms,
  toCandidate,
  toFilter,
  toListed,
  toPoint,
  windowOf,
} from './qdrantShapes'
import { withRetries } from './retries'

/** How a collection is spread over a cluster when it is made; the server's own defaults where absent (docs/qdrant.md). */
interface Cluster {
  shards?: number | undefined
  /** Copies of each shard. */
  replicas?: number | undefined
  /** Copies that must have a write before it counts. */
  writeConsistency?: number | undefined
}

interface QdrantStoreOptions {
  url: string
  apiKey?: string
  cluster?: Cluster
  /** Time limit of one request, in ms. */
  timeoutMs?: number
  /** How often a request that failed for a passing reason is tried again. */
  retries?: number
}

type CollectionInfo = Awaited<ReturnType<QdrantClient['getCollection']>>

/** Points of one upsert: 512 points of 1,536 dimensions are 10 MB, well under the 32 MiB the server takes. */
const BATCH = 512
const PAGE = 1_000
/** How long a busy server may ask to be left alone: a person waits for a question, nobody for indexing. */
const QUESTION_WAITS_MS = 2_000
const INDEXING_WAITS_MS = 60_000
const LANGUAGES_KNOWN_FOR_MS = 60_000
const ACTIVE_ALIAS = 'vouch_active'

/**
 * Vectors and words in Qdrant 1.15 or newer, one collection an index version. Terms are ours (`analyze`), so that words
 * rank as in the embedded store; term weights and inverse document frequency are the server's built-in BM25.
 */
export function createQdrantStore(options: QdrantStoreOptions): VectorStore {
  const { url, apiKey, cluster = {}, timeoutMs = 10_000, retries = 3 } = options
  const client = new QdrantClient({
    url,
    apiKey,
    timeout: timeoutMs,
    checkCompatibility: false,
    // A compressed answer comes in small writes that meet the kernel's delayed acknowledgement: 47 ms instead of 2.5.
    headers: { 'accept-encoding': 'identity' },
  })
  const languages = rememberLanguages(client)
  const ask = async <T>(
    version: IndexVersion,
    act: (collection: string) => Promise<T>,
    longestWaitMs = QUESTION_WAITS_MS,
  ) => {
    try {
      return await withRetries(() => act(collectionOf(version)), { retries, longestWaitMs })
    } catch (error) {
      throw toStoreError({ url, version, error, timeoutMs })
    }
  }
  const inBatches = async <T>(items: T[], act: (batch: T[]) => Promise<unknown>) => {
    for (let i = 0; i < items.length; i += BATCH) await act(items.slice(i, i + BATCH))
  }
  return {
    name: 'qdrant',
    ensure: async (version) => {
      await ask(version, (collection) => createCollection({ client, collection, version, cluster }))
      const info = await ask(version, (collection) => client.getCollection(collection))
      assertSameDimensions(version, info)
    },
    upsert: async (version, points) => {
      assertFits(version, points)
      await inBatches(points, (batch) =>
        ask(
          version,
          (collection) => client.upsert(collection, { wait: true, points: batch.map(toPoint) }),
          INDEXING_WAITS_MS,
        ),
      )
      languages.forget(collectionOf(version))
    },
    setWindow: (version, ids, window) =>
      inBatches(ids, (batch) =>
        ask(version, (collection) =>
          // By filter, not by id: naming a point that does not exist is an error to Qdrant.
          client.setPayload(collection, {
            wait: true,
            payload: windowOf(window),
            filter: { must: [{ has_id: batch }] },
          }),
        ),
      ),
    remove: (version, ids) =>
      inBatches(ids, (batch) =>
        ask(version, (collection) => client.delete(collection, { wait: true, points: batch })),
      ),
    drop: async (version) => {
      await ask(version, (collection) => client.deleteCollection(collection))
      languages.forget(collectionOf(version))
    },
    /** An alias, moved atomically: creating one that exists points it elsewhere. */
    activate: async (version) => {
      await ask(version, (collection_name) =>
        client.updateCollectionAliases({
          actions: [{ create_alias: { collection_name, alias_name: ACTIVE_ALIAS } }],
        }),
      )
    },
    search: async (version, query) => {
      if (query.dense && version.model) assertVectorFits(version, query.dense, 'the question')
      return ask(version, async (collection) =>
        search({
          client,
          collection,
          version,
          query,
          languages: query.words ? await languages.of(collection) : [],
        }),
      )
    },
    count: (version) =>
      ask(version, async (collection) => (await client.count(collection, { exact: true })).count),
    async *ids(version, { vectors = false } = {}) {
      for (
        let offset: string | number | undefined, first = true;
        first || offset !== undefined;
        first = false
      ) {
        const page = await ask(version, (collection) =>
          client.scroll(collection, {
            limit: PAGE,
            ...(offset === undefined ? {} : { offset }),
            with_payload: true,
            with_vector: vectors ? ['dense'] : false,
          }),
        )
        for (const { id, payload, vector } of page.points) yield toListed(String(id), payload ?? {}, vector)
        const next = page.next_page_offset
        offset = typeof next === 'string' || typeof next === 'number' ? next : undefined
      }
    },
    /** By how many different terms a point has: the server keeps their hashes and weights alone. */
    checkWords: (version) =>
      Promise.resolve(async (points) => {
        const wrong: string[] = []
        await inBatches(points, async (batch) => {
          const stored = await ask(version, (collection) =>
            client.retrieve(collection, {
              ids: batch.map(({ id }) => id),
              with_payload: false,
              with_vector: ['words'],
            }),
          )
          const counts = new Map(stored.map(({ id, vector }) => [String(id), countTerms(vector)]))
          for (const { id, locale, words } of batch) {
            const terms = new Set(analyze(words, languageOf(locale)))
            if (counts.get(id) !== terms.size) wrong.push(id)
          }
        })
        return wrong
      }),
    close: () => Promise.resolve(),
  }
}

interface NewCollection {
  client: QdrantClient
  collection: string
  version: IndexVersion
  cluster: Cluster
}

async function createCollection({ client, collection, version: { model }, cluster }: NewCollection) {
  if (!(await client.collectionExists(collection)).exists)
    await client
      .createCollection(collection, {
        vectors: model ? { dense: { size: model.dimensions, distance: 'Cosine' } } : {},
        sparse_vectors: { words: { modifier: 'idf' } },
        ...(cluster.shards && { shard_number: cluster.shards }),
        ...(cluster.replicas && { replication_factor: cluster.replicas }),
        ...(cluster.writeConsistency && { write_consistency_factor: cluster.writeConsistency }),
      })
      .catch((error: unknown) => {
        // Another process made it between the two requests.
        if ((error as { status?: number }).status !== 409) throw error
      })
  const range = { type: 'integer', lookup: false, range: true } as const
  for (const [field_name, field_schema] of [
    ['audience', { type: 'keyword', is_tenant: true }],
    ['language', { type: 'keyword' }],
    ['valid_from', range],
    ['valid_to', range],
  ] as const)
    await client.createPayloadIndex(collection, { field_name, field_schema, wait: true })
}

function assertSameDimensions(version: IndexVersion, info: CollectionInfo) {
  const vectors = (info.config.params.vectors ?? {}) as Record<string, { size?: number } | undefined>
  const found = vectors['dense']?.size ?? 0
  const wanted = version.model?.dimensions ?? 0
  if (found !== wanted)
    throw new StoreError(
      `Index version ${version.id} is in Qdrant with ${found} dimensions, its model has ${wanted}. ` +
        'Build a new index version for the new model.',
    )
}

interface Search {
  client: QdrantClient
  collection: string
  version: IndexVersion
  query: StoreQuery
  languages: Language[]
}

async function search({ client, collection, version, query, languages }: Search) {
  const { dense, words, filter, limit } = query
  const terms = questionTerms(words ?? '', languages)
  const shared = { filter: toFilter(filter), limit, with_payload: ['content_hash'], with_vector: false }
  const legs: { leg: 'dense' | 'words'; search: object }[] = []
  if (filter.audiences.length > 0 && limit > 0) {
    if (dense && version.model)
      legs.push({ leg: 'dense', search: { ...shared, query: Array.from(dense), using: 'dense' } })
    if (terms.length > 0)
      legs.push({ leg: 'words', search: { ...shared, query: bm25(terms), using: 'words' } })
  }
  const found: { dense: Candidate[]; words: Candidate[] } = { dense: [], words: [] }
  if (legs.length === 0) return found
  const answers = await client.queryBatch(collection, { searches: legs.map((each) => each.search) })
  for (const [i, { leg }] of legs.entries())
    found[leg] = (answers[i]?.points ?? []).map(toCandidate).sort(bestFirst)
  return found
}

/** Which languages a collection holds, asked for once a minute: a question is analyzed in each of them. */
function rememberLanguages(client: QdrantClient) {
  const known = new Map<string, { languages: Language[]; until: number }>()
  return {
    forget: (collection: string) => known.delete(collection),
    async of(collection: string) {
      const remembered = known.get(collection)
      if (remembered && remembered.until > Date.now()) return remembered.languages
      const { hits } = await client.facet(collection, { key: 'language', limit: 10 })
      const languages = hits.map(({ value }) => languageOf(String(value)))
      known.set(collection, { languages, until: Date.now() + LANGUAGES_KNOWN_FOR_MS })
      return languages
    },
  }
}
