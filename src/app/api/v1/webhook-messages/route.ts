import { authenticateWhoMay } from '@/http/authenticate'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { route } from '@/http/route'
import { parseMessageFilter, presentMessage } from '@/http/webhooks'

/** What other systems were told, or wait to be, the newest first. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateWhoMay(payload, request, 'manageWebhooks')
  const { limit, after } = parsePage(request.url)
  const { docs } = await payload.find({
    collection: 'webhook-deliveries',
    where: { and: [parseMessageFilter(request.url), afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  return Response.json({ data: data.map(presentMessage), nextCursor })
})
