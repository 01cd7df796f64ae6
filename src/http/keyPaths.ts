import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { KeyLimitsSchema, NewKeySchema, RotateKeySchema } from './keySchemas'
import { byId, json, SESSION } from './openapiParts'

const byPrefix = { path: z.object({ id: z.string(), prefix: z.string() }) }

/** The calls about a bot's keys, for OpenAPI. `problem` makes the answer of a refusal. */
export const keyPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = {
    '401': problem('Not signed in.'),
    '403': problem('Not an admin.'),
    '404': problem('No such bot, or it has no such key.'),
  }
  const withBody = { ...refusals, '400': problem('Fields that cannot be used.'), '415': problem('Not JSON.') }
  return {
    '/bots/{id}/keys': {
      post: {
        operationId: 'createBotKey',
        summary: 'Make a key for a bot, as an admin who is signed in; it is told this once',
        security: SESSION,
        requestParams: byId,
        requestBody: { content: json(NewKeySchema) },
        responses: {
          '201': {
            description: 'The key. Only its hash is kept.',
            content: json(z.object({ key: z.string() }).meta({ id: 'BotKey' })),
          },
          ...withBody,
        },
      },
    },
    '/bots/{id}/keys/{prefix}/rotate': {
      post: {
        operationId: 'rotateBotKey',
        summary: 'Make a key in place of another, which ends after a while; the new one is told this once',
        security: SESSION,
        requestParams: byPrefix,
        requestBody: { required: true, content: json(RotateKeySchema) },
        responses: {
          '201': {
            description: 'The new key, and when the old one ends.',
            content: json(z.object({ key: z.string(), oldExpiresOn: z.string() }).meta({ id: 'RotatedKey' })),
          },
          ...withBody,
        },
      },
    },
    '/bots/{id}/keys/{prefix}/limits': {
      post: {
        operationId: 'limitBotKey',
        summary: 'Set what a key may be used for, from where and until when',
        security: SESSION,
        requestParams: byPrefix,
        requestBody: { required: true, content: json(KeyLimitsSchema) },
        responses: { '204': { description: 'Set.' }, ...withBody },
      },
    },
    '/bots/{id}/keys/{prefix}/revoke': {
      post: {
        operationId: 'revokeBotKey',
        summary: 'Take a key away from a bot, as an admin who is signed in; it opens nothing from then on',
        security: SESSION,
        requestParams: byPrefix,
        responses: { '204': { description: 'Revoked.' }, ...refusals },
      },
    },
  }
}
