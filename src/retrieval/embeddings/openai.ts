import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, AuthenticationError } from 'openai'
import PQueue from 'p-queue'
import { EmbeddingError } from '../../errors'
import type { EmbeddingModel, EmbeddingUsage } from '../types'
import { askedWaitMs, boundedFetch } from './boundedFetch'
import { conventionId, conventionOf, type EmbeddingConvention } from './conventions'
import { BATCH_INPUTS, batchesOf, toInput, type Input } from './inputs'
import { toUnitVector } from './toUnitVector'

interface OpenAIModelOptions {
  /** The model's name at the server. */
  model: string
  apiKey?: string | undefined
  /** Of any OpenAI-compatible server; OpenAI's own when missing. */
  baseURL?: string | undefined
  /** What the model answers with. Asked of the server with one short text when missing. */
  dimensions?: number | undefined
  /** Whether the server is told the dimensions, for models that can be shortened. */
  shortened?: boolean | undefined
  /** Questions and passages told apart as the model wants it; as is known of it unless told. */
  convention?: EmbeddingConvention | undefined
  /** The most texts in one request. */
  batch?: number | undefined
  /** Time limit of one request, in ms. */
  timeoutMs?: number | undefined
  retries?: number
  /** Requests for passages under way at once; questions do not queue. */
  concurrency?: number | undefined
}

interface Settings extends OpenAIModelOptions {
  convention: EmbeddingConvention
  /** What this server was found to take in one request. */
  most: number
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
  const { batch = BATCH_INPUTS, convention = conventionOf(model) } = options
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL,
    timeout: timeoutMs,
    maxRetries: retries,
    fetch: boundedFetch,
  })
  const usage: EmbeddingUsage = { requests: 0, inputs: 0, tokens: 0 }
  const host = new URL(baseURL).host
  const settings: Settings = { ...options, client, host, usage, convention, most: batch }
  const dimensions =
    options.dimensions ??
    DIMENSIONS[model] ??
    (await request(settings, [toInput(`${convention.prefix.query}dimensions`)], 'query')).at(0)?.length ??
    0
  const passages = new PQueue({ concurrency })
  const embedBatch = async (inputs: Input[], kind: Kind) =>
    (await requestWithin(settings, inputs, kind)).map((numbers) =>
      toUnitVector(numbers, { dimensions, from: `${model} at ${settings.host}` }),
    )
  return {
    id: `${host}/${model}@${dimensions}${conventionId(convention)}`,
    dimensions,
    async embed(texts, kind) {
      const inputs = texts.map((text) => toInput(`${convention.prefix[kind]}${text}`))
      const batches = batchesOf(inputs, settings.most)
      const embedded = await Promise.all(
        batches.map((each) =>
          kind === 'query'
            ? embedBatch(each, kind)
            : passages.add(() => embedBatch(each, kind), { throwOnTimeout: true }),
        ),
      )
      return embedded.flat()
    },
    usage: () => ({ ...usage }),
  }
}

/** A batch, in halves where the server takes fewer texts at once, which is remembered. */
async function requestWithin(settings: Settings, batch: Input[], kind: Kind): Promise<number[][]> {
  if (batch.length > settings.most) return inHalves(settings, batch, kind)
  try {
    return await request(settings, batch, kind)
  } catch (error) {
    if (!(error instanceof TooManyInputs) || batch.length === 1) throw error
    settings.most = Math.min(settings.most, Math.ceil(batch.length / 2))
    return inHalves(settings, batch, kind)
  }
}

async function inHalves(settings: Settings, batch: Input[], kind: Kind): Promise<number[][]> {
  const middle = Math.ceil(batch.length / 2)
  const first = await requestWithin(settings, batch.slice(0, middle), kind)
  return [...first, ...(await requestWithin(settings, batch.slice(middle), kind))]
}

/** Each server says in its own words that a request held too many texts. */
class TooManyInputs extends EmbeddingError {}
const TOO_MANY =
  /batch.{0,20}(?:size|length)|maximum allowed batch|too many inputs|input.{0,40}(?:larger|more) than \d+|length limit exceeded/i

type Kind = 'query' | 'passage'

async function request(settings: Settings, batch: Input[], kind: Kind) {
  const { client, host, model, dimensions, usage, convention, shortened } = settings
  const answer = await client.embeddings
    .create({
      model,
      input: batch.map(({ text }) => text),
      encoding_format: 'float',
      // Only these can be shortened; other servers refuse the parameter.
      ...(dimensions && (shortened ?? model.startsWith('text-embedding-3')) ? { dimensions } : {}),
      ...(convention.inputType && { input_type: convention.inputType[kind] }),
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
  if (error instanceof APIError && (error.status === 413 || TOO_MANY.test(error.message)))
    return new TooManyInputs(
      `${host} takes fewer texts at once. Set VOUCH_EMBEDDING_BATCH. It said: ${error.message}`,
    )
  if (error instanceof APIError)
    return new EmbeddingError(`${host} would not embed with ${model}: ${error.message}`)
  return new EmbeddingError(`${host} answered something that is not JSON: ${causeOf(error)}`)
}

const causeOf = (error: unknown) => {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } }
  return cause?.code ?? cause?.message ?? message ?? String(error)
}
