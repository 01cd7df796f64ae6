/** A process that writes points for ever and prints, after each batch, how many the store has acknowledged. */
import { randomUUID } from 'node:crypto'
import { createEmbeddedStore } from '../../src/retrieval/stores/embedded'
import type { IndexVersion } from '../../src/retrieval/types'

const [file = '', id = ''] = process.argv.slice(2)
const version: IndexVersion = {
  id,
  chunker: 'contract@1',
  model: { id: 'contract-model@1', dimensions: 4 },
  denseWeight: 0.5,
}
const store = createEmbeddedStore({ file })
await store.ensure(version)
for (let acknowledged = 0; ;) {
  const points = Array.from({ length: 20 }, () => ({
    id: randomUUID(),
    documentId: randomUUID(),
    releaseId: randomUUID(),
    audience: 'public' as const,
    locale: 'en',
    contentHash: randomUUID(),
    validFrom: 0,
    validTo: null,
    words: 'Refunds are paid within ten days.',
    vector: new Float32Array([1, 0, 0, 0]),
  }))
  await store.upsert(version, points)
  acknowledged += points.length
  process.stdout.write(`${acknowledged}\n`)
}
