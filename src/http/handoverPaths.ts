import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import {
  ArticleReportSchema,
  ClaimHandoverSchema,
  HandoverContactSchema,
  HandoverDossierSchema,
  HandoverListSchema,
  HandoverQuerySchema,
  HandoverSchema,
  NoteHandoverSchema,
  ReadContactSchema,
  ReplyHandoverSchema,
  ReportedArticleSchema,
  ResolveHandoverSchema,
  ReturnHandoverSchema,
} from './handoverSchemas'
import { byId, idempotencyKey, json, PAGE, SESSION } from './openapiParts'

const EITHER: Record<string, string[]>[] = [{ key: [] }, ...SESSION]

/** The calls of a desk, for OpenAPI. `problem` makes the answer of a refusal. */
export const handoverPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = {
    '401': problem('No or unknown key, and not signed in.'),
    '403': problem('The key’s bot lacks the scope, or the person does not work hand-overs.'),
  }
  const act = (operationId: string, summary: string, body: z.ZodType) => ({
    post: {
      operationId,
      summary,
      security: EITHER,
      requestParams: {
        ...byId,
        header: idempotencyKey('The same key does the same thing once.'),
      },
      requestBody: { required: true, content: json(body) },
      responses: {
        '200': { description: 'The hand-over as it is now.', content: json(HandoverSchema) },
        '400': problem('Fields that cannot be used.'),
        ...refusals,
        '404': problem('No such hand-over of this bot.'),
        '409': problem(
          'Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when.',
        ),
      },
    },
  })
  return {
    '/handovers': {
      get: {
        operationId: 'handovers',
        summary: 'What was passed to a person, the newest first; a key sees its own bot’s',
        security: EITHER,
        requestParams: {
          query: HandoverQuerySchema.extend(PAGE),
        },
        responses: {
          '200': { description: 'A page of hand-overs.', content: json(HandoverListSchema) },
          '400': problem('A parameter that cannot be used.'),
          ...refusals,
        },
      },
    },
    '/handovers/{id}': {
      get: {
        operationId: 'handover',
        summary: 'One hand-over with its package and what was done with it',
        security: EITHER,
        requestParams: byId,
        responses: {
          '200': { description: 'The hand-over.', content: json(HandoverDossierSchema) },
          ...refusals,
          '404': problem('No such hand-over of this bot.'),
        },
      },
    },
    '/handovers/{id}/contact': {
      post: {
        operationId: 'readHandoverContact',
        summary:
          'How the customer is reached: what they gave, and what the bot knew. That it was read is recorded',
        security: EITHER,
        requestParams: byId,
        requestBody: { required: true, content: json(ReadContactSchema) },
        responses: {
          '200': { description: 'What they gave.', content: json(HandoverContactSchema) },
          '400': problem('Fields that cannot be used.'),
          ...refusals,
          '404': problem('No such hand-over of this bot.'),
        },
      },
    },
    '/handovers/{id}/claim': act(
      'claimHandover',
      'Take a hand-over, so that nobody else does',
      ClaimHandoverSchema,
    ),
    '/handovers/{id}/note': act('noteOnHandover', 'Leave a note for colleagues', NoteHandoverSchema),
    '/handovers/{id}/reply': act('replyToHandover', 'Answer the customer', ReplyHandoverSchema),
    '/handovers/{id}/resolve': act('resolveHandover', 'Say that it is done', ResolveHandoverSchema),
    '/handovers/{id}/report': {
      post: {
        operationId: 'reportArticle',
        summary: 'Say that a text is missing or wrong, in a colleague’s words; it goes on the backlog',
        security: EITHER,
        requestParams: byId,
        requestBody: { required: true, content: json(ArticleReportSchema) },
        responses: {
          '201': { description: 'It is on the backlog.', content: json(ReportedArticleSchema) },
          '400': problem('Fields that cannot be used.'),
          ...refusals,
          '404': problem('No such hand-over of this bot, or no such text.'),
        },
      },
    },
    '/handovers/{id}/return': act(
      'returnHandover',
      'Give it back to the bot, with a summary',
      ReturnHandoverSchema,
    ),
  }
}
