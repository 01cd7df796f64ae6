import { authenticateBot } from '@/http/authenticate'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { presentRecalled } from '@/http/recalls'
import { route } from '@/http/route'

/** The answers of this key's bot that a recall lists, the newest first. */
export const GET = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'acknowledge:recalls')
  const { limit, after } = parsePage(request.url)
  const { docs } = await deps.payload.find({
    collection: 'recalled-answers',
    where: { and: [{ recall: { equals: params.id } }, { bot: { equals: bot.id } }, afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  return Response.json({ data: data.map(presentRecalled), nextCursor }, { headers: rateLimitHeaders })
})
