/** A process that embeds passages through the cache and prints, after each batch, how many were acknowledged. */
import { createHash } from 'node:crypto'
import { createCachedModel } from '../../src/retrieval/embeddings/cached'
import type { EmbeddingModel } from '../../src/retrieval/types'

const [file = '', name = '', batches = 'Infinity'] = process.argv.slice(2)
const BATCH = 50

const model: EmbeddingModel = {
  id: 'digest@1',
  dimensions: 384,
  embed: async (texts) =>
    texts.map((text) => {
      const digest = createHash('sha256').update(text).digest()
      return Float32Array.from({ length: 384 }, (_, i) => (digest[i % 32] ?? 0) / 255)
    }),
}
const cached = createCachedModel({
  model,
  file,
  onFailure: (message) => process.stdout.write(`failed: ${message}\n`),
})
for (let done = 0; done < Number(batches) * BATCH; done += BATCH) {
  const texts = Array.from({ length: BATCH }, (_, i) => `${name} ${done + i}`)
  const vectors = await cached.embed(texts, 'passage')
  if (vectors.some((vector) => vector.length !== 384)) throw new Error('a vector is missing')
  process.stdout.write(`${done + BATCH}\n`)
}
await cached.close?.()
