import { z } from 'zod'
import { OPENAI_BASE } from '../edge/paths'
import { idempotencyKey, json } from '../openapiParts'
import { ChatCompletionRequestSchema, ResponseRequestSchema } from './requestSchemas'
import {
  ChatCompletionSchema,
  OpenAIErrorSchema,
  OpenAIModelSchema,
  OpenAIResponseSchema,
} from './responseSchemas'

const refused = (description: string) => ({ description, content: json(OpenAIErrorSchema) })

const keyed = {
  '401': refused('No or unknown key.'),
  '403': refused('The key’s bot lacks the scope answer.'),
  '429': refused('Over the bot’s limit.'),
  '503': refused('Something that this needs is broken.'),
}

const asking = (o: {
  operationId: string
  summary: string
  body: z.ZodType
  told: z.ZodType
  events: string
}) => ({
  servers: [{ url: '/' }],
  post: {
    operationId: o.operationId,
    summary: o.summary,
    requestParams: { header: idempotencyKey() },
    requestBody: { required: true, content: json(o.body) },
    responses: {
      '200': {
        description:
          'The answer; the whole of it stands in “vouch”. With “stream” as events. The receipt is stored before the first byte.',
        content: {
          ...json(o.told),
          'text/event-stream': { schema: z.string().meta({ description: o.events }) },
        },
      },
      '400': refused('Malformed JSON, or parameters that cannot be honoured.'),
      ...keyed,
      '409': refused('The idempotency key came with another request.'),
      '413': refused('The body is too large.'),
      '415': refused('Not JSON.'),
    },
  },
})

/** The calls of OpenAI's clients, for OpenAPI. They stand beside `/api/v1`. */
export const openAiPaths = {
  [`${OPENAI_BASE}/chat/completions`]: asking({
    operationId: 'chatCompletion',
    summary: 'Answer the last user message, as OpenAI’s Chat Completions',
    body: ChatCompletionRequestSchema,
    told: ChatCompletionSchema,
    events: 'chat.completion.chunk*, then [DONE].',
  }),
  [`${OPENAI_BASE}/responses`]: asking({
    operationId: 'response',
    summary: 'Answer the last user message, as Open Responses',
    body: ResponseRequestSchema,
    told: OpenAIResponseSchema,
    events: 'response.created, then deltas, then response.completed.',
  }),
  [`${OPENAI_BASE}/models`]: {
    servers: [{ url: '/' }],
    get: {
      operationId: 'models',
      summary: 'The models that a key may ask: one',
      responses: {
        '200': {
          description: 'The list.',
          content: json(z.object({ object: z.literal('list'), data: z.array(OpenAIModelSchema) })),
        },
        ...keyed,
      },
    },
  },
  [`${OPENAI_BASE}/models/{model}`]: {
    servers: [{ url: '/' }],
    get: {
      operationId: 'model',
      requestParams: { path: z.object({ model: z.string() }) },
      responses: {
        '200': { description: 'The model.', content: json(OpenAIModelSchema) },
        ...keyed,
        '404': refused('There is no such model.'),
      },
    },
  },
}
