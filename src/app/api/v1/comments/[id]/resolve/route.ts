import { resolveComment } from '@/commands/comments'
import { authenticateUser } from '@/http/authenticate'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const comment = await resolveComment({ payload: deps.payload, user }, params.id)
  return Response.json({ id: comment.id, resolvedAt: comment.resolvedAt, by: user.name })
})
