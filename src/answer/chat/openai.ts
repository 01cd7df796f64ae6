import OpenAI, { APIConnectionError, APIError, APIUserAbortError, AuthenticationError } from 'openai'
import { z } from 'zod'
import { ChatError } from '../../errors'
import { boundedFetchUpTo } from '../../retrieval/embeddings/boundedFetch'
import { withTimeLimit, type TimeLimit } from '../../timeLimit'
import { withinTime } from '../withinTime'
import { FULL_DIALECT, plainerDialect, type Dialect } from './dialect'
import { readReply } from './reply'
import type { ChatModel, ChatRequest, ChatUsage } from './types'

interface OpenAIChatOptions {
  /** The model's name at the server. */
  model: string
  apiKey?: string | undefined
  /** Of any OpenAI-compatible server; OpenAI's own when missing. */
  baseURL?: string | undefined
  retries?: number
}

interface Settings {
  client: OpenAI
  model: string
  host: string
  /** What this server was found to understand. */
  dialect: Dialect
}

const OPENAI_URL = 'https://api.openai.com/v1'
/** A reply of a few sentences has a few KiB; more is not worth reading. */
const MOST_BYTES = 256 * 1024

/**
 * A language model behind any OpenAI-compatible chat API, asked for structured output at temperature 0. A server that
 * refuses the schema is asked for a JSON object, then for plain text, with the schema in the prompt; whatever comes back
 * is parsed by the schema here.
 */
export const createOpenAIChat = (options: OpenAIChatOptions): ChatModel => {
  const { model, apiKey, baseURL = OPENAI_URL, retries = 2 } = options
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL,
    maxRetries: retries,
    fetch: boundedFetchUpTo(MOST_BYTES),
  })
  const settings: Settings = { client, model, host: new URL(baseURL).host, dialect: FULL_DIALECT }
  const total = { requests: 0, promptTokens: 0, completionTokens: 0 }
  return {
    id: `${settings.host}/${model}`,
    async complete(request) {
      // The client waits out a Retry-After whatever its signal says.
      const completion = await withinTime(() => ask(settings, request), request.withinMs).catch(
        (error: unknown) => {
          throw error instanceof ChatError ? error : tooLate(settings)
        },
      )
      const usage = usageOf(completion)
      total.requests++
      total.promptTokens += usage.promptTokens
      total.completionTokens += usage.completionTokens
      return { value: readReply(completion, request.schema, `${model} at ${settings.host}`), usage }
    },
    usage: () => ({ ...total }),
  }
}

/** One completion, in the plainest dialect that the server was found to need. */
const ask = <Value>(settings: Settings, request: ChatRequest<Value>): Promise<unknown> => {
  // The client takes whole milliseconds alone.
  const ms = Math.max(1, Math.round(request.withinMs))
  return withTimeLimit({ ms, signals: [request.signal] }, (limit) =>
    askPlainer(settings, request, { limit, timeout: ms }),
  )
}

const askPlainer = async <Value>(
  settings: Settings,
  request: ChatRequest<Value>,
  { limit, timeout }: { limit: TimeLimit; timeout: number },
): Promise<unknown> => {
  const { signal } = limit
  for (;;) {
    const { dialect } = settings
    try {
      const body = bodyOf(settings.model, dialect, request)
      return await settings.client.chat.completions.create(body, { signal, timeout })
    } catch (error) {
      const plainer = refusalOf(error, dialect)
      if (!plainer) throw toChatError(error, settings, limit.isOver())
      settings.dialect = plainer
    }
  }
}

const refusalOf = (error: unknown, dialect: Dialect): Dialect | null =>
  error instanceof APIError && (error.status === 400 || error.status === 422)
    ? plainerDialect(dialect, error.message)
    : null

const bodyOf = <Value>(model: string, dialect: Dialect, request: ChatRequest<Value>) => {
  const schema = z.toJSONSchema(request.schema)
  const { format } = dialect
  const inWords = `${request.system}\n\nReply with one JSON object and nothing else. Its JSON Schema:\n${JSON.stringify(schema)}`
  return {
    model,
    messages: [
      { role: 'system' as const, content: format === 'json_schema' ? request.system : inWords },
      { role: 'user' as const, content: request.user },
    ],
    [dialect.limit]: request.maxTokens,
    ...(dialect.temperature && { temperature: 0 }),
    ...(format === 'json_object' && { response_format: { type: 'json_object' as const } }),
    ...(format === 'json_schema' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: request.schemaName, strict: true, schema },
      },
    }),
  }
}

const UsageSchema = z.object({
  usage: z.object({
    prompt_tokens: z.number().catch(0),
    completion_tokens: z.number().catch(0),
  }),
})

const usageOf = (completion: unknown): ChatUsage => {
  const { data } = UsageSchema.safeParse(completion)
  return {
    promptTokens: data?.usage.prompt_tokens ?? 0,
    completionTokens: data?.usage.completion_tokens ?? 0,
  }
}

const tooLate = ({ host, model }: Settings): ChatError =>
  new ChatError(`${model} at ${host} did not answer in time.`)

const toChatError = (error: unknown, settings: Settings, late: boolean): ChatError => {
  const { host, model } = settings
  if (late) return tooLate(settings)
  if (error instanceof APIUserAbortError) return new ChatError('Nobody waits for the answer any more.')
  if (error instanceof APIConnectionError)
    return new ChatError(`${host} cannot be reached. Check VOUCH_CHAT_BASE_URL or OPENAI_BASE_URL.`)
  if (error instanceof AuthenticationError)
    return new ChatError(`${host} refused the key (401). Check VOUCH_CHAT_API_KEY or OPENAI_API_KEY.`)
  if (error instanceof APIError)
    return new ChatError(`${model} at ${host} would not answer: ${error.message}`)
  return new ChatError(`${host} answered something that cannot be read: ${String(error)}`)
}
