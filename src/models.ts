import path from 'node:path'
import type { Env } from './env'
import { createMiniLM } from './retrieval/embeddings/minilm'
import { modelStatus } from './retrieval/modelFiles'
import type { EmbeddingModel } from './retrieval/types'

/** The embedding model of this installation, or null with the reason why there is none and what to do. */
export interface ModelChoice {
  model: EmbeddingModel | null
  reason: string
}

/** A remote model where one is configured, else the local one where its weights are, else words alone. */
export const chooseEmbeddingModel = async (env: Env): Promise<ModelChoice> => {
  const { createCachedModel } = await import('./retrieval/embeddings/cached')
  const cached = (model: EmbeddingModel) =>
    createCachedModel({ model, file: path.join(env.dataDir, 'embeddings.db') })
  if (env.VOUCH_EMBEDDING_MODEL) {
    // Loaded only where it is used: the client takes a while to load.
    const { createOpenAIModel } = await import('./retrieval/embeddings/openai')
    const model = await createOpenAIModel({
      model: env.VOUCH_EMBEDDING_MODEL,
      apiKey: env.OPENAI_API_KEY,
      baseURL: env.OPENAI_BASE_URL,
      dimensions: env.VOUCH_EMBEDDING_DIMENSIONS,
    })
    return { model: cached(model), reason: `${model.id} over the network` }
  }
  const status = await modelStatus(env.modelDir)
  if (status.status !== 'present')
    return {
      model: null,
      reason: `Searching by words alone: the local model is ${status.status} (${status.reason}). Run: npm run -s vouch -- model fetch`,
    }
  const model = createMiniLM({ directory: env.modelDir })
  return { model: cached(model), reason: `${model.id}, on this machine` }
}
