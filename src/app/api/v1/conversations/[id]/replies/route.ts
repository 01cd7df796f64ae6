import { readReplies } from '@/commands/handovers/readReplies'
import { authenticateBot } from '@/http/authenticate'
import { parseRepliesQuery } from '@/http/conversations'
import { route } from '@/http/route'

/** What a colleague answered. The hand-over and the conversation together are what only the customer's own page knows. */
export const GET = route<{ id: string }>(async ({ request, params, deps }) => {
  const { payload } = deps
  const { bot, rateLimitHeaders } = await authenticateBot(payload, request, 'answer', { looks: true })
  const { handover, after } = parseRepliesQuery(request.url)
  const asked = { bot: bot.id, conversationId: params.id, handoverId: handover, after }
  return Response.json(await readReplies(deps, asked), { headers: rateLimitHeaders })
})
