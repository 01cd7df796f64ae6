import { whereHandovers } from '@/commands/handovers/readHandovers'
import { afterCursor, pageOf, parsePage } from '@/http/cursor'
import { authenticateDesk, parseHandoverFilter, presentHandover } from '@/http/handovers'
import { route } from '@/http/route'

/** What was passed to a person, the newest first: to a bot its own, to people all. */
export const GET = route(async ({ request, deps: { payload } }) => {
  const caller = await authenticateDesk(payload, request, 'read:handovers')
  const { limit, after } = parsePage(request.url)
  const { docs } = await payload.find({
    collection: 'handovers',
    where: { and: [whereHandovers(parseHandoverFilter(request.url, caller)), afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  return Response.json({ data: data.map(presentHandover), nextCursor }, { headers: caller.headers })
})
