import { createMiniLM } from '../../src/retrieval/embeddings/minilm'
import type { EmbeddingModel } from '../../src/retrieval/types'
import { unit } from './random'

const DIMENSIONS = 384

/** FNV-1a, 32 bits. */
const hashOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

/** Words hashed to dimensions: next to nothing to compute, so that the pipeline is measured and not the model. */
const hashModel: EmbeddingModel = {
  id: 'bench-hash@1',
  dimensions: DIMENSIONS,
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(DIMENSIONS)
      for (const word of text.toLowerCase().match(/\w+/g) ?? ['']) {
        const hash = hashOf(word)
        vector[hash % DIMENSIONS]! += hash & 1024 ? 1 : -1
      }
      vector[0]! += 0.001
      return unit(vector)
    }),
}

export interface CountedModel extends EmbeddingModel {
  /** Calls, texts in them, and the milliseconds that they took. */
  counts: { calls: number; texts: number; ms: number }
}

/** The model asked for, counting what it is asked. */
export const countedModel = (name: 'hash' | 'local', directory: string): CountedModel => {
  const model = name === 'local' ? createMiniLM({ directory }) : hashModel
  const counts = { calls: 0, texts: 0, ms: 0 }
  return {
    ...model,
    counts,
    embed: async (texts, kind) => {
      const started = performance.now()
      const vectors = await model.embed(texts, kind)
      counts.calls++
      counts.texts += texts.length
      counts.ms += performance.now() - started
      return vectors
    },
  }
}
