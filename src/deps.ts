import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { chunker } from '../ingestion/chunk'
import type { createConnectors } from '../ingestion/connectors/registry'
import type { ConnectorSettings } from '../ingestion/connectors/types'
import {
  ensureIndexVersion,
  indexVersionRows,
  replaceEmptyVersion,
  settingsMismatch,
} from '../ingestion/indexVersions'
import { DEFAULT_LIMITS } from '../ingestion/load'
import { createSandbox, type Sandbox } from '../ingestion/sandbox/sandbox'
import { sandboxedLoaders } from '../ingestion/sandbox/sandboxedLoaders'
import type { Chunker } from '../ingestion/types'
import { flushUses } from './commands/bots/keyUses'
import { keyChain } from './commands/audit/keyChain'
import { getEnv, sessionSecret, type Env } from './env'
import type { Models } from './answer/generate/turn'
import type { CrossEncoder } from './answer/reader/local/crossEncoder'
import { createKeyedHash, type KeyedHash } from './keyedHash'
import { retireBareHashes } from './database/retireBareHashes'
import { connectLater } from './lateModel'
import { chooseEmbeddingModel, chooseEncoder, chooseLanguageModels } from './models'
import { createDictionary, type Dictionary } from './retrieval/dictionary/dictionary'
import { createEmbeddedStore } from './retrieval/stores/embedded'
import { createQdrantStore } from './retrieval/stores/qdrant'
import { endTracing, startTracing } from './tracing/start'
import { outsideTraces } from './tracing/step'
import { createFailureLog, type NoteFailure } from './retrieval/failureLog'
import { guardedReranker } from './retrieval/rerankers/guarded'
import { createHttpReranker } from './retrieval/rerankers/http'
import { headPlaces, readHeads } from './records/auditHeads'
import { endSessionsWithoutFactor } from './records/secondFactor/endSessionsWithoutFactor'
import type { EmbeddingModel, Reranker, VectorStore } from './retrieval/types'
import { createPendingSeal, type PendingSeal } from './signIn/pending'
import { createSignInProvider, type SignInProvider } from './signIn/provider'

/** Everything that the rooms need from outside, chosen by the settings. Built once for a process. */
export interface Deps {
  env: Env
  payload: Payload
  store: VectorStore
  /** Null: words alone. */
  model: EmbeddingModel | null
  /** Which model answers, or why there is none and what to do. */
  modelReason: string
  /** Which words are of a language, so that they are not mended. */
  dictionary: Dictionary
  /** Null: the order of the search stands. */
  reranker: Reranker | null
  /** Reads questions and texts together; null: the words are read. */
  encoder: CrossEncoder | null
  /** What reads, or why the words alone are read. */
  encoderReason: string
  /** For bots whose answers may be generated. */
  languageModels: Models
  chunker: Chunker
  /** Where what comes from outside is parsed. */
  sandbox: Sandbox
  /** For what is compared and must not be guessed from what is stored. */
  keyedHash: KeyedHash
  /** The company’s own sign-in; null: passwords alone. */
  provider: SignInProvider | null
  /** Seals what a browser keeps while somebody is at the provider. */
  pendingSeal: PendingSeal
  /** Loaded when it is first asked for: clients take over a second, and most processes need none. */
  sourcePorts: () => Promise<SourcePorts>
  /** What the connector of a source may take. @param id the source's. */
  connectorSettings: (id: string) => ConnectorSettings
}

interface SourcePorts {
  /** What lists a source, by its kind. */
  connectors: ReturnType<typeof createConnectors>
  /** What reads a file, by its extension; with a server of Unstructured, more of them. Each runs in the sandbox. */
  loaders: ReturnType<typeof sandboxedLoaders>
}

/** Measured on the sets of evals/: see docs/adr/0005. */
export const DENSE_WEIGHT = 0.6

const shared = globalThis as typeof globalThis & { vouchDeps?: Promise<Deps> }

/** This process's dependencies; a failed start is tried again at the next call. */
export const getDeps = (): Promise<Deps> =>
  (shared.vouchDeps ??= outsideTraces(build).catch((error: unknown) => {
    delete shared.vouchDeps
    throw error
  }))

/** Ends worker threads and connections, so that a command line can exit. */
export const closeDeps = async (): Promise<void> => {
  const deps = await shared.vouchDeps
  delete shared.vouchDeps
  if (!deps) return
  stopAsking.get(deps)?.()
  deps.sandbox.close()
  await flushUses(deps.payload)
  await endTracing()
  await Promise.all([
    deps.store.close(),
    deps.model?.close?.(),
    deps.encoder?.close(),
    deps.dictionary.close(),
  ])
  await deps.payload.destroy()
}

const build = async (): Promise<Deps> => {
  const env = getEnv()
  // Not at the top: the configuration's job handlers need these dependencies in turn.
  const { default: config } = await import('../payload.config')
  const [payload, choice] = await Promise.all([getPayload({ config }), chooseEmbeddingModel(env)])
  await startTracing(env, (message) => payload.logger.warn(message))
  // Before anything is recorded or answered with it.
  await keyChain(payload, async () =>
    (await readHeads(headPlaces(env).file)).some(({ hash }) => hash.startsWith('hmac-')),
  )
  const note = createFailureLog((failure, sentence) => payload.logger.warn(failure, sentence))
  const store = env.QDRANT_URL
    ? createQdrantStore({
        url: env.QDRANT_URL,
        apiKey: env.QDRANT_API_KEY,
        cluster: {
          shards: env.QDRANT_SHARDS,
          replicas: env.QDRANT_REPLICAS,
          writeConsistency: env.QDRANT_WRITE_CONSISTENCY,
        },
      })
    : createEmbeddedStore({ file: path.join(env.dataDir, 'index.db') })
  await ensureIndexVersion(payload, {
    store,
    model: choice.model,
    chunker: chunker.id,
    denseWeight: DENSE_WEIGHT,
  })
  await retireBareHashes(payload)
  await endSessionsWithoutFactor(payload)
  const [active] = await indexVersionRows(payload, { state: { equals: 'active' } })
  const mismatch = active && settingsMismatch(active, { store, model: choice.model })
  if (mismatch) payload.logger.warn(mismatch)
  let ports: Promise<SourcePorts> | undefined
  const sandbox = createSandbox()
  const deps: Deps = {
    env,
    payload,
    store,
    model: choice.model,
    modelReason: choice.reason,
    dictionary: createDictionary({ noteFailure: (sentence) => payload.logger.warn(sentence) }),
    reranker: rerankerOf(env, note),
    ...chooseEncoder(env),
    languageModels: await chooseLanguageModels(env, note),
    chunker,
    keyedHash: createKeyedHash(sessionSecret(env)),
    provider: env.oidc && createSignInProvider(env.oidc, `${env.publicUrl}/sign-in/callback`),
    pendingSeal: createPendingSeal(sessionSecret(env)),
    sandbox,
    sourcePorts: () => (ports ??= loadSourcePorts(env, sandbox)),
    connectorSettings: connectorSettings(env, sandbox),
  }
  if (!choice.model && env.VOUCH_EMBEDDING_MODEL) takeModelLater(deps)
  return deps
}

/** Long enough for a server that loads its weights first. */
const PATIENT_MS = 60_000

/** Takes up a model whose server was not there at the start as soon as it is; an index without a text in it is made anew for it. */
const takeModelLater = (deps: Deps): void => {
  const { env, payload, store } = deps
  stopAsking.set(
    deps,
    connectLater(() => chooseEmbeddingModel(env, PATIENT_MS), {
      onFound: async ({ model, reason }) => {
        Object.assign(deps, { model, modelReason: reason })
        await replaceEmptyVersion(payload, {
          store,
          model,
          chunker: chunker.id,
          denseWeight: DENSE_WEIGHT,
        }).catch((error: unknown) =>
          payload.logger.error({ err: error, msg: 'The empty index was not made anew.' }),
        )
        payload.logger.warn(`The embedding model is there: ${reason}.`)
      },
    }),
  )
}

const stopAsking = new WeakMap<Deps, () => void>()

const rerankerOf = (env: Env, note: NoteFailure): Reranker | null =>
  env.VOUCH_RERANK_URL
    ? guardedReranker(
        createHttpReranker({
          url: env.VOUCH_RERANK_URL,
          apiKey: env.VOUCH_RERANK_KEY,
          model: env.VOUCH_RERANK_MODEL,
          timeoutMs: env.VOUCH_RERANK_TIMEOUT_MS,
        }),
        { note },
      )
    : null

/** Of one source: a site without an end must not fill the disk. */
const MAX_ITEMS = 100_000

const connectorSettings =
  ({ dataDir, sourceDirs, CONFLUENCE_EMAIL, CONFLUENCE_TOKEN, NOTION_TOKEN }: Env, sandbox: Sandbox) =>
  (id: string): ConnectorSettings => ({
    workDir: path.join(dataDir, 'sources', id),
    maxBytes: DEFAULT_LIMITS.maxBytes,
    maxItems: MAX_ITEMS,
    sandbox,
    sourceDirs,
    credentials: {
      ...(CONFLUENCE_TOKEN && { confluence: { email: CONFLUENCE_EMAIL ?? '', token: CONFLUENCE_TOKEN } }),
      ...(NOTION_TOKEN && { notion: { token: NOTION_TOKEN } }),
    },
  })

const loadSourcePorts = async (env: Env, sandbox: Sandbox): Promise<SourcePorts> => {
  // The AWS SDK tells whoever syncs a bucket that Node 20 is old; which Node Vouch runs on is not theirs to mend.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const { createConnectors } = await import('../ingestion/connectors/registry')
  const { UNSTRUCTURED_API_URL: url, UNSTRUCTURED_API_KEY: apiKey } = env
  return {
    connectors: createConnectors({
      allowPrivate: env.VOUCH_ALLOW_PRIVATE_HOSTS,
      publicUrl: env.publicUrl,
      environment: process.env,
    }),
    loaders: sandboxedLoaders(sandbox, url ? { url, ...(apiKey && { apiKey }) } : null),
  }
}
