import { EmbeddingError } from '../errors'
import type { Audience, Degradation } from '../vocabulary'
import { fuse, FUSION_DEPTH } from './fuse'
import type { Candidate, EmbeddingModel, FusedCandidate, IndexVersion, VectorStore } from './types'

interface Retrieval {
  question: string
  /** Epoch ms. */
  at: number
  audiences: readonly Audience[]
  version: IndexVersion
  store: VectorStore
  model: EmbeddingModel | null
  /** The most candidates to return. */
  limit: number
  /** How long the question's embedding may take, in ms, before the words stand alone. */
  embedWithinMs?: number
}

export interface Retrieved {
  /** Best first. */
  candidates: FusedCandidate[]
  /** Holds `dense` when the ranking rests on words alone. */
  degraded: Degradation[]
  /** In ms. `embed` is null when the question was not embedded. */
  timings: { embed: number | null; search: number; total: number }
}

/**
 * The chunks that may answer the question: in force at `at`, addressed to one of `audiences`, ranked by words and by
 * meaning and fused with the version's weight. The words are searched while the question is embedded.
 * @throws {StoreError} when the store cannot be searched.
 */
export async function retrieve(retrieval: Retrieval): Promise<Retrieved> {
  const { question, at, audiences, version, store, limit } = retrieval
  const started = performance.now()
  const search = (leg: { dense: Float32Array } | { words: string }) =>
    store.search(version, { ...leg, filter: { audiences, at }, limit: Math.max(limit, FUSION_DEPTH) })

  let embedded: number | null = null
  const denseLeg = async (): Promise<Candidate[] | null> => {
    const vector = await embedQuestion(retrieval)
    if (!vector) return null
    embedded = performance.now() - started
    return (await search({ dense: vector })).dense
  }
  const [{ words }, dense] = await Promise.all([search({ words: question }), denseLeg()])
  const total = performance.now() - started
  return {
    candidates: fuse({ dense, words, denseWeight: version.denseWeight }).slice(0, limit),
    degraded: dense ? [] : ['dense'],
    timings: { embed: embedded, search: total - (embedded ?? 0), total },
  }
}

/** Null when there is no model for this version, or it is down or too slow: the words then stand alone. */
async function embedQuestion({ question, version, model, embedWithinMs = 2_000 }: Retrieval) {
  if (!model || model.id !== version.model?.id) return null
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), embedWithinMs)
  })
  const embedding = model.embed([question], 'query').then(
    ([vector]) => vector ?? null,
    (error: unknown) => {
      if (error instanceof EmbeddingError) return null
      throw error
    },
  )
  try {
    return await Promise.race([embedding, tooLate])
  } finally {
    clearTimeout(timer)
    // Nobody waits any longer; a late failure must not end the process.
    embedding.catch(() => {})
  }
}
