import type { EmbeddingModel } from '../../src/retrieval/types'

/** A model that counts the passages it is given, and waits or fails when told to. */
export interface WatchedModel extends EmbeddingModel {
  /** Passages embedded, in their order. */
  passages: string[]
  /** Run before each batch of passages. */
  before: (texts: string[]) => Promise<void>
}

/** Deterministic vectors of hashed words, under a name of one’s choice, so that two of them are two models. */
export const watchedModel = (id: string, dimensions = 64): WatchedModel => {
  const watched: WatchedModel = {
    id,
    dimensions,
    passages: [],
    before: async () => {},
    embed: async (texts, kind) => {
      if (kind === 'passage') {
        await watched.before(texts)
        watched.passages.push(...texts)
      }
      return texts.map((text) => hashedWords(text, dimensions))
    },
  }
  return watched
}

const hashedWords = (text: string, dimensions: number): Float32Array => {
  const vector = new Float32Array(dimensions)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['none']) {
    let hash = 2166136261
    for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619)
    vector[(hash >>> 0) % dimensions]! += (hash & 1024) === 0 ? 1 : -1
  }
  if (!vector.some(Boolean)) vector[0] = 1
  const norm = Math.hypot(...vector)
  return vector.map((value) => value / norm)
}
