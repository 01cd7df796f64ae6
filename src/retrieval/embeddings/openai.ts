import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, AuthenticationError } from 'openai'
import PQueue from 'p-queue'
import { EmbeddingError } from '../../errors'
import type { EmbeddingModel, EmbeddingUsage } from '../types'
import { askedWaitMs, boundedFetch } from './boundedFetch'
import { batchesOf, toInput, type Input } from './inputs'
import { toUnitVector } from './toUnitVector'

interface OpenAIModelOptions {
  /** The model's name at the server. */
  model: string
  apiKey?: string
  /** Of any OpenAI-compatible server; OpenAI's own when missing. */
  baseURL?: string
  /** What the model answers with. Asked of the server with one short text when missing. */
  dimensions?: number
  /** Time limit of one request, in ms. */
  timeoutMs?: number
  retries?: number
  /** Requests for passages under way at once; questions do not queue. */
  concurrency?: number
}

interface Settings extends OpenAIModelOptions {
  client: OpenAI
  host: string
  usage: EmbeddingUsage
}

const OPENAI_URL = 'https://api.openai.com/v1'
/** Known without asking, so that a start does not depend on the network. */
const DIMENSIONS: Record<string, number> = {
  'text-embedding-3-small': 1_536,
  'text-embedding-3-large': 3_072,
  'text-embedding-ada-002': 1_536,
}

/**
 * An embedding model behind any OpenAI-compatible API, in bounded batches. Vectors are normalised here; anything but as
 * many sound vectors as were asked for is an error. The id names host, model and dimensions, so that no two of them ever
 * mix.
 * @throws {EmbeddingError} when `dimensions` is not given and the server cannot be asked.
 */
export async function createOpenAIModel(options: OpenAIModelOptions): Promise<EmbeddingModel> {
  const { model, apiKey, baseURL = OPENAI_URL, timeoutMs = 20_000, retries = 3, concurrency = 4 } = options
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL,
    timeout: timeoutMs,
    maxRetries: retries,
    fetch: boundedFetch,
  })
  const usage: EmbeddingUsage = { requests: 0, inputs: 0, tokens: 0 }
  const settings: Settings = { ...options, client, host: new URL(baseURL).host, usage }
  const dimensions =
    options.dimensions ??
    DIMENSIONS[model] ??
    (await request(settings, [toInput('dimensions')])).at(0)?.length ??
    0
  const passages = new PQueue({ concurrency })
  const embedBatch = async (batch: Input[]) =>
    (await request(settings, batch)).map((numbers) =>
      toUnitVector(numbers, { dimensions, from: `${model} at ${settings.host}` }),
    )
  return {
    id: `${settings.host}/${model}@${dimensions}`,
    dimensions,
    async embed(texts, kind) {
      const batches = batchesOf(texts.map(toInput))
      const embedded = await Promise.all(
        batches.map((batch) =>
          kind === 'query'
            ? embedBatch(batch)
            : passages.add(() => embedBatch(batch), { throwOnTimeout: true }),
        ),
      )
      return embedded.flat()
    },
    usage: () => ({ ...usage }),
  }
}

async function request({ client, host, model, dimensions, usage }: Settings, batch: Input[]) {
  const answer = await client.embeddings
    .create({
      model,
      input: batch.map(({ text }) => text),
      encoding_format: 'float',
      // Only these can be shortened; other servers refuse the parameter.
      ...(dimensions && model.startsWith('text-embedding-3') ? { dimensions } : {}),
    })
    .catch((error: unknown) => {
      throw toEmbeddingError({ error, host, model })
    })
  usage.requests++
  usage.inputs += batch.length
  usage.tokens += answer?.usage?.total_tokens ?? batch.reduce((sum, { tokens }) => sum + tokens, 0)
  const data: unknown = answer?.data
  if (!Array.isArray(data) || data.length !== batch.length)
    throw new EmbeddingError(
      `${model} at ${host} answered ${Array.isArray(data) ? data.length : 'no'} vectors for ${batch.length} texts. ` +
        'Check that the server is OpenAI-compatible.',
    )
  return inOrder(data)
}

/** Servers may answer out of order; `index` says which text a vector belongs to. */
function inOrder(data: { index?: unknown; embedding?: unknown }[]) {
  const vectors = data.map(({ embedding }) => embedding)
  const places = data.map(({ index }, i) => (typeof index === 'number' ? index : i))
  if (new Set(places).size !== data.length || places.some((place) => !(place in vectors)))
    return vectors as number[][]
  const ordered = Array.from<unknown>({ length: data.length })
  places.forEach((place, i) => (ordered[place] = vectors[i]))
  return ordered as number[][]
}

function toEmbeddingError({ error, host, model }: { error: unknown; host: string; model: string }) {
  if (error instanceof APIConnectionTimeoutError)
    return new EmbeddingError(`${host} did not embed in time. Check that it is up and not overloaded.`)
  if (error instanceof APIConnectionError)
    return new EmbeddingError(`${host} cannot be reached: ${causeOf(error)}. Check OPENAI_BASE_URL.`)
  if (error instanceof AuthenticationError)
    return new EmbeddingError(`${host} refused the key (401). Check OPENAI_API_KEY.`)
  if (error instanceof APIError && (error.status === 429 || error.status === 503)) {
    const wait = askedWaitMs(error.headers)
    const asked = wait === null ? '' : `, asked to wait ${Math.ceil(wait / 1_000)} s`
    return new EmbeddingError(
      `${host} is rate limited${asked} (${error.message}). Check the limits of its account.`,
    )
  }
  if (error instanceof APIError)
    return new EmbeddingError(`${host} would not embed with ${model}: ${error.message}`)
  return new EmbeddingError(`${host} answered something that is not JSON: ${causeOf(error)}`)
}

const causeOf = (error: unknown) => {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } }
  return cause?.code ?? cause?.message ?? message ?? String(error)
}
