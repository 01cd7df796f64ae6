import { countUnread } from '@/commands/notices'
import { authenticateUser } from '@/http/authenticate'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { route } from '@/http/route'
import type { NotificationList } from '@/http/timeSchemas'

/** What the signed-in person should know, the newest first. */
export const GET = route(async ({ request, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  const { limit, after } = parsePage(request.url)
  const { docs } = await payload.find({
    collection: 'notifications',
    where: { and: [{ to: { equals: user.id } }, afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  const list: NotificationList = {
    data: data.map(({ id, kind, title, body, href, urgent, readAt, createdAt }) => ({
      id,
      kind,
      title,
      body: body ?? null,
      href: href ?? null,
      urgent: urgent ?? false,
      readAt: readAt ?? null,
      createdAt,
    })),
    nextCursor,
    unread: await countUnread({ payload, user }),
  }
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
