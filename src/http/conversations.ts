import type { z } from 'zod'
import type { Deps } from '../deps'
import type { Bot } from '../../payload-types'
import { authenticateBot } from './authenticate'
import { idempotencyKeyOf } from './idempotencyKey'
import { readJson } from './readJson'
import { route } from './route'

interface Reported {
  bot: Bot
  conversationId: string
  idempotencyKey: string | null
}

/** A route in which a bot reports something of a conversation of its own. */
export const conversationReport = <Schema extends z.ZodType<object>>(
  schema: Schema,
  report: (deps: Deps, reported: Reported & z.infer<Schema>) => Promise<string>,
) =>
  route<{ id: string }>(async ({ request, params, deps }) => {
    const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'write:outcomes')
    const { value } = await readJson(request, schema)
    const idempotencyKey = idempotencyKeyOf(request)
    const id = await report(deps, { ...value, bot, conversationId: params.id, idempotencyKey })
    return Response.json({ id }, { status: 201, headers: rateLimitHeaders })
  })
