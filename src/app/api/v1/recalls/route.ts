import type { RecallNotice } from '../../../../../payload-types'
import { authenticateBot } from '@/http/authenticate'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { onlyOpen, presentNotice } from '@/http/recalls'
import { route } from '@/http/route'

/** The recalls that this key's bot was told of, the newest first; those that it has not acknowledged with `?open=true`. */
export const GET = route(async ({ request, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'acknowledge:recalls')
  const { limit, after } = parsePage(request.url)
  const open = onlyOpen(request.url)
  const { docs } = await deps.payload.find({
    collection: 'recall-notices',
    where: {
      and: [
        { bot: { equals: bot.id } },
        ...(open ? [{ acknowledgedAt: { exists: false } }] : []),
        afterCursor(after),
      ],
    },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 1,
  })
  const { data, nextCursor } = pageOf<RecallNotice>(docs, limit)
  return Response.json({ data: data.map(presentNotice), nextCursor }, { headers: rateLimitHeaders })
})
