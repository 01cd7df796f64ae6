import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chunker, embeddingText } from '../ingestion/chunk'
import { loadJsonl } from '../ingestion/loaders/jsonl'
import type { SourceDocument } from '../ingestion/types'
import type { ResolvePorts } from '../src/answer/find'
import type { CrossEncoder } from '../src/answer/reader/local/crossEncoder'
import { createLocalReader } from '../src/answer/reader/local/read'
import { orByWords } from '../src/answer/reader/orByWords'
import { createWordsReader } from '../src/answer/reader/words/read'
import { CONSIDERED } from '../src/answer/resolve'
import { LoadError } from '../src/errors'
import { createCachedModel } from '../src/retrieval/embeddings/cached'
import { createDictionary } from '../src/retrieval/dictionary/dictionary'
import { ownLanguageFirst } from '../src/retrieval/ownLanguage'
import { retrieve } from '../src/retrieval/retrieve'
import { createEmbeddedStore } from '../src/retrieval/stores/embedded'
import type {
  EmbeddingModel,
  FusedCandidate,
  IndexPoint,
  IndexVersion,
  Passage,
  VectorStore,
} from '../src/retrieval/types'

/** More than are considered, as an installation asks for. */
const PROPOSED = 3 * CONSIDERED

/** A set's documents, chunked, embedded and indexed as an installation does it, but without one: nothing is signed. */
export interface Corpus {
  ports: ResolvePorts
  version: IndexVersion
  /** The document's id in the set, by chunk. */
  documentOf(chunkId: string): string
  passages: ReadonlyMap<string, Passage>
  close(): Promise<void>
}

/**
 * Opens the documents of a set (`documents.jsonl`) in an embedded store of its own, for measuring retrieval and
 * decisions without the minutes that signing thousands of texts takes. Governance is not measured here.
 * @param cacheDir where vectors are kept between runs; by model and text, so never stale.
 * @throws {LoadError} when a line cannot be read.
 */
export const openCorpus = async (o: {
  documents: string
  model: EmbeddingModel | null
  denseWeight: number
  cacheDir: string
  /** Reads with the words; the words alone are read unless given. */
  encoder?: CrossEncoder | null | undefined
}): Promise<Corpus> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'vouch-eval-'))
  mkdirSync(o.cacheDir, { recursive: true })
  const model = o.model && remembering(o.model, o.cacheDir)
  const store = createEmbeddedStore({ file: path.join(directory, 'index.db') })
  const version: IndexVersion = {
    id: 'eval',
    chunker: chunker.id,
    model: model && { id: model.id, dimensions: model.dimensions },
    denseWeight: o.denseWeight,
  }
  const passages = new Map((await readDocuments(o.documents)).flatMap(passagesOf))
  await fill({ store, version, model, points: [...passages.values()].map(pointOf) })
  await o.encoder?.ready()
  const words = createWordsReader(model)
  const dictionary = createDictionary()
  const searching = { version, store, model, dictionary }
  const reader = o.encoder ? orByWords(createLocalReader(o.encoder, model), words, () => {}) : words
  const read: ResolvePorts['hydrate'] = async (candidates, { audiences, locale = 'en' }) => {
    const found = candidates.flatMap((candidate) => ranked(candidate, passages, audiences))
    return ownLanguageFirst(found, locale).slice(0, CONSIDERED)
  }
  return {
    version,
    passages,
    documentOf: (chunkId) => passages.get(chunkId)?.document.id ?? chunkId,
    ports: {
      retrieve: (request) => retrieve({ ...request, limit: Math.max(PROPOSED, request.limit), ...searching }),
      searchWords: async (request) => (await retrieve({ ...request, ...searching, model: null })).candidates,
      hydrate: read,
      read: (request) => reader.read(request),
      readsContext: Boolean(o.encoder),
    },
    close: async () => {
      await Promise.all([store.close(), dictionary.close()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const fill = async (o: {
  store: VectorStore
  version: IndexVersion
  model: EmbeddingModel | null
  points: Omit<IndexPoint, 'vector'>[]
}): Promise<void> => {
  const { store, version, model, points } = o
  await store.ensure(version)
  const words = points.map((point) => point.words)
  const vectors = model && (await model.embed(words, 'passage'))
  await store.upsert(
    version,
    points.map((point, i) => Object.assign({}, point, { vector: vectors?.[i] ?? null })),
  )
}

/** The model with its passages' vectors kept in `cacheDir`, unless it keeps them somewhere already. */
export const remembering = (model: EmbeddingModel, cacheDir: string): EmbeddingModel =>
  model.remembered ? model : createCachedModel({ model, file: path.join(cacheDir, 'embeddings.db') })

const ranked = (
  { id, score, dense, words, lift }: FusedCandidate,
  passages: ReadonlyMap<string, Passage>,
  audiences: readonly Passage['audience'][],
) => {
  const passage = passages.get(id)
  return passage && audiences.includes(passage.audience)
    ? [{ ...passage, score, dense, words, ...(lift !== undefined && { lift }) }]
    : []
}

/** Reads `documents.jsonl`. @throws {LoadError} for the first line that cannot be read. */
export const readDocuments = async (file: string): Promise<SourceDocument[]> => {
  const bytes = await readFile(file)
  const documents: SourceDocument[] = []
  for await (const read of loadJsonl(
    { path: file, key: path.basename(file), bytes },
    new AbortController().signal,
  )) {
    if ('error' in read) throw new LoadError(`${file}: ${read.error}`)
    if ('markdown' in read) documents.push(read)
  }
  return documents
}

/** A document goes by its own id. */
export const idOf = ({ key }: SourceDocument): string => key.slice(key.indexOf('#') + 1)

/** The chunks of a document as passages that are in force, by chunk id. */
export const passagesOf = (document: SourceDocument): [string, Passage][] => {
  const { title, markdown: text, question, metadata } = document
  return chunker.chunk({ title: question ?? title, text, faq: question !== undefined }).map((chunk) => {
    const chunkId = uuidOf(`${document.key} ${chunk.position}`)
    return [
      chunkId,
      {
        chunkId,
        releaseId: document.key,
        document: {
          id: idOf(document),
          collection: question === undefined ? 'policies' : 'faqs',
          title: question ?? title,
        },
        version: 1,
        headingPath: chunk.headingPath,
        text: chunk.text,
        start: chunk.start,
        end: chunk.end,
        releaseText: text,
        contentHash: chunk.contentHash,
        audience: metadata.audience ?? 'public',
        locale: metadata.locale ?? 'en-GB',
        riskTier: metadata.riskTier ?? 'standard',
        topic: null,
        verification: 'verified',
        validFrom: new Date(0).toISOString(),
        validTo: null,
      },
    ]
  })
}

const pointOf = (passage: Passage): Omit<IndexPoint, 'vector'> => ({
  id: passage.chunkId,
  documentId: passage.document.id,
  releaseId: passage.releaseId,
  audience: passage.audience,
  locale: passage.locale,
  contentHash: passage.contentHash,
  validFrom: 0,
  validTo: null,
  words: embeddingText(passage.document.title, passage.headingPath, passage.text),
})

/** Stores take UUIDs; the same chunk gets the same one in every run. */
const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')
