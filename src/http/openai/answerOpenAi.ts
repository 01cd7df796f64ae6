import type { AnswerRequest } from '../../answer/schema'
import { signedShareHeader } from '../../answer/signedShare'
import type { Bot } from '../../../payload-types'
import type { Deps } from '../../deps'
import { askBot, authenticateToAsk, whenWarm } from '../askBot'
import { idempotencyKeyOf } from '../idempotencyKey'
import { readJson } from '../readJson'
import { route } from '../route'
import { chatChunks, chatCompletion, type Telling } from './chatCompletion'
import { openAiErrorResponse } from './errors'
import { conversationUpTo } from './previous'
import { questionOf, turnsOfInput, turnsOfMessages } from './questionOf'
import { ChatCompletionRequestSchema, ResponseRequestSchema } from './requestSchemas'
import { responseEvents, responseOf } from './response'
import { eventsResponse } from './stream'
import type { z } from 'zod'

/** A route of OpenAI's shape: its body as a question, and the answer in that shape again. */
const openAiRoute = <Schema extends z.ZodType>(o: {
  schema: Schema
  questionOf: (deps: Deps, bot: Bot, body: z.infer<Schema>) => Promise<AnswerRequest> | AnswerRequest
  respond: (telling: Telling, body: z.infer<Schema>, headers: Record<string, string>) => Response
}) =>
  route(
    ({ request, requestId, deps }) =>
      whenWarm(deps, async (cameAt) => {
        const { bot, rateLimitHeaders } = await authenticateToAsk(deps, request)
        const { value: body } = await readJson(request, o.schema)
        const asked = {
          bot,
          request: await o.questionOf(deps, bot, body),
          requestId,
          idempotencyKey: idempotencyKeyOf(request),
          signal: request.signal,
        }
        const answer = await askBot(deps, asked, cameAt)
        const linkTo = (releaseId: string) => `${deps.env.publicUrl}/admin/collections/releases/${releaseId}`
        return o.respond({ answer, at: Date.now(), linkTo }, body, rateLimitHeaders)
      }),
    openAiErrorResponse,
  )

const whole = ({ answer }: Telling, headers: Record<string, string>) => ({
  headers: { ...headers, ...signedShareHeader(answer) },
})

/** POST /v1/chat/completions */
export const answerChat = openAiRoute({
  schema: ChatCompletionRequestSchema,
  questionOf: (_deps, _bot, body) => questionOf({ turns: turnsOfMessages(body.messages), request: body }),
  respond: (telling, body, headers) => {
    if (!body.stream) return Response.json(chatCompletion(telling), whole(telling, headers))
    const chunks = chatChunks({ ...telling, includeUsage: Boolean(body.stream_options?.include_usage) })
    return eventsResponse(
      [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}`), 'data: [DONE]'],
      headers,
    )
  },
})

/** POST /v1/responses */
export const answerResponse = openAiRoute({
  schema: ResponseRequestSchema,
  questionOf: async ({ payload }, bot, body) =>
    questionOf({
      turns: turnsOfInput(body.input),
      request: body,
      ...(await conversationUpTo(payload, bot, body.previous_response_id)),
    }),
  respond: (telling, body, headers) => {
    const told = {
      ...telling,
      echoed: { previous_response_id: body.previous_response_id ?? null, metadata: body.metadata ?? {} },
    }
    if (!body.stream) return Response.json(responseOf(told), whole(telling, headers))
    const events = responseEvents(told).map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}`)
    return eventsResponse(events, headers)
  },
})
