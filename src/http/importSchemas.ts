import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { AUDIENCES, GOVERNED_COLLECTIONS, POLICY_KINDS } from '../vocabulary'
import { json, SESSION } from './openapiParts'

const id = z.string().min(1).max(100)

/** As many as are made in a request that nobody waits long for. */
const MOST_DRAFTS = 100

export const DraftUploadsSchema = z
  .strictObject({
    documents: z
      .array(
        z.strictObject({
          file: id,
          key: z.string().min(1).max(1000),
          as: z.enum(['faq', ...POLICY_KINDS]),
          audience: z.enum(AUDIENCES),
          topic: id.nullable(),
        }),
      )
      .min(1)
      .max(MOST_DRAFTS),
  })
  .meta({ id: 'DraftUploads' })

const DraftedSchema = z
  .object({
    drafts: z.array(
      z.object({
        file: z.string(),
        key: z.string(),
        collection: z.enum(GOVERNED_COLLECTIONS).optional(),
        id: z.string().optional(),
        title: z.string().optional(),
        error: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Drafted' })

/** The two calls of bringing files in, for OpenAPI. `problem` makes the answer of a refusal. */
export const importPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = {
    '401': problem('Not signed in.'),
    '403': problem('Not a person who writes texts.'),
  }
  return {
    '/imports/{batch}': {
      post: {
        operationId: 'previewImport',
        summary: 'Bring a file in and see which drafts it would become; none is made yet',
        security: SESSION,
        requestParams: {
          path: z.object({ batch: z.uuid() }),
          header: z.object({ 'x-file-name': z.string().meta({ description: 'Percent-encoded.' }) }),
        },
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
        },
        responses: {
          '200': {
            description: 'What it would become, and what of it cannot be read.',
            content: json(z.object({}).loose().meta({ id: 'ImportPreview' })),
          },
          ...refusals,
          '413': problem('Larger than is read, or more files than are taken at once.'),
        },
      },
    },
    '/imports/{batch}/drafts': {
      post: {
        operationId: 'draftImport',
        summary: 'Make drafts of what was brought in, as the person who is signed in',
        security: SESSION,
        requestParams: { path: z.object({ batch: z.uuid() }) },
        requestBody: { required: true, content: json(DraftUploadsSchema) },
        responses: {
          '201': {
            description: 'Each draft, or why it could not be made.',
            content: json(DraftedSchema),
          },
          ...refusals,
          '404': problem('The files are no longer there.'),
        },
      },
    },
  }
}
