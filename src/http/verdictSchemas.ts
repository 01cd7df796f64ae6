import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { TURN_LABELS } from '../answer/turn/labels'
import { GOVERNED_COLLECTIONS, VERDICTS } from '../vocabulary'
import { byId, file, json, SESSION } from './openapiParts'

/** The contract of what reviewers say of turns. */

export const VerdictSchema = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    note: z
      .string()
      .trim()
      .max(4_000)
      .optional()
      .meta({ description: 'Why, in the reviewer’s words. Kept without secrets.' }),
    missing: z.boolean().default(false).meta({
      description: 'Wrong or incomplete because nothing is written about it: it joins the backlog of gaps.',
    }),
    expected: z
      .strictObject({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) })
      .optional()
      .meta({ description: 'The text that would have answered it; an eval case is made of it.' }),
    label: z.enum(TURN_LABELS).optional().meta({
      description: 'What the turn is, where it should have gone to a person; “asks_for_person” unless told.',
    }),
    drawn: z.enum(['risk', 'random']).optional().meta({
      description: 'How its conversation came to be reviewed, as the queue says.',
    }),
  })
  .meta({ id: 'VerdictRequest', description: 'A person’s last word on a turn counts.' })

const VerdictResultSchema = z
  .object({
    id: z.string(),
    evalCase: z
      .object({ id: z.string(), active: z.boolean() })
      .nullable()
      .meta({ description: 'Off while two reviewers expect different things of it.' }),
    gapId: z.string().nullable(),
  })
  .meta({ id: 'VerdictResult', description: 'What came of a verdict.' })

/** For OpenAPI. `problem` makes the answer of a refusal. */
export const verdictPaths = (problem: (description: string) => ZodOpenApiResponseObject) => ({
  '/receipts/{id}/verdict': {
    post: {
      operationId: 'judgeAnswer',
      summary: 'Say as a reviewer whether what a bot did with a turn was right',
      security: SESSION,
      requestParams: byId,
      requestBody: { required: true, content: json(VerdictSchema) },
      responses: {
        '201': { description: 'It is kept.', content: json(VerdictResultSchema) },
        '400': problem('Fields that cannot be used.'),
        '401': problem('Not signed in.'),
        '403': problem('Neither QA reviewer nor compliance nor admin.'),
        '404': problem('No such receipt, or no such text.'),
        '410': problem('What the customer wrote in it was erased.'),
      },
    },
  },
  '/verdicts/examples': {
    get: {
      operationId: 'turnExamples',
      summary:
        'What reviewers say that turns are, one JSON document a line, as “vouch triggers fit” reads it',
      security: SESSION,
      responses: {
        '200': file('The messages with their labels.', 'application/jsonl'),
        '401': problem('Not signed in.'),
        '403': problem('Neither QA reviewer nor compliance nor admin.'),
      },
    },
  },
})
