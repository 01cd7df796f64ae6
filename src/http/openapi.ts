import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { AnswerRequestSchema, AnswerResponseSchema } from '../answer/schema'

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
})

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })

/** OpenAPI 3.1 of the v1 API, generated from the same zod schemas that parse its requests. */
export const openApiDocument = () =>
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
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A bot’s key: vch_…' } },
    },
    paths: {
      '/answer': {
        post: {
          operationId: 'answer',
          summary: 'Answer a question from signed text in force',
          requestParams: {
            header: z.object({
              'Idempotency-Key': z
                .string()
                .max(200)
                .optional()
                .meta({ description: 'The same key and body get the same receipt.' }),
              'X-Request-Id': z.string().max(128).optional(),
            }),
          },
          requestBody: { required: true, content: json(AnswerRequestSchema) },
          responses: {
            '200': { description: 'One of four outcomes.', content: json(AnswerResponseSchema) },
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
      '/health/live': {
        get: {
          operationId: 'live',
          security: [],
          responses: { '200': { description: 'The process runs.' } },
        },
      },
      '/health/ready': {
        get: {
          operationId: 'ready',
          security: [],
          responses: {
            '200': { description: 'It can answer; each dependency with its state.' },
            '503': { description: 'It cannot answer; each dependency with its state.' },
          },
        },
      },
    },
  })
