import { EmbeddingError } from '../../errors'
import type { EmbeddingModel } from '../types'
import { createWorkerThread } from '../workerThread'
import { MINILM_FILES } from './minilmFiles'

const DIMENSIONS = 384

interface MiniLMOptions {
  /** Where `fetchModelFiles` put model.onnx and tokenizer.json. */
  directory: string
  /** Threads of one inference. */
  threads?: number
  /** The project's directory. */
  root?: string
}

/**
 * all-MiniLM-L6-v2, int8 ONNX, 384 dimensions, English, on this machine's CPU in a worker thread. Texts are cut at 256
 * tokens. Queries overtake passages that wait. The id carries the hash of the weights that `modelFiles` vouches for.
 */
export function createMiniLM({ directory, threads = 2, root }: MiniLMOptions): EmbeddingModel {
  const thread = createWorkerThread({
    root,
    file: 'src/retrieval/embeddings/minilm.worker.mjs',
    workerData: { directory, threads },
    toError: ({ message }) =>
      new EmbeddingError(
        `The local embedding model in ${directory} failed: ${message}. Run \`vouch model status\`, then \`vouch model fetch\`.`,
      ),
  })
  return {
    id: `minilm-l6-v2-int8@${MINILM_FILES[0]?.sha256.slice(0, 12)}`,
    dimensions: DIMENSIONS,
    async embed(texts, kind) {
      if (texts.length === 0) return []
      const flat = await thread.call<Float32Array>('embed', { texts, kind })
      return texts.map((_, i) => flat.slice(i * DIMENSIONS, (i + 1) * DIMENSIONS))
    },
    close: () => thread.close(),
  }
}
