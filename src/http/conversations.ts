import type { z } from 'zod'
import type { Deps } from '../deps'
import type { Bot } from '../../payload-types'
import { authenticateBot } from './authenticate'
import { RepliesQuerySchema } from './conversationSchemas'
import { sayIssue } from './fieldWords'
import { idempotencyKeyOf } from './idempotencyKey'
import { invalidParameter } from './problem'
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

/** `?handover&after`. @throws {HttpProblem} 400 with a pointer to what cannot be used. */
export function parseRepliesQuery(url: string): z.infer<typeof RepliesQuerySchema> {
  const parsed = RepliesQuerySchema.safeParse(Object.fromEntries(new URL(url).searchParams), {
    error: sayIssue,
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalidParameter(String(issue?.path[0]), issue?.message ?? 'This cannot be used.')
}
