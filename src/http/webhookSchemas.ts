import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '../vocabulary'
import { byId, json, PAGE, SESSION } from './openapiParts'

const WebhookMessageSchema = z
  .object({
    id: z.string(),
    webhookId: z.string().nullable(),
    messageId: z.string().meta({ description: 'The header webhook-id: the same at every try.' }),
    event: z.enum(WEBHOOK_EVENTS),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    lastError: z.string().nullable(),
    nextTryAt: z.string().nullable(),
    deliveredAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'WebhookMessage', description: 'What one endpoint was told, or waits to be.' })
export type WebhookMessage = z.infer<typeof WebhookMessageSchema>

/** Visible characters with single spaces between, as a header takes them. */
export const SignInSchema = z
  .strictObject({
    authorization: z
      .string()
      .trim()
      .max(2_000)
      .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'A header takes letters, digits and signs on one line.')
      .nullable()
      .meta({
        description: 'The value of the header Authorization; null takes it away.',
        example: 'Bearer …',
      }),
  })
  .meta({ id: 'WebhookSignIn' })

/** The calls about webhooks, for OpenAPI. `problem` makes the answer of a refusal. */
export const webhookPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const refusals = { '401': problem('Not signed in.'), '403': problem('Not an admin.') }
  return {
    '/webhooks/{id}/secret': {
      post: {
        operationId: 'newWebhookSecret',
        summary:
          'Make a secret for an endpoint; it is told this once, and the one before signs beside it for a day',
        security: SESSION,
        requestParams: byId,
        responses: {
          '201': {
            description: 'The secret.',
            content: json(
              z.object({ secret: z.string().meta({ example: 'whsec_…' }) }).meta({ id: 'WebhookSecret' }),
            ),
          },
          ...refusals,
          '404': problem('No such webhook.'),
        },
      },
    },
    '/webhooks/{id}/sign-in': {
      post: {
        operationId: 'setWebhookSignIn',
        summary: 'Set what an endpoint is signed in to with, such as Zendesk’s; it cannot be read again',
        security: SESSION,
        requestParams: byId,
        requestBody: { required: true, content: json(SignInSchema) },
        responses: {
          '200': {
            description: 'It is kept, encrypted, or taken away.',
            content: json(z.object({ set: z.boolean() }).meta({ id: 'WebhookSignInSet' })),
          },
          '400': problem('What a header cannot hold.'),
          ...refusals,
          '404': problem('No such webhook.'),
        },
      },
    },
    '/webhook-messages': {
      get: {
        operationId: 'webhookMessages',
        summary: 'What other systems were told, or wait to be, the newest first',
        security: SESSION,
        requestParams: {
          query: z.object({
            state: z.enum(DELIVERY_STATES).optional(),
            ...PAGE,
          }),
        },
        responses: {
          '200': {
            description: 'A page of messages.',
            content: json(
              z
                .object({ data: z.array(WebhookMessageSchema), nextCursor: z.string().nullable() })
                .meta({ id: 'WebhookMessageList' }),
            ),
          },
          '400': problem('A parameter that cannot be used.'),
          ...refusals,
        },
      },
    },
    '/webhook-messages/{id}/replay': {
      post: {
        operationId: 'replayWebhookMessage',
        summary: 'Send a message again, under its own id and with all its tries',
        security: SESSION,
        requestParams: byId,
        responses: {
          '202': { description: 'It waits for the worker.', content: json(WebhookMessageSchema) },
          ...refusals,
          '404': problem('No such message.'),
        },
      },
    },
  }
}
