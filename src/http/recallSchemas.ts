import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { FOLLOW_UP_STATES, RECALL_CAUSES } from '../vocabulary'
import { byId, json, PAGE, SESSION } from './openapiParts'

/** The contract of recalls. */

export const FollowUpSchema = z
  .strictObject({ note: z.string().trim().max(2000).default('') })
  .meta({ id: 'FollowUp', description: 'What the customer was told, without secrets.' })

export const RecallNoticeSchema = z
  .object({
    id: z.string().meta({ description: 'Of the recall.' }),
    releaseId: z.string().nullable(),
    title: z.string().nullable(),
    cause: z.enum(RECALL_CAUSES).nullable(),
    answers: z.int().meta({ description: 'Answers of this bot that cited the release.' }),
    acknowledgeBy: z
      .string()
      .meta({ description: 'From then on the bot’s keys stop until it has acknowledged.' }),
    acknowledgedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'RecallNotice' })
export type PublicNotice = z.infer<typeof RecallNoticeSchema>

export const RecalledAnswerSchema = z
  .object({
    receiptId: z.string().nullable(),
    conversationId: z.string().nullable(),
    answeredAt: z.string().nullable(),
    followUp: z.enum(FOLLOW_UP_STATES).nullable().meta({
      description: 'Of the conversation’s last such answer; null for the ones before it.',
    }),
    createdAt: z.string(),
  })
  .meta({ id: 'RecalledAnswer' })
export type PublicRecalled = z.infer<typeof RecalledAnswerSchema>

const page = (item: z.ZodType, id: string) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() }).meta({ id })

/** The calls about recalls, for OpenAPI. `problem` makes the answer of a refusal. */
export const recallPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = {
    '401': problem('No or unknown key.'),
    '403': problem('The key’s bot lacks the scope acknowledge:recalls.'),
  }
  return {
    '/recalls': {
      get: {
        operationId: 'recalls',
        summary: 'The recalls that this key’s bot was told of, the newest first',
        requestParams: { query: z.object({ ...PAGE, open: z.enum(['true', 'false']).optional() }) },
        responses: {
          '200': { description: 'A page of them.', content: json(page(RecallNoticeSchema, 'RecallList')) },
          '400': problem('A cursor or limit that cannot be used.'),
          ...refusals,
        },
      },
    },
    '/recalls/{id}': {
      get: {
        operationId: 'recalledAnswers',
        summary: 'The answers of this key’s bot that a recall lists',
        requestParams: { ...byId, query: z.object(PAGE) },
        responses: {
          '200': {
            description: 'A page of them.',
            content: json(page(RecalledAnswerSchema, 'RecalledAnswerList')),
          },
          '400': problem('A cursor or limit that cannot be used.'),
          ...refusals,
        },
      },
    },
    '/recalls/{id}/acknowledge': {
      post: {
        operationId: 'acknowledgeRecall',
        summary: 'Say that this key’s bot has acted on a recall; keys that were stopped for it work again',
        requestParams: byId,
        responses: {
          '200': {
            description: 'Since when it is acknowledged.',
            content: json(z.object({ acknowledgedAt: z.string() }).meta({ id: 'RecallAcknowledged' })),
          },
          ...refusals,
          '404': problem('This bot was told of no such recall.'),
        },
      },
    },
    '/recalls/{id}/follow-ups/{receipt}': {
      post: {
        operationId: 'finishFollowUp',
        summary: 'Say, as the person who is signed in, that a customer was told what is right now',
        security: SESSION,
        requestParams: { path: z.object({ id: z.string(), receipt: z.string() }) },
        requestBody: { required: true, content: json(FollowUpSchema) },
        responses: {
          '200': { description: 'It is done.', content: json(z.object({ state: z.literal('done') })) },
          '400': problem('Fields that cannot be used.'),
          '401': problem('Not signed in.'),
          '403': problem('Not by this person.'),
          '404': problem('No such follow-up.'),
        },
      },
    },
  }
}
