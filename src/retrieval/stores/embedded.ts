import path from 'node:path'
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../../errors'
import { analyze, languageOf, LANGUAGES } from '../analyze'
import { questionTerms } from '../questionTerms'
import type { Candidate, IndexPoint, IndexVersion, StoredPoint, StoreQuery, VectorStore } from '../types'
import { createWorkerThread, type WorkerFailure, type WorkerThread } from '../workerThread'
import { assertFits, assertVectorFits } from './fits'

interface EmbeddedStoreOptions {
  /** The libSQL file; it and its directory are made when missing. */
  file: string
  /** How long a write waits for another process's lock, in ms. */
  lockMs?: number
  /** The project's directory. */
  root?: string
}

/** Points of one transaction: few enough that neither a search nor the event loop, which analyzes them, waits long. */
const BATCH = 64
const PAGE = 1_000
/** The words of 100,000 chunks, and the rows to filter them by. */
const PAGE_CACHE_KB = 48_000
/** FTS5's tokenizer takes some words with marks apart, so that what it holds are not our terms. */
const MARK = /\p{M}/u

/**
 * Vectors and words in a libSQL file of its own, searched exactly with the filter inside; right up to about 100,000
 * chunks. Several processes may share the file. What upsert acknowledged survives kill -9 and power loss.
 */
export function createEmbeddedStore({ file, lockMs = 15_000, root }: EmbeddedStoreOptions): VectorStore {
  mkdirSync(path.dirname(file), { recursive: true })
  const startThread = () =>
    createWorkerThread({
      root,
      file: 'src/retrieval/stores/embedded.worker.mjs',
      workerData: { url: pathToFileURL(file).href, lockMs, cacheKb: PAGE_CACHE_KB },
      toError: (failure) => toStoreError(file, failure),
    })
  // SQLite reads while it writes, but a thread does one of them: a search waits for no batch.
  const [reading, writing] = [startThread(), startThread()]
  let closing: Promise<void> | null = null
  const inBatches = async <T>(items: T[], act: (batch: T[]) => Promise<unknown>) => {
    for (let i = 0; i < items.length; i += BATCH) await act(items.slice(i, i + BATCH))
  }
  return {
    name: 'embedded',
    async ensure(version) {
      const wanted = {
        id: version.id,
        model: version.model?.id ?? null,
        dimensions: version.model?.dimensions ?? null,
      }
      const found = await writing.call<typeof wanted>('ensure', { version: wanted })
      if (found.model !== wanted.model || found.dimensions !== wanted.dimensions)
        throw new StoreError(
          `Index version ${version.id} was built with model ${found.model ?? 'none'}, not ${wanted.model ?? 'none'}. ` +
            'Build a new index version for the new model.',
        )
    },
    async upsert(version, points) {
      assertFits(version, points)
      await inBatches(points, (batch) =>
        writing.call('upsert', { version: version.id, points: batch.map(toRow) }),
      )
    },
    setWindow: (version, ids, { validFrom, validTo }) =>
      inBatches(ids, (batch) =>
        writing.call('setWindow', { version: version.id, ids: batch, from: validFrom, to: validTo }),
      ),
    remove: (version, ids) =>
      inBatches(ids, (batch) => writing.call('remove', { version: version.id, ids: batch })),
    async drop(version) {
      await reading.call('forget', { version: version.id })
      await writing.call('drop', { version: version.id })
    },
    search: async (version, query) => {
      if (query.dense && version.model) assertVectorFits(version, query.dense, 'the question')
      return reading.call<{ dense: Candidate[]; words: Candidate[] }>('search', {
        version: version.id,
        query: toWorkerQuery(version, query),
      })
    },
    vocabulary: (version, wanted, { audiences, at }) =>
      reading.call('vocabulary', { version: version.id, ...wanted, audiences: [...audiences], at }),
    count: (version) => reading.call('count', { version: version.id }),
    async *ids(version, { vectors = false } = {}) {
      for (let after = '', page: StoredPoint[] | null = null; !page || page.length === PAGE;) {
        page = await reading.call<StoredPoint[]>('ids', { version: version.id, after, limit: PAGE, vectors })
        yield* page
        after = page.at(-1)?.id ?? after
      }
    },
    /** The terms in their order, by a digest of 64 bits; where a script has marks, by a search for them. */
    async checkWords(version) {
      await reading.call('readWords', { version: version.id })
      return async (points) => {
        const wrong: string[] = []
        await inBatches(points, async (batch) => {
          const worded = batch.map(({ id, locale, words }) => {
            const terms = analyze(words, languageOf(locale))
            return { id, terms, marks: terms.some((term) => MARK.test(term)) }
          })
          wrong.push(...(await reading.call<string[]>('misworded', { version: version.id, points: worded })))
        })
        return wrong
      }
    },
    close: () => (closing ??= closeThreads([reading, writing])),
  }
}

async function closeThreads(threads: WorkerThread[]) {
  for (const thread of threads) {
    await thread.call('close', {})
    await thread.close()
  }
}

const toRow = (point: IndexPoint) => ({
  id: point.id,
  document: point.documentId,
  release: point.releaseId,
  audience: point.audience,
  locale: point.locale,
  language: languageOf(point.locale),
  hash: point.contentHash,
  from: point.validFrom,
  to: point.validTo,
  terms: analyze(point.words, languageOf(point.locale)).join(' '),
  vector: point.vector,
})

/** A question's language is not known, so it is analyzed in each; the worker takes those that the version holds. */
const toWorkerQuery = (version: IndexVersion, { dense, words, filter, limit }: StoreQuery) => ({
  dense: version.model && dense ? dense : null,
  terms: words
    ? Object.fromEntries(LANGUAGES.map((language) => [language, questionTerms(words, [language])]))
    : null,
  audiences: filter.audiences,
  at: filter.at,
  limit,
})

function toStoreError(file: string, { message, code }: WorkerFailure) {
  if (code === 'NO_VERSION')
    return new StoreError(`The embedded index ${file}: ${message}. Run \`vouch index rebuild\`.`)
  if (/BUSY|LOCKED|database is locked/.test(`${code} ${message}`))
    return new StoreError(
      `The embedded index ${file} is held by another process. Let its writing end, then try again.`,
    )
  if (/NOTADB|CORRUPT|malformed|not a database/.test(`${code} ${message}`))
    return new StoreError(
      `The embedded index ${file} is damaged (${message}). Delete the file and run \`vouch index rebuild\`: the texts are in the database.`,
    )
  return new StoreError(`The embedded index ${file} failed: ${message}`)
}
