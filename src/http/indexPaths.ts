import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import {
  ActivateIndexSchema,
  BuildIndexSchema,
  IndexSchema,
  NothingSchema,
  RetriedSchema,
  RetryJobsSchema,
  VersionIdSchema,
} from './indexSchemas'
import { byId, json, SESSION } from './openapiParts'

type Problem = (description: string) => ZodOpenApiResponseObject

/** The calls about the index and the outbox, for OpenAPI. `problem` makes the answer of a refusal. */
export const indexPaths = (problem: Problem) => {
  const act = (
    operationId: string,
    summary: string,
    {
      body,
      status = '200',
      result = VersionIdSchema,
    }: { body: z.ZodType; status?: string; result?: z.ZodType },
  ) => ({
    post: {
      operationId,
      summary,
      security: SESSION,
      requestBody: { required: true, content: json(body) },
      responses: {
        [status]: { description: 'Done, or begun.', content: json(result) },
        '401': problem('Not signed in.'),
        '403': problem('Not an admin.'),
        '422': problem('Not as things are; “detail” says why and what to do.'),
      },
    },
  })
  const onVersion = (path: ReturnType<typeof act>) => ({ post: { ...path.post, requestParams: byId } })
  return {
    '/index': {
      get: {
        operationId: 'index',
        summary: 'The index versions, the progress of a build, and what the worker has to do',
        security: SESSION,
        responses: {
          '200': { description: 'As it is now.', content: json(IndexSchema) },
          '401': problem('Not signed in.'),
          '403': problem('Not an admin.'),
        },
      },
    },
    '/index/build': act('buildIndex', 'Have the worker build a new index version beside the active one', {
      body: BuildIndexSchema,
      status: '202',
    }),
    '/index/rollback': act('rollBackIndex', 'Go back to the index version that was active before', {
      body: NothingSchema,
    }),
    '/index/versions/{id}/activate': onVersion(
      act('activateIndex', 'Check an index version that is ready, and make it the one that answers', {
        body: ActivateIndexSchema,
      }),
    ),
    '/index/versions/{id}/remove': onVersion(
      act('removeIndex', 'Remove the points of an index version that does not answer', {
        body: NothingSchema,
      }),
    ),
    '/index/jobs/retry': act('retryJobs', 'Give failed jobs all their tries again', {
      body: RetryJobsSchema,
      result: RetriedSchema,
    }),
  }
}
