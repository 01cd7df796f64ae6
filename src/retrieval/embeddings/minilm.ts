import { availableParallelism } from 'node:os'
import { EmbeddingError } from '../../errors'
import type { EmbeddingModel } from '../types'
import { createWorkerThread } from '../workerThread'
import { MINILM_FILES } from './minilmFiles'

const DIMENSIONS = 384
/** As unimportant as a thread may be to Linux without starving: questions and the server go first. */
const BACKGROUND = 10

interface MiniLMOptions {
  /** Where `fetchModelFiles` put model.onnx and tokenizer.json. */
  directory: string
  /** Processor cores to spread over; those of this machine unless given. */
  cores?: number
  /** The project's directory. */
  root?: string
}

/**
 * all-MiniLM-L6-v2, int8 ONNX, 384 dimensions, English, on this machine's CPU. Texts are cut at 256 tokens. Questions
 * have a thread and a session of their own, and passages all cores but one at a lower priority, so that indexing hardly
 * slows an answer (docs/benchmarks.md); each session takes about 180 MB, the second from the first passage on. The id
 * carries the hash of the weights that `modelFiles` vouches for.
 */
export function createMiniLM({
  directory,
  cores = availableParallelism(),
  root,
}: MiniLMOptions): EmbeddingModel {
  const start = (workerData: { threads: number; niceness: number }) =>
    createWorkerThread({
      root,
      file: 'src/retrieval/embeddings/minilm.worker.mjs',
      workerData: { directory, ...workerData },
      endsItself: true,
      toError: ({ message }) =>
        new EmbeddingError(
          `The local embedding model in ${directory} failed: ${message}. Run \`vouch model status\`, then \`vouch model fetch\`.`,
        ),
    })
  // A question is too short to gain from more than two threads.
  const threads = {
    query: start({ threads: Math.min(2, cores), niceness: 0 }),
    passage: start({ threads: Math.max(1, cores - 1), niceness: BACKGROUND }),
  }
  return {
    id: `minilm-l6-v2-int8@${MINILM_FILES[0]?.sha256.slice(0, 12)}`,
    dimensions: DIMENSIONS,
    languages: ['en'],
    async embed(texts, kind) {
      if (texts.length === 0) return []
      const flat = await threads[kind].call<Float32Array>('embed', texts)
      return texts.map((_, i) => flat.slice(i * DIMENSIONS, (i + 1) * DIMENSIONS))
    },
    close: async () => {
      await Promise.all([threads.query.close(), threads.passage.close()])
    },
  }
}
