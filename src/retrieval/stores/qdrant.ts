import { createHash } from 'node:crypto'
import { QdrantClient } from '@qdrant/js-client-rest'
import { StoreError } from '../../errors'
import { analyze, languageOf, type Language } from '../analyze'
import { questionTerms } from '../questionTerms'
import type { Candidate, IndexPoint, IndexVersion, InForceFilter, StoreQuery, VectorStore } from '../types'
import { assertFits, assertVectorFits } from './fits'
import { withRetries } from './retries'

interface QdrantStoreOptions {
  url: string
  apiKey?: string
  /** Time limit of one request, in ms. */
  timeoutMs?: number
  /** How often a request that failed for a passing reason is tried again. */
  retries?: number
}

type Schemas = QdrantClient extends { getCollection(name: string): Promise<infer Info> } ? Info : never

/** Points of one upsert: 512 points of 1,536 dimensions are 10 MB, well under the 32 MiB the server takes. */
const BATCH = 512
const PAGE = 1_000
/** Terms of a chunk of 900 characters without its stop words; part of every stored weight, so never changed in place. */
const AVERAGE_TERMS = 100
const LANGUAGES_KNOWN_FOR_MS = 60_000
/** `validTo` of a point that is open: the last instant a Date can hold. */
const OPEN_END = 8.64e15

/**
 * Vectors and words in Qdrant 1.15 or newer, one collection an index version. Terms are ours (`analyze`), so that words
 * rank as in the embedded store; term weights and inverse document frequency are the server's built-in BM25.
 */
export function createQdrantStore(options: QdrantStoreOptions): VectorStore {
  const { url, apiKey, timeoutMs = 10_000, retries = 3 } = options
  const client = new QdrantClient({
    url,
    apiKey,
    timeout: timeoutMs,
    checkCompatibility: false,
    // A compressed answer comes in small writes that meet the kernel's delayed acknowledgement: 47 ms instead of 2.5.
    headers: { 'accept-encoding': 'identity' },
  })
  const languages = rememberLanguages(client)
  const ask = async <T>(version: IndexVersion, act: (collection: string) => Promise<T>) => {
    try {
      return await withRetries(() => act(collectionOf(version)), retries)
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
      await ask(version, (collection) => createCollection(client, collection, version))
      const info = await ask(version, (collection) => client.getCollection(collection))
      assertSameDimensions(version, info)
    },
    upsert: async (version, points) => {
      assertFits(version, points)
      await inBatches(points, (batch) =>
        ask(version, (collection) => client.upsert(collection, { wait: true, points: batch.map(toPoint) })),
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
    async *ids(version) {
      for (
        let offset: string | number | undefined, first = true;
        first || offset !== undefined;
        first = false
      ) {
        const page = await ask(version, (collection) =>
          client.scroll(collection, {
            limit: PAGE,
            ...(offset === undefined ? {} : { offset }),
            with_payload: ['content_hash', 'valid_from', 'valid_to'],
            with_vector: false,
          }),
        )
        for (const { id, payload } of page.points) yield toListed(String(id), payload ?? {})
        const next = page.next_page_offset
        offset = typeof next === 'string' || typeof next === 'number' ? next : undefined
      }
    },
    close: () => Promise.resolve(),
  }
}

/** Ids of versions are free text; a collection's name is not, so a hash keeps two alike ids apart. */
function collectionOf({ id }: IndexVersion) {
  const readable = id.replace(/[^A-Za-z0-9-]+/g, '_').slice(0, 80)
  return `vouch_${readable}_${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
}

async function createCollection(client: QdrantClient, collection: string, { model }: IndexVersion) {
  if (!(await client.collectionExists(collection)).exists)
    await client
      .createCollection(collection, {
        vectors: model ? { dense: { size: model.dimensions, distance: 'Cosine' } } : {},
        sparse_vectors: { words: { modifier: 'idf' } },
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

function assertSameDimensions(version: IndexVersion, info: Schemas) {
  const vectors = (info.config.params.vectors ?? {}) as Record<string, { size?: number } | undefined>
  const found = vectors['dense']?.size ?? 0
  const wanted = version.model?.dimensions ?? 0
  if (found !== wanted)
    throw new StoreError(
      `Index version ${version.id} is in Qdrant with ${found} dimensions, its model has ${wanted}. ` +
        'Build a new index version for the new model.',
    )
}

function toPoint(point: IndexPoint) {
  const language = languageOf(point.locale)
  const terms = analyze(point.words, language)
  return {
    id: point.id,
    vector: {
      ...(point.vector ? { dense: Array.from(point.vector) } : {}),
      ...(terms.length > 0 ? { words: bm25(terms) } : {}),
    },
    payload: {
      document_id: point.documentId,
      release_id: point.releaseId,
      audience: point.audience,
      locale: point.locale,
      language,
      content_hash: point.contentHash,
      ...windowOf(point),
    },
  }
}

const windowOf = ({ validFrom, validTo }: { validFrom: number; validTo: number | null }) => ({
  valid_from: validFrom,
  valid_to: validTo ?? OPEN_END,
})

/** Terms are stemmed already, hence no language. */
const bm25 = (terms: string[]) => ({
  text: terms.join(' '),
  model: 'qdrant/bm25',
  options: { k: 1.2, b: 0.75, avg_len: AVERAGE_TERMS, language: 'none' },
})

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

const toFilter = ({ audiences, at }: InForceFilter) => ({
  must: [
    { key: 'audience', match: { any: [...audiences] } },
    { key: 'valid_from', range: { lte: at } },
    { key: 'valid_to', range: { gt: at } },
  ],
})

type Payload = Record<string, unknown>

const toCandidate = (point: { id: string | number; score: number; payload?: Payload | null }): Candidate => ({
  id: String(point.id),
  contentHash: String(point.payload?.['content_hash']),
  score: point.score,
})

/** Qdrant returns equal scores in changing order. */
const bestFirst = (a: Candidate, b: Candidate) => b.score - a.score || (a.id < b.id ? -1 : 1)

const toListed = (id: string, payload: Payload) => ({
  id,
  contentHash: String(payload['content_hash']),
  validFrom: Number(payload['valid_from']),
  validTo: payload['valid_to'] === OPEN_END ? null : Number(payload['valid_to']),
})

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

interface Failure {
  url: string
  version: IndexVersion
  error: unknown
  timeoutMs: number
}

function toStoreError({ url, version, error, timeoutMs }: Failure) {
  if (error instanceof StoreError) return error
  const { status, data, message, name, cause } = error as {
    status?: number
    data?: { status?: { error?: string } }
    message?: string
    name?: string
    cause?: { message?: string }
  }
  if (status === 404)
    return new StoreError(`Qdrant at ${url} has no index version ${version.id}. Run \`vouch index rebuild\`.`)
  if (status === 401 || status === 403)
    return new StoreError(`Qdrant at ${url} refused the key (${status}). Check QDRANT_API_KEY.`)
  if (name === 'QdrantClientTimeoutError')
    return new StoreError(
      `Qdrant at ${url} did not answer within ${timeoutMs} ms. Check that it is up and not overloaded.`,
    )
  const reason = data?.status?.error ?? [message, cause?.message].filter(Boolean).join(': ')
  return status
    ? new StoreError(`Qdrant at ${url} answered ${status}: ${reason}`)
    : new StoreError(`Qdrant at ${url} cannot be reached: ${reason}. Check QDRANT_URL.`)
}
