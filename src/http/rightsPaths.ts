import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { byId, json, SESSION } from './openapiParts'

const DecidedRightSchema = z
  .object({ id: z.string(), state: z.enum(['confirmed', 'refused']), title: z.string() })
  .meta({ id: 'DecidedRight' })

/** The second person's word on a right that another gave, for OpenAPI. `problem` makes the answer of a refusal. */
export const rightsPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const decide = (operationId: string, summary: string) => ({
    post: {
      operationId,
      summary,
      security: SESSION,
      requestParams: byId,
      responses: {
        '200': {
          description: 'The right as it is now.',
          content: json(DecidedRightSchema),
        },
        '401': problem('Not signed in.'),
        '404': problem('No such right.'),
        '422': problem('Not by this person, or decided already; the detail says why.'),
      },
    },
  })
  return {
    '/rights/{id}/confirm': decide('confirmRight', 'Agree to a right that another admin gave'),
    '/rights/{id}/refuse': decide('refuseRight', 'Refuse a right that another admin gave'),
  }
}
