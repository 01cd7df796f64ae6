import OpenAI, { APIError } from 'openai'
import { ChatError } from '../../errors'
import { boundedFetchUpTo } from '../../retrieval/embeddings/boundedFetch'
import { withTimeLimit, type TimeLimit } from '../../timeLimit'
import type { ReasoningEffort } from '../../vocabulary'
import { startBudget } from '../withinTime'
import { inAttempts } from './openaiAttempts'
import { bodyOf } from './body'
import { createBreaker, type BreakerOptions } from '../../retrieval/breaker'
import { plainerDialect, rememberDialect, type Dialect } from './dialect'
import { toChatError } from './openaiFaults'
import { readReply } from './reply'
import { step, type Attributes } from '../../tracing/step'
import type { ChatLimits, ChatModel, ChatRequest, ChatUsage } from './types'
import { addUsage, NO_USAGE, usageOf } from './usage'

interface OpenAIChatOptions extends ChatLimits {
  /** The model's name at the server. */
  model: string
  apiKey?: string | undefined
  /** Of any OpenAI-compatible server; OpenAI's own when missing. */
  baseURL?: string | undefined
  retries?: number
  /** How hard a reasoning model thinks; as it does by itself unless told. */
  effort?: ReasoningEffort | undefined
  /** Tokens that it may think beside its reply; by its effort unless told. */
  thinkingTokens?: number | undefined
  breaker?: BreakerOptions
  /** Epoch milliseconds. */
  now?: () => number
}

interface Settings {
  client: OpenAI
  model: string
  host: string
  retries: number
  maxTokens: number | undefined
  effort: ReasoningEffort | undefined
  thinkingTokens: number
  /** What this server was found to understand. */
  dialect: ReturnType<typeof rememberDialect>
}

const OPENAI_URL = 'https://api.openai.com/v1'
/** A reply of a few sentences has a few KiB, and what was thought before it some more; the rest is not worth reading. */
const MOST_BYTES = 256 * 1024
/** What an effort takes, roughly; the reply's own tokens come on top. */
const THINKING: Record<ReasoningEffort, number> = {
  none: 0,
  minimal: 500,
  low: 2_000,
  medium: 8_000,
  high: 24_000,
}

/**
 * A language model behind any OpenAI-compatible chat API, asked for structured output at temperature 0. A server that
 * refuses the schema is asked for a JSON object, then for plain text; whatever comes back is parsed by the schema here. A
 * server that is away is left alone for a while.
 */
export function createOpenAIChat(options: OpenAIChatOptions): ChatModel {
  const settings = settingsOf(options)
  const { model, host } = settings
  const breaker = createBreaker(
    options.breaker ?? {},
    () =>
      new ChatError(`${model} at ${host} failed several times and is left alone for a while.`, {
        fault: 'not_asked',
      }),
  )
  let total: ChatUsage & { requests: number } = { ...NO_USAGE, requests: 0 }
  return {
    id: `${host}/${model}`,
    limits: { contextTokens: options.contextTokens, maxTokens: options.maxTokens },
    async complete(request) {
      const { completion, usage } = await step(
        `chat ${model}`,
        async ({ set }) => {
          const reply = await breaker(() => ask(settings, request))
          const spent = usageOf(reply)
          set({
            'gen_ai.usage.input_tokens': spent.promptTokens,
            'gen_ai.usage.output_tokens': spent.completionTokens,
          })
          return { completion: reply, usage: spent }
        },
        { kind: 'client', attributes: spanOf(settings, request) },
      )
      total = { ...addUsage(total, usage), requests: total.requests + 1 }
      return { value: readReply(completion, request.schema, `${model} at ${host}`), usage }
    },
    usage: () => ({ ...total }),
  }
}

/** What is asked of whom, by the conventions for generative AI; nothing of the question. */
const spanOf = (
  { model, host }: Settings,
  { maxTokens, schemaName }: Pick<ChatRequest<unknown>, 'maxTokens' | 'schemaName'>,
): Attributes => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': model,
  'gen_ai.request.max_tokens': maxTokens,
  'gen_ai.output.type': 'json',
  'server.address': host,
  'vouch.schema': schemaName,
})

function settingsOf(options: OpenAIChatOptions): Settings {
  const { model, apiKey, baseURL = OPENAI_URL, retries = 2, effort, maxTokens, now } = options
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL,
    // The client waits out a Retry-After whatever its signal says: see openaiAttempts.ts.
    maxRetries: 0,
    fetch: boundedFetchUpTo(MOST_BYTES),
  })
  return {
    client,
    model,
    host: new URL(baseURL).host,
    retries,
    maxTokens,
    effort,
    thinkingTokens: options.thinkingTokens ?? (effort ? THINKING[effort] : 0),
    dialect: rememberDialect(now),
  }
}

/** One completion, in the plainest dialect that the server was found to need. */
const ask = <Value>(settings: Settings, request: ChatRequest<Value>): Promise<unknown> => {
  // The client takes whole milliseconds alone.
  const ms = Math.max(1, Math.round(request.withinMs))
  const budget = startBudget(ms)
  return withTimeLimit({ ms, signals: [request.signal] }, (limit) =>
    inAttempts(() => askPlainer(settings, request, limit, ms), {
      retries: settings.retries,
      left: budget.left,
      signal: limit.signal,
    }).catch((error: unknown) => {
      throw toChatError(error, settings, limit.isOver())
    }),
  )
}

async function askPlainer<Value>(
  settings: Settings,
  request: ChatRequest<Value>,
  { signal }: TimeLimit,
  timeout: number,
): Promise<unknown> {
  for (;;) {
    const dialect = settings.dialect.now()
    try {
      const body = bodyOf(settings, dialect, request)
      return await settings.client.chat.completions.create(body, { signal, timeout })
    } catch (error) {
      const plainer = refusalOf(error, dialect)
      if (!plainer) throw error
      settings.dialect.remember(plainer)
    }
  }
}

const refusalOf = (error: unknown, dialect: Dialect): Dialect | null =>
  error instanceof APIError && (error.status === 400 || error.status === 422)
    ? plainerDialect(dialect, error.message)
    : null
