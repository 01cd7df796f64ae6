import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { AnswerRequestSchema, CitationSchema } from '../answer/schema'
import { UNCOVERED_BECAUSE } from '../assist/types'
import { ARTICLE_FAULTS } from '../commands/assist/reportArticle'
import {
  ASSIST_OUTCOMES,
  AUDIENCES,
  DEGRADATIONS,
  ESCALATION_REASONS,
  GOVERNED_COLLECTIONS,
  URGENCIES,
} from '../vocabulary'
import { Agent } from './handoverSchemas'
import { byId, json, SESSION } from './openapiParts'

/** The contract of what helps colleagues: parsed with in the routes, published in OpenAPI. */

const { conversationId, locale } = AnswerRequestSchema.shape

export const AssistRequestSchema = z
  .strictObject({
    agent: Agent,
    handoverId: z.string().min(1).max(100).optional(),
    bot: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Whose customer it is, for a person without a hand-over; a key is its bot’s.' }),
    conversationId,
    messages: z
      .array(
        z.strictObject({
          role: z.enum(['customer', 'bot', 'colleague']),
          content: z.string().max(8_000),
        }),
      )
      .max(200)
      .optional()
      .meta({ description: 'The conversation, oldest first; else what is known of the hand-over.' }),
    locale,
  })
  .refine(({ handoverId, messages }) => Boolean(handoverId ?? messages?.length), {
    message: 'Give “messages”, or a “handoverId”.',
    path: ['messages'],
  })
  .meta({ id: 'AssistRequest' })

const DocumentSchema = z.strictObject({
  collection: z.enum(GOVERNED_COLLECTIONS),
  id: z.string().min(1).max(100),
})

const AssistSchema = z
  .object({
    id: z.string(),
    handoverId: z.string().nullable(),
    locale: z.string(),
    nothingApproved: z.boolean().meta({
      description:
        'No approved text that the customer may be told answers what they ask: say so, and report it.',
    }),
    notice: z
      .string()
      .nullable()
      .meta({ description: 'The same in words; null where something is suggested.' }),
    uncovered: z.array(z.object({ question: z.string(), because: z.enum(UNCOVERED_BECAUSE) })),
    suggestedReplies: z.array(
      z.object({
        kind: z.enum(['answer', 'ask']).meta({ description: '“ask” is a question back, in our words.' }),
        question: z.string(),
        text: z.string().meta({ description: 'The texts’ own words, without marks, to send or change.' }),
        citations: z.array(CitationSchema),
        confidence: z.number().nullable(),
      }),
    ),
    nextSteps: z.array(
      z.object({
        text: z.string(),
        source: z
          .object({ title: z.string(), releaseId: z.string(), headingPath: z.array(z.string()) })
          .nullable()
          .meta({ description: 'The approved text that says so; null for a standing rule.' }),
      }),
    ),
    knowledge: z.array(
      z.object({
        document: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string(), title: z.string() }),
        headingPath: z.array(z.string()),
        text: z.string(),
        audience: z.enum(AUDIENCES),
        mayTell: z.boolean().meta({ description: 'Whether customers may be told it.' }),
        releaseId: z.string(),
        chunkId: z.string(),
        validFrom: z.string(),
      }),
    ),
    summary: z.object({
      open: z.array(z.string()).meta({ description: 'What waits for an answer, the latest first.' }),
      details: z.array(z.object({ kind: z.string(), text: z.string() })),
      lastTold: z.string().nullable(),
      turns: z.object({ customer: z.int(), bot: z.int(), colleague: z.int() }),
      text: z.string(),
    }),
    sentiment: z.object({
      now: z.enum(['calm', 'upset', 'angry']),
      change: z.enum(['worse', 'same', 'better']),
      why: z.array(z.string()),
    }),
    reason: z.enum(ESCALATION_REASONS).nullable(),
    urgency: z.enum(URGENCIES),
    degraded: z.array(z.enum(DEGRADATIONS)),
  })
  .meta({ id: 'Assist', description: 'What to say and do next, from approved texts alone.' })
export type PublicAssist = z.infer<typeof AssistSchema>

export const AssistOutcomeSchema = z
  .strictObject({
    agent: Agent,
    outcome: z.enum(ASSIST_OUTCOMES),
    suggestion: z.int().min(1).max(10).optional().meta({ description: 'Which reply, by its place from 1.' }),
    text: z
      .string()
      .trim()
      .min(1)
      .max(8_000)
      .optional()
      .meta({ description: 'What was sent. In other words than it was suggested in it counts as edited.' }),
    note: z.string().trim().min(1).max(2_000).optional(),
  })
  .meta({ id: 'AssistOutcome' })

export const ArticleReportSchema = z
  .strictObject({
    agent: Agent,
    kind: z.enum(ARTICLE_FAULTS),
    question: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .optional()
      .meta({ description: 'In your own words; the customer’s unless given.' }),
    note: z.string().trim().min(1).max(1_800).optional(),
    document: DocumentSchema.optional(),
  })
  .refine(({ kind, note }) => kind === 'missing' || note !== undefined, {
    message: 'Say what is wrong.',
    path: ['note'],
  })
  .meta({ id: 'ArticleReport' })

const EITHER: Record<string, string[]>[] = [{ key: [] }, ...SESSION]

/** For OpenAPI. `problem` makes the answer of a refusal. */
export const assistPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const act = (o: {
    operationId: string
    summary: string
    body: z.ZodType
    done: [status: string, description: string, shape: z.ZodType]
    scope: string
  }) => ({
    operationId: o.operationId,
    summary: o.summary,
    security: EITHER,
    requestBody: { required: true, content: json(o.body) },
    responses: {
      [o.done[0]]: { description: o.done[1], content: json(o.done[2]) },
      '400': problem('Fields that cannot be used.'),
      '401': problem('No or unknown key, and not signed in.'),
      '403': problem(`The key lacks the scope ${o.scope}, or the person does not work hand-overs.`),
      '404': problem('No such hand-over, suggestion, bot or text.'),
    },
  })
  const reported = z
    .object({ gapId: z.string(), known: z.boolean() })
    .meta({ id: 'ReportedArticle', description: 'The gap on the backlog, and whether it was there already.' })
  const report = (operationId: string, scope: string) => ({
    post: {
      ...act({
        operationId,
        summary: 'Say that a text is missing or wrong, in a colleague’s words',
        body: ArticleReportSchema,
        done: ['201', 'It is on the backlog.', reported],
        scope,
      }),
      requestParams: byId,
    },
  })
  return {
    '/assist': {
      post: {
        ...act({
          operationId: 'assist',
          summary:
            'Help a colleague in a conversation: replies to send, next steps, texts, how the customer sounds',
          body: AssistRequestSchema,
          done: ['200', 'What to say and do next.', AssistSchema],
          scope: 'assist',
        }),
      },
    },
    '/assist/{id}/outcome': {
      post: {
        ...act({
          operationId: 'reportAssistOutcome',
          summary: 'Say what became of a suggestion: used, edited or rejected',
          body: AssistOutcomeSchema,
          done: [
            '200',
            'What it counts as.',
            z.object({ id: z.string(), outcome: z.enum(ASSIST_OUTCOMES) }).meta({ id: 'KeptAssistOutcome' }),
          ],
          scope: 'assist',
        }),
        requestParams: byId,
      },
    },
    '/assist/{id}/report': report('reportArticle', 'assist'),
    '/handovers/{id}/report': report('reportArticleOfHandover', 'write:handovers'),
  }
}
