import { createCrossEncoder } from '../../src/answer/reader/local/crossEncoder'
import type { ConflictPorts } from '../../src/proofs/conflicts/findConflicts'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'

/** The local models, as an installation has them. @throws {EmbeddingError} with the first text when the embedding model is not on this machine. */
export async function localPorts(o: {
  wordsOnly: boolean
}): Promise<{ ports: ConflictPorts; close: () => Promise<void> }> {
  if (o.wordsOnly) return { ports: { embed: null, reads: null }, close: async () => {} }
  const encoder = createCrossEncoder({ threads: 2 })
  const model = createMiniLM({ directory: 'models' })
  return {
    ports: {
      embed: (texts) => model.embed(texts, 'passage'),
      reads: async (question, windows) =>
        (await encoder.read({ question, windows, withinMs: WITHIN_MS })).map(({ answers }) => answers),
    },
    close: () => encoder.close(),
  }
}

/** Nobody waits for it. */
const WITHIN_MS = 60_000
