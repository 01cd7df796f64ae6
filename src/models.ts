import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Env } from './env'
import type { Models } from './answer/generate/turn'
import { createCrossEncoder, READER_FILES, type CrossEncoder } from './answer/reader/local/crossEncoder'
import { withinTime } from './answer/withinTime'
import { EmbeddingError } from './errors'
import type { NoteFailure } from './retrieval/failureLog'
import { conventionOf } from './retrieval/embeddings/conventions'
import { modelStatus } from './retrieval/modelFiles'
import type { EmbeddingModel } from './retrieval/types'

/** The embedding model of this installation, or null with the reason why there is none and what to do. */
export interface ModelChoice {
  model: EmbeddingModel | null
  reason: string
}

/** A start waits so long for a server, in ms; then it goes on without, and the server is asked again (lateModel.ts). */
const START_MS = 5_000

/**
 * A remote model where one is configured, else the local one where its weights are, else words alone.
 * @param withinMs how long a server may take to tell of its model.
 */
export const chooseEmbeddingModel = async (env: Env, withinMs = START_MS): Promise<ModelChoice> => {
  const name = env.VOUCH_EMBEDDING_MODEL
  try {
    return name ? await withinTime(() => remoteModel(env, name), withinMs) : await localModel(env)
  } catch (error) {
    if (name && !(error instanceof EmbeddingError)) return { model: null, reason: lateReason(name, withinMs) }
    if (!(error instanceof EmbeddingError)) throw error
    const until = name ? 'until it answers, which is tried again by itself' : 'until the next start'
    return { model: null, reason: `Searching by words alone ${until}. ${error.message}` }
  }
}

const lateReason = (name: string, ms: number): string =>
  `Searching by words alone until ${name} answers, which is tried again by itself: it did not within ${Math.round(ms / 1_000)} s.`

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

/** The reader that ships, unless its file is not there or `VOUCH_READER` says words. */
export const chooseEncoder = (env: Env): { encoder: CrossEncoder | null; encoderReason: string } => {
  const why = env.VOUCH_READER === 'words' ? 'VOUCH_READER says so' : missingReaderFile()
  if (why) return { encoder: null, encoderReason: `The words are read alone: ${why}.` }
  const encoder = createCrossEncoder({ threads: Math.min(2, availableParallelism()) })
  return { encoder, encoderReason: `${encoder.id}, on this machine` }
}

const missingReaderFile = (): string | null => {
  const missing = [READER_FILES.weights, READER_FILES.tokenizer].find(
    (file) => !existsSync(path.resolve(/* turbopackIgnore: true */ process.cwd(), file)),
  )
  return missing ? `${missing} is missing; it is part of the repository` : null
}

const remoteModel = async (env: Env, name: string): Promise<ModelChoice> => {
  // Loaded only where it is used: the client takes a while to load.
  const { createOpenAIModel } = await import('./retrieval/embeddings/openai')
  const model = await createOpenAIModel({
    model: name,
    apiKey: env.OPENAI_API_KEY,
    baseURL: env.OPENAI_BASE_URL,
    dimensions: env.VOUCH_EMBEDDING_DIMENSIONS,
    shortened: env.VOUCH_EMBEDDING_SHORTENED && env.VOUCH_EMBEDDING_SHORTENED === 'on',
    convention: conventionOf(name, {
      queryPrefix: env.VOUCH_EMBEDDING_QUERY_PREFIX,
      passagePrefix: env.VOUCH_EMBEDDING_PASSAGE_PREFIX,
      inputType: env.VOUCH_EMBEDDING_INPUT_TYPE,
    }),
    batch: env.VOUCH_EMBEDDING_BATCH,
    concurrency: env.VOUCH_EMBEDDING_CONCURRENCY,
    timeoutMs: env.VOUCH_EMBEDDING_TIMEOUT_MS,
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
