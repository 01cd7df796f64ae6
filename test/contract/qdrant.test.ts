import { describe, it } from 'vitest'
import { createQdrantStore } from '../../src/retrieval/stores/qdrant'
import { testVectorStore } from './vectorStore'

const url = process.env['QDRANT_URL']
const apiKey = process.env['QDRANT_API_KEY']

if (url) {
  testVectorStore('qdrant', () => ({
    store: createQdrantStore({ url, apiKey }),
    reopen: () => createQdrantStore({ url, apiKey }),
  }))
} else {
  console.warn('SKIPPED: the Qdrant contract. Set QDRANT_URL to a server to run it.')
  describe.skip('vector store: qdrant (QDRANT_URL is not set)', () => {
    it('keeps the contract of every vector store', () => {})
  })
}
