import type { Payload } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { embeddingText } from '../../../ingestion/chunk'
import { activeIndexVersion } from '../../../ingestion/indexVersions'
import { releasesOf, type DocumentRef } from '../../../ingestion/releases'
import type { Chunk } from '../../../ingestion/types'
import type { Chunk as ChunkRow, Release, Topic } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import { topicOfPassage, type Visibility } from '../../database/passages'
import type { Deps } from '../../deps'
import { EmbeddingError, StoreError } from '../../errors'
import type { SignedContent } from '../../governance/hash'
import { inTurns } from '../../markdown/turns'
import { idOf } from '../../records/content'
import { analyze, languageOf } from '../../retrieval/analyze'
import { isQuotable, NON_ANSWER, type TextCollection } from '../../vocabulary'
import { createOverlayStore } from '../../retrieval/overlay/overlayStore'
import type {
  FusedCandidate,
  IndexPoint,
  IndexVersion,
  Passage,
  RankedPassage,
  VectorStore,
} from '../../retrieval/types'

/** What is in force, as if a text had been published in place of its document's releases. Nothing of it is ever served. */
export interface DraftOverlay {
  /** What its citations name as their release: no release has this id. */
  releaseId: string
  document: DocumentRef
  store: VectorStore
  /** Whether it says what there is no advice on. */
  declines: boolean
  /** The passages of the candidates: those of the draft, and of the live ones all but those that it replaces. */
  layOver(o: {
    candidates: readonly FusedCandidate[]
    live: readonly RankedPassage[]
    visibility: Visibility
  }): RankedPassage[]
}

/** A text as it is tried: nothing of it need be stored. */
export interface TriedText {
  document: DocumentRef
  content: SignedContent
  version: number
}

/** What overlays in one document's place have in common. */
export interface OverlayGround {
  version: IndexVersion
  /** Chunks that are as if they were not there. */
  hidden: ReadonlySet<string>
  topic: Topic | null
  termsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
}

/** Reads it once for the many variants of a text. @throws {StoreError} when there is no index. */
export async function readGround(
  { payload }: Pick<Deps, 'payload'>,
  { document, content }: Pick<TriedText, 'document' | 'content'>,
): Promise<OverlayGround> {
  const version = await activeIndexVersion(payload)
  if (!version) throw new StoreError('There is no index yet.')
  return {
    version,
    hidden: new Set(await chunkIdsOf(payload, document)),
    topic: content.topic ? await topicOf(payload, content.topic) : null,
    termsOf: rememberTerms(payload),
  }
}

const OVERLAY_NAMESPACE = '4ab1f3a6-9d0c-4f0b-8a55-0f6f8a2a3c11'

/**
 * Makes an overlay of one text over the index in use. It is in force at every instant up to its expiry, because who
 * tries it asks what it will say, and not when.
 * @param ground what was read for another text in the same document's place; read anew without it.
 * @throws {StoreError | EmbeddingError} when there is no index, or no model for it.
 */
export async function createDraftOverlay(
  deps: Pick<Deps, 'payload' | 'store' | 'model' | 'chunker'>,
  tried: TriedText,
  ground?: OverlayGround,
): Promise<DraftOverlay> {
  const { store, model, chunker } = deps
  const { document, content } = tried
  const { version, hidden, topic, termsOf } = ground ?? (await readGround(deps, tried))
  const faq = document.collection === 'faqs'
  const chunks = isQuotable(document.collection)
    ? await inTurns(chunker.steps({ title: content.title, text: content.text, faq }))
    : []
  const releaseId = `draft:${document.collection}/${document.id}`
  const points = await pointsOf({ tried, chunks, releaseId, version, model })
  const passages = new Map(
    chunks.map((chunk, i) => [points[i]?.id ?? '', passageOf({ tried, chunk, point: points[i]!, topic })]),
  )
  return {
    releaseId,
    document,
    declines: content.kind === NON_ANSWER,
    store: createOverlayStore({ store, version, points, hidden, termsOf }),
    layOver: ({ candidates, live, visibility }) => {
      const kept = new Map(
        live
          .filter((passage) => !isOf(passage, document))
          .map((passage) => [passage.chunkId, passage] as const),
      )
      return candidates.flatMap(({ id, score, dense, words, lift }) => {
        const own = passages.get(id)
        if (!own) return kept.get(id) ?? []
        if (!visibility.audiences.includes(own.audience)) return []
        return [{ ...own, score, dense, words, ...(lift !== undefined && { lift }) }]
      })
    },
  }
}

const isOf = ({ document }: Pick<Passage, 'document'>, { collection, id }: DocumentRef): boolean =>
  document.id === id && document.collection === collection

async function pointsOf({
  tried: { document, content },
  chunks,
  releaseId,
  version,
  model,
}: {
  tried: TriedText
  chunks: readonly Chunk[]
  releaseId: string
  version: IndexVersion
  model: Deps['model']
}): Promise<IndexPoint[]> {
  const words = chunks.map(({ headingPath, text }) => embeddingText(content.title, headingPath, text))
  if (version.model && model?.id !== version.model.id)
    throw new EmbeddingError('The index was made with another embedding model than this process has.')
  const vectors = version.model && model ? await model.embed(words, 'passage') : []
  return chunks.map((chunk, i) => ({
    id: uuidv5(`${releaseId}:${chunk.position}`, OVERLAY_NAMESPACE),
    documentId: document.id,
    releaseId,
    audience: content.audience as IndexPoint['audience'],
    locale: content.locale,
    contentHash: chunk.contentHash,
    validFrom: 0,
    validTo: content.expiresAt ? Date.parse(content.expiresAt) : null,
    words: words[i] ?? '',
    vector: vectors[i] ?? null,
  }))
}

function passageOf({
  tried: { document, content, version },
  chunk,
  point,
  topic,
}: {
  tried: TriedText
  chunk: Chunk
  point: IndexPoint
  topic: Topic | null
}): Passage {
  return {
    chunkId: point.id,
    releaseId: point.releaseId,
    document: { id: document.id, collection: document.collection as TextCollection, title: content.title },
    version,
    headingPath: chunk.headingPath,
    text: chunk.text,
    start: chunk.start,
    end: chunk.end,
    releaseText: content.text,
    contentHash: chunk.contentHash,
    ...(content.kind === NON_ANSWER && { kind: NON_ANSWER }),
    audience: point.audience,
    locale: content.locale,
    riskTier: content.riskTier as Release['riskTier'],
    topic: topic && topicOfPassage(topic),
    verification: 'verified',
    validFrom: content.effectiveFrom ?? new Date().toISOString(),
    validTo: content.expiresAt,
  }
}

const topicOf = (payload: Payload, id: string): Promise<Topic | null> =>
  payload.findByID({ collection: 'topics', id, depth: 0, disableErrors: true })

async function chunkIdsOf(payload: Payload, document: DocumentRef): Promise<string[]> {
  const releases = await releasesOf(payload, document)
  if (releases.length === 0) return []
  const { docs } = await payload.find({
    collection: 'chunks',
    where: { release: { in: releases.map(({ id }) => id) } },
    depth: 0,
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => id)
}

/** The words of the index's chunks, each read once: most questions about a text find the same few. */
function rememberTerms(payload: Payload) {
  const known = new Map<string, readonly string[]>()
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    if (missing.length > 0) for (const [id, terms] of await readTerms(payload, missing)) known.set(id, terms)
    return known
  }
}

async function readTerms(payload: Payload, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rowsById<ChunkRow>(payload, { collection: 'chunks', ids })
  const chunks = [...found.values()]
  const releases = await rowsById<Release>(payload, {
    collection: 'releases',
    ids: chunks.flatMap(({ release }) => idOf(release) ?? []),
  })
  return new Map(
    chunks.flatMap((chunk) => {
      const release = releases.get(idOf(chunk.release) ?? '')
      if (!release) return []
      const words = embeddingText(release.title, chunk.headingPath as string[], chunk.text)
      return [[chunk.id, analyze(words, languageOf(release.locale))] as const]
    }),
  )
}
