import { authenticateBot } from '@/http/authenticate'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { presentGap } from '@/http/gaps'
import { route } from '@/http/route'

/** The gaps that this key's bot ran into, the newest first. */
export const GET = route(async ({ request, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:gaps')
  const { limit, after } = parsePage(request.url)
  const { docs } = await deps.payload.find({
    collection: 'gaps',
    where: { and: [{ bot: { equals: bot.id } }, afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  return Response.json({ data: data.map(presentGap), nextCursor }, { headers: rateLimitHeaders })
})
