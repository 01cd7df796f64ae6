import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, AuthenticationError } from 'openai'
import { EmbeddingError } from '../../errors'
import type { EmbeddingModel } from '../types'
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
}

type Settings = OpenAIModelOptions & { client: OpenAI; host: string }

const OPENAI_URL = 'https://api.openai.com/v1'
/** Known without asking, so that a start does not depend on the network. */
const DIMENSIONS: Record<string, number> = {
  'text-embedding-3-small': 1_536,
  'text-embedding-3-large': 3_072,
  'text-embedding-ada-002': 1_536,
}
/** Far under the 2,048 inputs and 300,000 tokens a request may hold. */
const BATCH = 96
/** The limit is 8,192 tokens an input, and a token is a character or more in nearly all text. */
const MAX_CHARACTERS = 8_000

/**
 * An embedding model behind any OpenAI-compatible API. Vectors are normalised here; anything but as many sound vectors
 * as were asked for is an error. The id names host, model and dimensions, so that no two of them ever mix.
 * @throws {EmbeddingError} when `dimensions` is not given and the server cannot be asked.
 */
export async function createOpenAIModel(options: OpenAIModelOptions): Promise<EmbeddingModel> {
  const { model, apiKey, baseURL = OPENAI_URL, timeoutMs = 20_000, retries = 3 } = options
  const client = new OpenAI({ apiKey: apiKey ?? 'none', baseURL, timeout: timeoutMs, maxRetries: retries })
  const settings: Settings = { ...options, client, host: new URL(baseURL).host }
  const dimensions =
    options.dimensions ?? DIMENSIONS[model] ?? (await request(settings, ['dimensions'])).at(0)?.length ?? 0
  return {
    id: `${settings.host}/${model}@${dimensions}`,
    dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = []
      for (let i = 0; i < texts.length; i += BATCH) {
        const answered = await request(settings, texts.slice(i, i + BATCH))
        for (const numbers of answered)
          vectors.push(toUnitVector(numbers, { dimensions, from: `${model} at ${settings.host}` }))
      }
      return vectors
    },
  }
}

async function request({ client, host, model, dimensions }: Settings, texts: string[]) {
  const answer = await client.embeddings
    .create({
      model,
      // The API refuses an empty input.
      input: texts.map((text) => text.slice(0, MAX_CHARACTERS) || ' '),
      encoding_format: 'float',
      // Only these can be shortened; other servers refuse the parameter.
      ...(dimensions && model.startsWith('text-embedding-3') ? { dimensions } : {}),
    })
    .catch((error: unknown) => {
      throw toEmbeddingError({ error, host, model })
    })
  const data: unknown = answer?.data
  if (!Array.isArray(data) || data.length !== texts.length)
    throw new EmbeddingError(
      `${model} at ${host} answered ${Array.isArray(data) ? data.length : 'no'} vectors for ${texts.length} texts. ` +
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
  if (error instanceof APIError)
    return new EmbeddingError(`${host} would not embed with ${model}: ${error.message}`)
  return new EmbeddingError(`${host} answered something that is not JSON: ${causeOf(error)}`)
}

const causeOf = (error: unknown) => {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } }
  return cause?.code ?? cause?.message ?? message ?? String(error)
}
