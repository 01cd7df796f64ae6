import { z } from 'zod'
import { AnswerRequestSchema } from '../../answer/schema'

/**
 * What OpenAI's clients send. Parameters that choose how a model writes are read over: nothing here is written by one. What
 * would make an answer something else than approved words, or that could not be honoured, is refused and named.
 */

const MOST_MESSAGES = 1_000

const { conversationId, locale, channel, customer, asOf, metadata } = AnswerRequestSchema.shape

const VouchFieldsSchema = z
  .strictObject({ conversationId, locale, channel, customer, asOf })
  .meta({ id: 'VouchFields', description: 'What only Vouch knows of a request; send it with `extra_body`.' })

/** Text, or a part of another kind that is named where it cannot be read. */
const PartSchema = z
  .looseObject({
    type: z.string().max(100).meta({ example: 'text' }),
    text: z.string().optional(),
    refusal: z.string().optional(),
  })
  .meta({ id: 'OpenAIContentPart' })
export type OpenAIPart = z.infer<typeof PartSchema>

const ContentSchema = z.union([z.string(), z.array(PartSchema).max(1_000), z.null()])

const ChatMessageSchema = z
  .looseObject({
    role: z.string().max(50).meta({
      description: '“user” and “assistant” are the conversation; instructions and tools are not read.',
      example: 'user',
    }),
    content: ContentSchema.optional(),
    refusal: z.string().nullish(),
  })
  .meta({ id: 'OpenAIMessage' })

/** Only a turn of words has a role here; calls, results and reasoning do not. */
const InputItemSchema = z
  .looseObject({
    type: z.string().max(100).optional(),
    role: z.string().max(50).optional(),
    content: ContentSchema.optional(),
  })
  .meta({ id: 'OpenAIInputItem' })

const only = <Value extends string | number | boolean>(value: Value, why: string) =>
  z.literal(value, why).nullish()

/** An unset choice, or one that leaves answering in words open. */
const ToolChoiceSchema = z
  .enum(['none', 'auto'], 'A tool cannot be required: this answers in words.')
  .nullish()

const TextFormatSchema = z
  .looseObject({ type: z.literal('text', 'Answers are approved words, and cannot be put into JSON.') })
  .nullish()

const common = {
  model: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Any name; the bot’s key chooses.', example: 'vouch' }),
  stream: z.boolean().nullish(),
  user: z.string().nullish().meta({ description: 'Your id of the customer; kept by a pseudonym alone.' }),
  safety_identifier: z.string().nullish(),
  metadata: metadata.nullish(),
  tool_choice: ToolChoiceSchema,
  vouch: VouchFieldsSchema.optional(),
}

export const ChatCompletionRequestSchema = z
  .looseObject({
    ...common,
    messages: z.array(ChatMessageSchema).min(1).max(MOST_MESSAGES),
    n: only(1, 'There is one answer to a question: n is 1.'),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    response_format: TextFormatSchema,
    modalities: z.array(z.literal('text', 'Only text is answered.')).nullish(),
  })
  .meta({
    id: 'ChatCompletionRequest',
    description: 'As OpenAI’s Chat Completions has it; the last user message is the question.',
  })
export type ChatCompletionRequest = z.infer<typeof ChatCompletionRequestSchema>

export const ResponseRequestSchema = z
  .looseObject({
    ...common,
    input: z.union([z.string(), z.array(InputItemSchema).min(1).max(MOST_MESSAGES)]),
    previous_response_id: z.string().max(200).nullish(),
    background: only(false, 'Answers are given at once, and not in the background.'),
    conversation: z
      .null('Conversations are not kept here. Send the earlier turns, or previous_response_id.')
      .optional(),
    text: z.looseObject({ format: TextFormatSchema }).nullish(),
  })
  .meta({
    id: 'ResponseRequest',
    description: 'As Open Responses has it; the last user message is the question.',
  })
export type ResponseRequest = z.infer<typeof ResponseRequestSchema>
