import {
  CommentOnGapSchema,
  ConfirmedProofSchema,
  DueGapSchema,
  MergeGapsSchema,
  SplitGapSchema,
} from './gapSchemas'
import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { AnswerRequestSchema, AnswerResponseSchema } from '../answer/schema'
import { GAP_STATES, GOVERNED_COLLECTIONS } from '../vocabulary'
import {
  AssignGapSchema,
  CommentRequestSchema,
  CommentResultSchema,
  ChainCheckSchema,
  DismissGapSchema,
  AmendForGapSchema,
  DraftFromGapSchema,
  ReopenGapSchema,
  GapListSchema,
  GapSchema,
  GapWithQuestionsSchema,
  ReceiptSchema,
  SyncQueuedSchema,
  TransitionRequestSchema,
  TransitionResultSchema,
} from './schemas'
import { assistPaths } from './assistSchemas'
import { conversationPaths } from './conversationSchemas'
import { handoverPaths } from './handoverPaths'
import { importPaths } from './importSchemas'
import { indexPaths } from './indexPaths'
import { keyPaths } from './keyPaths'
import { OPENAI_BASE } from './edge/paths'
import { openAiPaths } from './openai/openapiPaths'
import { byId, file, idempotencyKey, json, PAGE, SESSION } from './openapiParts'
import { withSharedRefusals } from './openapiRefusals'
import { underHeadings } from './openapiTags'
import { rightsPaths } from './rightsPaths'
import { searchPath } from './searchSchemas'
import { ReplaySchema } from './replaySchema'
import { reportGapPath, tryPaths } from './tryPaths'
import { recallPaths } from './recallSchemas'
import { verdictPaths } from './verdictSchemas'
import { webhookPaths } from './webhookSchemas'
import { FreshnessSchema, NotificationListSchema, ReadNotificationsSchema, UnreadSchema } from './timeSchemas'

const ProblemSchema = z
  // What else is to be known of a refusal stands beside: the present state of a gap or text, what is told instead.
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' })

const ReadySchema = z
  .object({
    ready: z.boolean(),
    answers: z.enum(['ok', 'busy', 'starting']),
    dependencies: z.record(z.string(), z.enum(['ok', 'degraded', 'down'])),
  })
  .meta({ id: 'Ready' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
})

const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: json(schema),
})

/** OpenAPI 3.1 has no word for the events of a stream: an example says what they are. */
const EVENTS = {
  'text/event-stream': {
    schema: z.string().meta({ description: 'Server-sent events: sentence*, then done or error.' }),
    example:
      ': open\n\nevent: sentence\ndata: {"text":"You have 30 days from delivery to return electronics.","citations":[1]}\n\nevent: done\ndata: {"outcome":"answered",…}\n\n',
  },
}

/** What a person does to a gap, signed in to the admin. @param body null where nothing is sent. */
const gapAction = (
  operationId: string,
  summary: string,
  body: z.ZodType | null,
  done: Record<string, ReturnType<typeof ok>> = { '200': ok('The gap as it is now.', GapSchema) },
) => ({
  post: {
    operationId,
    summary,
    security: SESSION,
    requestParams: byId,
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      ...done,
      '401': problem('Not signed in.'),
      '404': problem('No such gap.'),
      '409': problem('Not from the gap’s present state.'),
      '422': problem('Not by this person.'),
    },
  },
})

type Contract = ReturnType<typeof underHeadings<ReturnType<typeof contract>>>
let made: Contract | undefined

/** OpenAPI 3.1 of the v1 API, generated from the same zod schemas that parse its requests; once, since it takes a while. */
export const openApiDocument = (): Contract =>
  (made ??= underHeadings(withSharedRefusals(contract(), refusalAt)))

/** As each face tells what it refuses; by their names, since the document is made already. */
const refusalAt = (description: string, address: string) =>
  address.startsWith(`${OPENAI_BASE}/`)
    ? {
        description,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/OpenAIError' } } },
      }
    : {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }

const contract = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Vouch',
      version: '1.0.0',
      description: 'Ask for answers that someone signed. A refusal is a result with a type, never a guess.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A bot’s key: vch_…' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'payload-token',
          description: 'Signed in to the admin.',
        },
      },
    },
    paths: {
      '/answer': {
        post: {
          operationId: 'answer',
          summary: 'Answer a question from signed text in force',
          requestParams: {
            header: idempotencyKey(
              'For 24 hours the same key and body get the same receipt and answer, as long as all of it may still be told; else it is decided anew, with “superseded”: true.',
            ).extend({
              'X-Request-Id': z.string().optional().meta({
                description:
                  'Comes back, where it is one: letters, digits, “._-”, 128 at most; else one of ours does.',
              }),
            }),
          },
          requestBody: { required: true, content: json(AnswerRequestSchema) },
          responses: {
            '200': {
              description:
                'One of four outcomes. With “Accept: text/event-stream” as events: “sentence” for each sentence of an answer, then “done” with the whole object, which holds everything; or “error” with a problem. The receipt is stored before the first sentence is sent.',
              headers: z.object({
                'Vouch-Signed-Share': z.string().optional().meta({
                  description:
                    'Which share of the characters served a named person signed, 0 to 1. Not on events; the receipt has it too.',
                  example: '0.973',
                }),
              }),
              content: { ...json(AnswerResponseSchema), ...EVENTS },
            },
            '400': problem('Malformed JSON, or fields that cannot be used.'),
            '401': problem('No or unknown key.'),
            '403': problem('The key’s bot lacks the scope.'),
            '409': problem('The idempotency key came with another request.'),
            '413': problem('The body is too large.'),
            '415': problem('Not JSON.'),
            '429': problem('Over the bot’s limit.'),
            '503': problem('A dependency that stops every answer is broken.'),
          },
        },
      },
      '/receipts/{id}': {
        get: {
          operationId: 'receipt',
          summary: 'The stored record of an answer that was given to this key’s bot',
          requestParams: byId,
          responses: {
            '200': ok('The receipt.', ReceiptSchema),
            '401': problem('No or unknown key.'),
            '403': problem('The key’s bot lacks the scope read:receipts.'),
            '404': problem('No such receipt of this bot.'),
          },
        },
      },
      '/receipts/{id}/replay': {
        post: {
          operationId: 'replay',
          summary:
            'Find an answer’s evidence again, byte for byte, and say what today’s answer would be and why',
          security: [{ key: [] }, ...SESSION],
          requestParams: byId,
          responses: {
            '200': ok('What was found. Nothing is stored.', ReplaySchema),
            '401': problem('No or unknown key, and not signed in.'),
            '403': problem('The key’s bot lacks the scope read:receipts.'),
            '404': problem('No such receipt of this bot.'),
            '410': problem('What the customer wrote in it was erased.'),
          },
        },
      },
      '/gaps': {
        get: {
          operationId: 'gaps',
          summary: 'What this key’s bot could not answer, what has the most impact first',
          requestParams: {
            query: z.object({
              ...PAGE,
              state: z.enum(['open', ...GAP_STATES]).optional(),
            }),
          },
          responses: {
            '200': ok('A page of gaps.', GapListSchema),
            '400': problem('A cursor or limit that cannot be used.'),
            '401': problem('No or unknown key.'),
            '403': problem('The key’s bot lacks the scope read:gaps.'),
          },
        },
        post: reportGapPath(problem),
      },
      '/gaps/{id}': {
        get: {
          operationId: 'gap',
          requestParams: byId,
          responses: {
            '200': ok('The gap.', GapWithQuestionsSchema),
            '404': problem('No such gap of this bot.'),
          },
        },
      },
      '/gaps/{id}/assign': gapAction('assignGap', 'Give a gap an owner', AssignGapSchema),
      '/gaps/{id}/dismiss': gapAction('dismissGap', 'Dismiss a gap, with a reason', DismissGapSchema),
      '/gaps/{id}/reopen': gapAction(
        'reopenGap',
        'Put a dismissed gap on the backlog again',
        ReopenGapSchema,
      ),
      '/gaps/{id}/amend': gapAction(
        'amendForGap',
        'Say which text will be mended so that a gap closes',
        AmendForGapSchema,
      ),
      '/gaps/{id}/draft': gapAction(
        'draftFromGap',
        'Start the draft that would close a gap',
        DraftFromGapSchema,
        { '201': ok('The gap, and the draft.', GapSchema.extend({ draftId: z.string() })) },
      ),
      '/gaps/{id}/triage': gapAction('triageGap', 'Say that a gap was looked at and is one', null),
      '/gaps/{id}/due': gapAction('setGapDue', 'Say by when a gap is to be closed', DueGapSchema),
      '/gaps/{id}/comment': gapAction('commentOnGap', 'Say something about a gap', CommentOnGapSchema),
      '/gaps/{id}/merge': gapAction('mergeGaps', 'Put other gaps into this one', MergeGapsSchema),
      '/gaps/{id}/split': gapAction('splitGap', 'Take askings out of a gap', SplitGapSchema, {
        '200': ok('The gap that is left.', GapSchema.extend({ into: z.string() })),
      }),
      '/gaps/{id}/confirm': gapAction(
        'confirmGapProof',
        'Confirm the proof of a sensitive or regulated text',
        null,
        { '200': ok('What came of asking once more.', ConfirmedProofSchema) },
      ),
      '/gaps/export': {
        get: {
          operationId: 'exportGaps',
          summary: 'The backlog as CSV',
          security: SESSION,
          responses: {
            '200': file('The gaps.', 'text/csv'),
            '401': problem('Not signed in.'),
            '403': problem('An agent, who works hand-overs.'),
          },
        },
      },
      ...handoverPaths(problem),
      ...assistPaths(problem),
      ...conversationPaths(problem),
      ...verdictPaths(problem),
      ...webhookPaths(problem),
      ...recallPaths(problem),
      ...rightsPaths(problem),
      '/documents/{collection}/{id}/transitions': {
        post: {
          operationId: 'transition',
          summary: 'Move a document through its workflow, as the person who is signed in',
          security: SESSION,
          requestParams: { path: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string() }) },
          requestBody: { required: true, content: json(TransitionRequestSchema) },
          responses: {
            '200': ok('What the document is now.', TransitionResultSchema),
            '401': problem('Not signed in.'),
            '404': problem('No such document.'),
            '409': problem('Another version, or not from the present state; both are in the problem.'),
            '422': problem('Not by this person, or not yet; the detail says why.'),
          },
        },
      },
      '/documents/{collection}/{id}/comments': {
        post: {
          operationId: 'comment',
          summary: 'Comment on the working version, or on a passage of it, as the person who is signed in',
          security: SESSION,
          requestParams: { path: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string() }) },
          requestBody: { required: true, content: json(CommentRequestSchema) },
          responses: {
            '201': ok('The comment.', CommentResultSchema),
            '401': problem('Not signed in.'),
            '404': problem('No such document.'),
            '409': problem('Another version, or the passage is not in it.'),
          },
        },
      },
      '/documents/{collection}/{id}/report': {
        post: {
          operationId: 'makeReport',
          summary:
            'Have the report on a text in review made anew: past questions answered from what is in force, and as if it were published',
          security: SESSION,
          requestParams: { path: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string() }) },
          responses: {
            '202': ok('It waits for the worker.', z.object({ state: z.literal('queued') })),
            '401': problem('Not signed in.'),
            '403': problem('An agent, who works hand-overs.'),
            '404': problem('No such document.'),
          },
        },
      },
      '/comments/{id}/resolve': {
        post: {
          operationId: 'resolveComment',
          summary: 'Mark a comment as dealt with',
          security: SESSION,
          requestParams: byId,
          responses: {
            '200': ok(
              'It is resolved.',
              z.object({ id: z.string(), resolvedAt: z.string().nullish(), by: z.string() }),
            ),
            '401': problem('Not signed in.'),
            '404': problem('No such comment.'),
            '422': problem('Not by this person; the detail says who may.'),
          },
        },
      },
      '/sources/{id}/sync': {
        post: {
          operationId: 'syncSource',
          summary:
            'Queue a sync of a source, as an admin or author who is signed in; what it did is on the source',
          security: SESSION,
          requestParams: byId,
          responses: {
            '202': ok('It waits for the worker; one that waits already is enough.', SyncQueuedSchema),
            '401': problem('Not signed in.'),
            '403': problem('Neither admin nor author.'),
            '404': problem('No such source.'),
          },
        },
      },
      '/documents/{collection}/{id}/workflow': {
        get: {
          operationId: 'workflow',
          summary: 'Where a document stands, and what the person who is signed in may do with it',
          security: SESSION,
          requestParams: { path: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string() }) },
          responses: {
            '200': ok('What the rail of the admin shows.', z.object({}).loose().meta({ id: 'Workflow' })),
            '401': problem('Not signed in.'),
            '404': problem('No such document.'),
          },
        },
      },
      ...keyPaths(problem),
      '/audit/export': {
        get: {
          operationId: 'exportAudit',
          summary: 'The audit log as a file, the oldest row first; the export is recorded in it',
          security: SESSION,
          requestParams: {
            query: z.object({
              from: z.string().optional().meta({ description: 'A day or an instant: rows from then on.' }),
              to: z
                .string()
                .optional()
                .meta({ description: 'A day, which counts whole, or an instant: rows before then.' }),
              format: z.enum(['jsonl', 'csv']).optional(),
            }),
          },
          responses: {
            '200': file('The rows, streamed.', 'application/jsonl', 'text/csv'),
            '400': problem('A date or format that cannot be used.'),
            '401': problem('Not signed in.'),
            '403': problem('Neither admin, compliance nor approver.'),
          },
        },
      },
      '/audit/verify': {
        post: {
          operationId: 'checkAuditChain',
          summary: 'Walk the audit chain now, and say where it breaks',
          security: SESSION,
          responses: {
            '200': ok('How many rows there are, the last one, and each break.', ChainCheckSchema),
            '401': problem('Not signed in.'),
            '403': problem('Neither admin, compliance nor approver.'),
          },
        },
      },
      '/notifications': {
        get: {
          operationId: 'notifications',
          summary: 'What the signed-in person should know, the newest first',
          security: SESSION,
          requestParams: {
            query: z.object(PAGE),
          },
          responses: {
            '200': ok('A page of notices.', NotificationListSchema),
            '400': problem('A cursor or limit that cannot be used.'),
            '401': problem('Not signed in.'),
          },
        },
      },
      '/notifications/read': {
        post: {
          operationId: 'readNotifications',
          summary: 'Mark notices of the signed-in person as read',
          security: SESSION,
          requestBody: { required: true, content: json(ReadNotificationsSchema) },
          responses: {
            '200': ok('How many are unread now.', UnreadSchema),
            '400': problem('Fields that cannot be used.'),
            '401': problem('Not signed in.'),
          },
        },
      },
      ...indexPaths(problem),
      ...tryPaths(problem),
      ...importPaths(problem),
      ...openAiPaths,
      '/search': searchPath(problem),
      '/freshness': {
        get: {
          operationId: 'freshness',
          summary: 'How many texts in force someone still vouches for, by topic and by owner',
          security: SESSION,
          responses: { '200': ok('The report.', FreshnessSchema), '401': problem('Not signed in.') },
        },
      },
      '/health/live': {
        get: {
          operationId: 'live',
          security: [],
          responses: { '200': ok('The process runs.', z.object({ status: z.literal('live') })) },
        },
      },
      '/health/ready': {
        get: {
          operationId: 'ready',
          security: [],
          responses: {
            '200': ok(
              'It can answer; each dependency with its state; “answers” is “busy” while questions are refused early.',
              ReadySchema,
            ),
            '503': {
              description:
                'It cannot answer; each dependency with its state; “answers” is “starting” while a new process loads what it needs.',
              content: {
                ...json(ReadySchema),
                'application/problem+json': { schema: ProblemSchema },
              },
            },
          },
        },
      },
    },
  })
