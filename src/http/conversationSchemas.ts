import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { MEASURE_TABLES } from '../commands/measures/measuresAsCsv'
import { ENDING_WORDS, ENDINGS, type Ending } from '../measures/ending'
import { DIMENSIONS } from '../measures/slices'
import { HANDOVER_STATES, RESOLVERS } from '../vocabulary'
import { idempotencyKey, json, SESSION } from './openapiParts'

/** The contract of what bots report of conversations, and of the measures made from it. */

export const OutcomeReportSchema = z
  .strictObject({
    resolved: z
      .boolean()
      .meta({ description: 'Whether the customer got what they came for, as far as the bot knows.' }),
    by: z.enum(RESOLVERS).optional().meta({
      description: 'Who resolved it. Left out: a person where it was handed over, else the bot.',
    }),
    reopened: z.boolean().optional().meta({
      description: 'The customer came back about it: it was not resolved after all.',
    }),
  })
  .meta({ id: 'OutcomeReport', description: 'The latest word counts.' })

export const FeedbackReportSchema = z
  .strictObject({
    csat: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .meta({ description: '1, very dissatisfied, to 5, very satisfied.' }),
    thumbs: z.enum(['up', 'down']).optional(),
    receiptId: z.string().min(1).max(100).optional().meta({ description: 'The answer that it is about.' }),
    comment: z.string().trim().min(1).max(4_000).optional().meta({ description: 'Kept without secrets.' }),
  })
  .refine(({ csat, thumbs, comment }) => csat !== undefined || thumbs || comment, {
    message: 'Give a rating, a thumb or a comment.',
  })
  .meta({ id: 'FeedbackReport' })

export const RepliesQuerySchema = z.object({
  handover: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'Its id, as the answer told it that passed the customer on.' }),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .meta({ description: 'How many replies you have already.' }),
})

export const RepliesSchema = z
  .object({
    state: z.enum(HANDOVER_STATES),
    by: z
      .string()
      .nullable()
      .meta({ description: 'The name of the colleague who has it; null while nobody has.' }),
    replies: z.array(
      z.object({
        id: z.string(),
        text: z.string().meta({ description: 'As the colleague wrote it.' }),
        by: z.string(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'Replies', description: 'What colleagues answered a customer who was passed to them.' })

const KeptSchema = z.object({ id: z.string() }).meta({ id: 'KeptReport' })

const rate = {
  count: z.int(),
  of: z.int(),
  share: z.number().nullable().meta({ description: 'count ÷ of; null where there is nothing to share.' }),
}
const Rate = z.object(rate)

const ended = Object.fromEntries(
  ENDINGS.map((ending) => [ending, z.int().meta({ description: ENDING_WORDS[ending].meaning })]),
) as Record<Ending, z.ZodInt>

/** Of the period and slice that are asked for. */
const measuresQuery = {
  from: z.string().optional().meta({ description: 'A day or an instant; 28 days before “to” unless given.' }),
  to: z
    .string()
    .optional()
    .meta({ description: 'A day, which counts whole, or an instant; now unless given.' }),
  topic: z.string().optional().meta({ description: 'A topic’s id; “-” is those without one.' }),
  bot: z.string().optional().meta({ description: 'A bot’s id; all of them unless given.' }),
  channel: z.string().optional().meta({ description: 'As bots call it; “-” is those that name none.' }),
  language: z.string().optional().meta({ description: 'Of the first question.', example: 'en' }),
}

const MeasuresSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, z.string().nullable()])),
    conversations: z.int(),
    outcomeKnown: Rate,
    aiResolution: Rate,
    resolvedByPeople: Rate,
    firstContactResolution: Rate,
    escalation: Rate,
    escalationByReason: z.array(z.object({ reason: z.string(), ...rate })),
    repeatContact: Rate,
    knowledgeGap: Rate,
    csat: z.object({ ...rate, average: z.number().nullable() }),
    thumbsUp: Rate,
    handlingTime: z.object({ handovers: z.int(), averageMinutes: z.number().nullable() }),
    days: z
      .array(
        z.object({
          day: z.string().meta({ example: '2026-11-01' }),
          days: z.int().meta({ description: '7 where a period has many days.' }),
          conversations: z.int(),
          ended: z.object(ended),
        }),
      )
      .meta({ description: 'How the conversations ended that began on each day (UTC).' }),
  })
  .meta({ id: 'Measures', description: 'Each is defined in docs/measures.md.' })

const byYourId = { path: z.object({ id: z.string().meta({ description: 'Your id of the conversation.' }) }) }

/** For OpenAPI. `problem` makes the answer of a refusal. */
export const conversationPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const report = (operationId: string, summary: string, body: z.ZodType) => ({
    post: {
      operationId,
      summary,
      requestParams: { ...byYourId, header: idempotencyKey() },
      requestBody: { required: true, content: json(body) },
      responses: {
        '201': { description: 'It is kept.', content: json(KeptSchema) },
        '400': problem('Fields that cannot be used.'),
        '401': problem('No or unknown key.'),
        '403': problem('The key’s bot lacks the scope write:outcomes.'),
        '404': problem('No such conversation of this bot.'),
      },
    },
  })
  return {
    '/conversations/{id}/outcome': report(
      'reportOutcome',
      'Say how a conversation ended',
      OutcomeReportSchema,
    ),
    '/conversations/{id}/feedback': report(
      'reportFeedback',
      'Say what the customer thought of it',
      FeedbackReportSchema,
    ),
    '/conversations/{id}/replies': {
      get: {
        operationId: 'replies',
        summary:
          'Who answers a customer that was passed to a person, and what they wrote. Ask every few seconds, then less often; a key of a page has an allowance of its own for it',
        requestParams: { ...byYourId, query: RepliesQuerySchema },
        responses: {
          '200': { description: 'What came since.', content: json(RepliesSchema) },
          '400': problem('A parameter that cannot be used.'),
          '401': problem('No or unknown key.'),
          '403': problem('The key’s bot lacks the scope answer.'),
          '404': problem('No such hand-over of this conversation.'),
          '429': problem('Too often; “Retry-After” says when to ask again.'),
        },
      },
    },
    '/measures': {
      get: {
        operationId: 'measures',
        summary: 'How well bots help: resolution, escalation, repeats, gaps and satisfaction of a period',
        security: SESSION,
        requestParams: {
          query: z.object(measuresQuery),
        },
        responses: {
          '200': { description: 'The measures.', content: json(MeasuresSchema) },
          '400': problem('A date that cannot be used.'),
          '401': problem('Not signed in.'),
          '403': problem('Agents work hand-overs; measures are for the others.'),
        },
      },
    },
    '/measures/export': {
      get: {
        operationId: 'exportMeasures',
        summary: 'The measures as a table (CSV), with the figures of each topic, bot, channel or language',
        security: SESSION,
        requestParams: {
          query: z.object({
            ...measuresQuery,
            table: z
              .enum(MEASURE_TABLES)
              .optional()
              .meta({ description: '“days”: how the conversations of each day ended.' }),
            by: z.enum(DIMENSIONS).optional(),
          }),
        },
        responses: {
          '200': { description: 'The table, as text/csv.' },
          '400': problem('A parameter that cannot be used.'),
          '401': problem('Not signed in.'),
          '403': problem('Agents work hand-overs; measures are for the others.'),
        },
      },
    },
  }
}
