import path from 'node:path'
import type { Env } from './env'
import type { Models } from './answer/generate/turn'
import { EmbeddingError } from './errors'
import type { NoteFailure } from './logging/failureLog'
import { modelStatus } from './retrieval/modelFiles'
import type { EmbeddingModel } from './retrieval/types'

/** The embedding model of this installation, or null with the reason why there is none and what to do. */
export interface ModelChoice {
  model: EmbeddingModel | null
  reason: string
}

/** A remote model where one is configured, else the local one where its weights are, else words alone. */
export const chooseEmbeddingModel = async (env: Env): Promise<ModelChoice> => {
  try {
    return env.VOUCH_EMBEDDING_MODEL
      ? await remoteModel(env, env.VOUCH_EMBEDDING_MODEL)
      : await localModel(env)
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error
    return { model: null, reason: `Searching by words alone until the next start. ${error.message}` }
  }
}

/**
 * The language models of this installation, none where none is configured. The key for embeddings is not sent to another
 * server than theirs.
 */
export const chooseLanguageModels = async (env: Env, note: NoteFailure = () => {}): Promise<Models> => {
  const { VOUCH_CHAT_MODEL: writer, VOUCH_ENTAILMENT_MODEL: judge, VOUCH_CHAT_BASE_URL } = env
  if (!writer) return { chat: null, entailment: null }
  const [{ createOpenAIChat }, { notedChat }, { createChatEntailment }] = await Promise.all([
    import('./answer/chat/openai'),
    import('./answer/chat/noted'),
    import('./answer/generate/entailment'),
  ])
  const baseURL = VOUCH_CHAT_BASE_URL ?? env.OPENAI_BASE_URL
  const apiKey = env.VOUCH_CHAT_API_KEY ?? (VOUCH_CHAT_BASE_URL ? undefined : env.OPENAI_API_KEY)
  const create = (model: string) =>
    notedChat(
      createOpenAIChat({
        model,
        apiKey,
        baseURL,
        maxTokens: env.VOUCH_CHAT_MAX_TOKENS,
        contextTokens: env.VOUCH_CHAT_CONTEXT_TOKENS,
        effort: env.VOUCH_CHAT_REASONING_EFFORT,
        thinkingTokens: env.VOUCH_CHAT_THINKING_TOKENS,
      }),
      note,
    )
  return { chat: create(writer), entailment: judge ? createChatEntailment(create(judge)) : null }
}

const remoteModel = async (env: Env, name: string): Promise<ModelChoice> => {
  // Loaded only where it is used: the client takes a while to load.
  const { createOpenAIModel } = await import('./retrieval/embeddings/openai')
  const model = await createOpenAIModel({
    model: name,
    apiKey: env.OPENAI_API_KEY,
    baseURL: env.OPENAI_BASE_URL,
    dimensions: env.VOUCH_EMBEDDING_DIMENSIONS,
  })
  return { model: await cached(env, model), reason: `${model.id} over the network` }
}

const localModel = async (env: Env): Promise<ModelChoice> => {
  const status = await modelStatus(env.modelDir)
  if (status.status !== 'present')
    return {
      model: null,
      reason: `Searching by words alone: the local model is ${status.status} (${status.reason}). Run: npm run -s vouch -- model fetch`,
    }
  const { createMiniLM } = await import('./retrieval/embeddings/minilm')
  const model = createMiniLM({ directory: env.modelDir })
  // Opens the weights now, so that the first question does not wait for them.
  await model.embed(['ready'], 'query')
  return { model: await cached(env, model), reason: `${model.id}, on this machine` }
}

/** The same text is never embedded twice, whatever becomes of the index. */
const cached = async (env: Env, model: EmbeddingModel): Promise<EmbeddingModel> => {
  const { createCachedModel } = await import('./retrieval/embeddings/cached')
  return createCachedModel({
    model,
    file: path.join(env.dataDir, 'embeddings.db'),
    onFailure: (message) => process.emitWarning(message),
  })
}
