import type { Audience, NON_ANSWER } from '../vocabulary'

/** A text embedder. Vectors are L2-normalised, `dimensions` long. The id names the weights, so that two models never mix. */
export interface EmbeddingModel {
  id: string
  dimensions: number
  /** The languages it was trained for, as `en`; absent where it is of many, or not known. */
  languages?: readonly string[]
  /** @throws {EmbeddingError} when the model cannot be reached or answers with anything but sound vectors. */
  embed(texts: string[], kind: 'query' | 'passage'): Promise<Float32Array[]>
  /** Vectors of passages that were embedded before and cost nothing to look up; null for the others. */
  remembered?(texts: string[]): Promise<(Float32Array | null)[]>
  /** Forgets what is kept of these texts, on disk too. @throws where it cannot. */
  forget?(texts: string[]): Promise<void>
  /** What this process has asked a remote model for; absent where it costs nothing. */
  usage?(): EmbeddingUsage
  close?(): Promise<void>
}

/** Requests that were answered, the texts in them, and their tokens as the server counts them, else as we do. */
export interface EmbeddingUsage {
  requests: number
  inputs: number
  tokens: number
}

/** One chunker x one embedding model x one store. `model` is null for an index of words alone. */
export interface IndexVersion {
  id: string
  chunker: string
  model: { id: string; dimensions: number } | null
  /** Share of the dense leg in the fused score, 0 to 1. */
  denseWeight: number
}

/** What the index knows of a chunk. Times are epoch milliseconds; `validTo` null means open. */
export interface IndexPoint {
  /** The chunk's id, a UUID. */
  id: string
  documentId: string
  releaseId: string
  audience: Audience
  locale: string
  contentHash: string
  validFrom: number
  validTo: number | null
  /** Title, heading path and text: what the words leg searches. */
  words: string
  vector: Float32Array | null
}

/** A point as the store holds it, whoever wrote it. `vector` is null where there is none, or none was asked for. */
export type StoredPoint = Omit<IndexPoint, 'words' | 'audience'> & { audience: string }

/** In force at `at` (epoch ms: validFrom <= at < validTo) and addressed to one of `audiences`. */
export interface InForceFilter {
  audiences: readonly Audience[]
  at: number
}

export interface Candidate {
  id: string
  contentHash: string
  /** The leg's own score: cosine for dense, BM25 (higher is better) for words. */
  score: number
}

/** The index proposes; what is served is read from the database. Ranks each leg with its own scores, best first. */
export interface VectorStore {
  name: string
  /** Makes the version's storage ready; harmless when it is. */
  ensure(version: IndexVersion): Promise<void>
  /** Inserts or replaces points by id; durable when it resolves. */
  upsert(version: IndexVersion, points: IndexPoint[]): Promise<void>
  /** Moves the window of points that exist; ids that do not are ignored. */
  setWindow(
    version: IndexVersion,
    ids: string[],
    window: { validFrom: number; validTo: number | null },
  ): Promise<void>
  remove(version: IndexVersion, ids: string[]): Promise<void>
  /** Drops the whole version. */
  drop(version: IndexVersion): Promise<void>
  /** Shows operators of the store which version answers; what is searched is decided by the database. */
  activate?(version: IndexVersion): Promise<void>
  search(version: IndexVersion, query: StoreQuery): Promise<{ dense: Candidate[]; words: Candidate[] }>
  /**
   * Which terms (of `analyze`) the words leg holds in what the filter lets through, for mending slips; absent where the
   * store cannot tell. Never a term that stands in other texts alone.
   */
  vocabulary?(version: IndexVersion, wanted: WantedTerms, filter: InForceFilter): Promise<KnownTerm[]>
  count(version: IndexVersion): Promise<number>
  /** Every point as it is held, for reconciling and verifying; vectors only when asked for, for they are large. */
  ids(version: IndexVersion, wanted?: { vectors?: boolean }): AsyncIterable<StoredPoint>
  /**
   * Makes ready to compare words, which may read the whole words leg once. The function it gives says, of these points,
   * the ids of those that are not held with these words. An index keeps no copy of a text, so each adapter says how
   * exactly it can tell.
   */
  checkWords(
    version: IndexVersion,
  ): Promise<(points: Pick<IndexPoint, 'id' | 'locale' | 'words'>[]) => Promise<string[]>>
  close(): Promise<void>
}

/** These terms, or those that begin so and have so many letters. */
export type WantedTerms = { among: string[] } | { prefix: string; length: [least: number, most: number] }

/** A term that the index holds, and in how many chunks that may be seen. */
export interface KnownTerm {
  term: string
  chunks: number
}

export interface StoreQuery {
  dense?: Float32Array
  words?: string
  filter: InForceFilter
  /** The most candidates to return for each leg. */
  limit: number
}

/** A candidate after fusion; `score` is in 0..1, the legs' own scores are null where the leg did not return it. */
export interface FusedCandidate {
  id: string
  contentHash: string
  score: number
  dense: number | null
  words: number | null
  /** How far its cosine stands above the mean of what was found: near everything is near nothing. Absent like `dense`. */
  lift?: number
}

/** A chunk as it stands in the database: in force and visible to the caller at the instant that was asked for. */
export interface Passage {
  chunkId: string
  releaseId: string
  document: { id: string; collection: 'policies' | 'faqs'; title: string }
  version: number
  headingPath: string[]
  /** The chunk's text, exactly `release.text.slice(start, end)`. */
  text: string
  start: number
  end: number
  /** The whole text it is a span of, which says what it continues; absent where only the passage is known. */
  releaseText?: string
  contentHash: string
  /** What kind of text it is, where that decides what is made of it; absent for any other. */
  kind?: typeof NON_ANSWER
  audience: Audience
  locale: string
  riskTier: 'standard' | 'sensitive' | 'regulated'
  topic: { id: string; name: string; queue: string | null; escalate: boolean } | null
  /** Whether someone still vouches for it: overdue text is flagged in the receipt, or refused if its topic says so. */
  verification: 'verified' | 'due' | 'overdue'
  /** ISO 8601. */
  validFrom: string
  validTo: string | null
}

export interface RankedPassage extends Passage {
  score: number
  dense: number | null
  words: number | null
  lift?: number
  /** The reranker's own score, more is better; absent where none was asked. */
  rerank?: number
}

/** Reads question and text together, which ranks better than either leg and costs more: it sees few. */
export interface Reranker {
  id: string
  /** A score for each text, in their order; more is better. @throws {RerankError} */
  score(question: string, texts: string[]): Promise<number[]>
}
