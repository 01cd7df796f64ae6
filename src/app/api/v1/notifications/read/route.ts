import { markRead } from '@/commands/notices'
import { authenticateUser } from '@/http/authenticate'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { ReadNotificationsSchema } from '@/http/timeSchemas'

/** Marks the signed-in person's notices as read. */
export const POST = route(async ({ request, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  const { value } = await readJson(request, ReadNotificationsSchema)
  return Response.json({ unread: await markRead({ payload, user }, 'ids' in value ? value.ids : 'all') })
})
