import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { AnsweredSchema, AnswerRequestSchema } from '../answer/schema'
import { ASSIST_LABELS, AUDIENCES, DEGRADATIONS, ESCALATION_REASONS } from '../vocabulary'
import { Agent } from './handoverSchemas'
import { byId, idempotencyKey, json, SESSION } from './openapiParts'

/** The contract of suggestions for a colleague in a live conversation. */

const { conversationId, locale, channel } = AnswerRequestSchema.shape

const LiveTurnSchema = z
  .strictObject({
    role: z.enum(['customer', 'bot', 'agent']).meta({ description: 'Who said it; agent: a colleague.' }),
    content: z.string().min(1).max(4_000),
  })
  .meta({ id: 'LiveTurn' })

export const AssistRequestSchema = z
  .strictObject({
    messages: z
      .array(LiveTurnSchema)
      .min(1)
      .max(51)
      .refine((turns) => turns.some(({ role, content }) => role === 'customer' && content.trim()), {
        error: 'The customer must have said something.',
      })
      .meta({ description: 'The conversation, oldest first.' }),
    bot: z.string().min(1).max(100).optional().meta({
      description: 'Of which bot; a person who is signed in says it, and a key is of one bot.',
    }),
    agent: Agent,
    conversationId,
    locale,
    channel,
  })
  .meta({ id: 'AssistRequest', description: 'A live conversation.' })

const { sentences, citations, confidence } = AnsweredSchema.shape
const document = z.object({ id: z.string(), collection: z.enum(['policies', 'faqs']), title: z.string() })
const source = { document, version: z.int(), releaseId: z.string() }

export const AssistSchema = z
  .object({
    id: z.string().meta({ description: 'For saying what came of it.' }),
    suggestedReplies: z
      .array(
        z.object({
          text: z.string().meta({ description: 'To send or to change; the words of public texts alone.' }),
          question: z.string().meta({ description: 'Which of the customer’s turns it answers.' }),
          sentences,
          citations,
          confidence,
        }),
      )
      .meta({ description: 'None where nothing approved answers.' }),
    clarify: z
      .object({ question: z.string(), options: z.array(z.string()) })
      .nullable()
      .meta({ description: 'What to ask the customer, where several texts fit.' }),
    nothingApproved: z.boolean().meta({
      description: 'Nothing approved that the customer may be told covers this: report the missing article.',
    }),
    message: z.string().meta({ description: 'The same for the colleague, in a sentence.' }),
    nextSteps: z.array(
      z.object({
        text: z.string(),
        from: z.object(source).nullable().meta({ description: 'The text that says so; null: Vouch’s own.' }),
      }),
    ),
    knowledge: z
      .array(
        z.object({
          ...source,
          headingPath: z.array(z.string()),
          text: z.string(),
          audience: z
            .enum(AUDIENCES)
            .meta({ description: 'Only what is public may be sent to the customer.' }),
          validFrom: z.string(),
        }),
      )
      .meta({
        description: 'For the colleague: what was found, agent texts among it where they may read them.',
      }),
    summary: z.object({
      text: z.string(),
      details: z.array(z.object({ kind: z.string(), text: z.string() })),
    }),
    sentiment: z.object({
      now: z.object({ label: z.enum(['calm', 'upset', 'angry']), why: z.array(z.string()) }),
      change: z.enum(['better', 'same', 'worse', 'unknown']),
    }),
    reason: z.enum(ESCALATION_REASONS).nullable().meta({
      description: 'Why the bot would have passed the latest turn to a person.',
    }),
    locale: z.string(),
    degraded: z.array(z.enum(DEGRADATIONS)),
  })
  .meta({ id: 'Assist' })
export type PublicAssist = z.infer<typeof AssistSchema>

export const AssistOutcomeSchema = z
  .strictObject({
    label: z.enum(ASSIST_LABELS).meta({ description: 'Sent as it was, sent in other words, or not sent.' }),
    suggestion: z.int().min(0).max(20).default(0).meta({ description: 'Which of them, from 0.' }),
    text: z.string().trim().min(1).max(8_000).optional().meta({
      description: 'What was sent in its place, or why it was rejected. Kept without secrets.',
    }),
    agent: Agent,
  })
  .refine(({ label, text }) => label !== 'edited' || text, {
    path: ['text'],
    error: 'Say what was sent in its place.',
  })
  .meta({ id: 'AssistOutcome' })

const EITHER: Record<string, string[]>[] = [{ key: [] }, ...SESSION]

/** For OpenAPI. `problem` makes the answer of a refusal. */
export const assistPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = {
    '400': problem('Fields that cannot be used.'),
    '401': problem('No or unknown key, and not signed in.'),
    '403': problem('The key’s bot lacks the scope, or the person does not work hand-overs.'),
  }
  return {
    '/assist': {
      post: {
        operationId: 'assist',
        summary:
          'Help a colleague in a live conversation: replies to send, next steps, knowledge, how the customer feels',
        security: EITHER,
        requestBody: { required: true, content: json(AssistRequestSchema) },
        responses: {
          '200': { description: 'What helps.', content: json(AssistSchema) },
          ...refusals,
          '404': problem('No such bot.'),
          '503': problem('There is more to do than can be done in time, or something is not working.'),
        },
      },
    },
    '/assist/{id}/outcome': {
      post: {
        operationId: 'reportAssist',
        summary: 'Say what came of a suggestion: used, edited or rejected',
        security: EITHER,
        requestParams: { ...byId, header: idempotencyKey() },
        requestBody: { required: true, content: json(AssistOutcomeSchema) },
        responses: {
          '201': {
            description: 'It is kept.',
            content: json(z.object({ id: z.string() }).meta({ id: 'KeptLabel' })),
          },
          ...refusals,
          '404': problem('No such suggestions of this bot.'),
        },
      },
    },
  }
}
