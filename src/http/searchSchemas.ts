import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { GOVERNED_COLLECTIONS, WORKFLOW_STATES } from '../vocabulary'
import { json, SESSION } from './openapiParts'
import { sayIssue } from './fieldWords'
import { invalidParameter } from './problem'

const SearchQuerySchema = z.object({
  q: z.string().trim().min(1, 'Say what to search for.').max(300),
  collection: z.enum(GOVERNED_COLLECTIONS).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})

/** @throws {HttpProblem} 400 that names the parameter. */
export const parseSearch = (parameters: URLSearchParams) => {
  const parsed = SearchQuerySchema.safeParse(Object.fromEntries(parameters), { error: sayIssue })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalidParameter(String(issue?.path[0] ?? 'q'), issue?.message ?? 'It cannot be used.')
  }
  const { q, collection, limit } = parsed.data
  return { query: q, collection: collection ?? null, limit }
}

const FoundSchema = z
  .object({
    data: z.array(
      z.object({
        collection: z.enum(GOVERNED_COLLECTIONS),
        id: z.string(),
        title: z.string(),
        state: z.enum(WORKFLOW_STATES),
        live: z.boolean().meta({ description: 'Whether the words are those that bots are told now.' }),
        snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'Found' })

/** GET /search, for OpenAPI. `problem` makes the answer of a refusal. */
export const searchPath = (problem: (description: string) => ZodOpenApiResponseObject) => ({
  get: {
    operationId: 'searchTexts',
    summary: 'Texts by title, words and meaning, drafts too, as the person who is signed in',
    security: SESSION,
    requestParams: { query: SearchQuerySchema },
    responses: {
      '200': {
        description: 'What was found, the best first.',
        content: json(FoundSchema),
      },
      '400': problem('A parameter that cannot be used.'),
      '401': problem('Not signed in.'),
    },
  },
})
