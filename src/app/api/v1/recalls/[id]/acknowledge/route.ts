import { acknowledgeRecall } from '@/commands/recall/acknowledgeRecall'
import { authenticateBot } from '@/http/authenticate'
import { route } from '@/http/route'

/** This key's bot has acted on a recall; its keys work again. */
export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'acknowledge:recalls')
  const acknowledged = await acknowledgeRecall(deps, { bot, recallId: params.id })
  return Response.json(acknowledged, { headers: rateLimitHeaders })
})
