import { z } from 'zod'
import { AnswerResponseSchema } from '../../answer/schema'

/** What OpenAI's clients are told, for the contract: what is of use of it, and what is always the same. */

const placed = {
  start_index: z.int().meta({ description: 'Where the sentence stands in the message.' }),
  end_index: z.int(),
  url: z.string().meta({ description: 'Where the signed text is read, in the admin.' }),
  title: z.string(),
}

export const ChatCompletionSchema = z
  .object({
    id: z.string().meta({ example: 'chatcmpl-<receiptId>' }),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.literal('vouch'),
    choices: z
      .array(
        z.looseObject({
          index: z.literal(0),
          message: z.looseObject({
            role: z.literal('assistant'),
            content: z.string(),
            refusal: z
              .string()
              .nullable()
              .meta({ description: 'Of a question that is refused; the content too.' }),
            annotations: z
              .array(z.object({ type: z.literal('url_citation'), url_citation: z.object(placed) }))
              .optional(),
          }),
          finish_reason: z.literal('stop'),
        }),
      )
      .length(1),
    usage: z
      .looseObject({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() })
      .meta({ description: 'Of a model that worded the answer; none did where the texts are quoted.' }),
    vouch: AnswerResponseSchema,
  })
  .loose()
  .meta({ id: 'ChatCompletion' })

export const OpenAIResponseSchema = z
  .object({
    id: z.string().meta({ example: 'resp_<receiptId>' }),
    object: z.literal('response'),
    created_at: z.int(),
    model: z.literal('vouch'),
    status: z.literal('completed'),
    previous_response_id: z.string().nullable(),
    output: z
      .array(
        z.looseObject({
          id: z.string(),
          type: z.literal('message'),
          role: z.literal('assistant'),
          content: z
            .array(
              z.discriminatedUnion('type', [
                z.looseObject({
                  type: z.literal('output_text'),
                  text: z.string(),
                  annotations: z.array(z.object({ type: z.literal('url_citation'), ...placed })),
                }),
                z.object({ type: z.literal('refusal'), refusal: z.string() }),
              ]),
            )
            .length(1),
        }),
      )
      .length(1),
    vouch: AnswerResponseSchema,
  })
  .loose()
  .meta({ id: 'OpenAIResponse' })

export const OpenAIModelSchema = z
  .object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() })
  .meta({ id: 'OpenAIModel' })

export const OpenAIErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
      vouch: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .meta({ id: 'OpenAIError' })
