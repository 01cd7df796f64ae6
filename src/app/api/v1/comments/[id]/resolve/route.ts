import { CommentRefused, resolveComment } from '@/commands/comments'
import { authenticateUser } from '@/http/authenticate'
import { notAsThingsAre } from '@/http/problem'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  try {
    const comment = await resolveComment({ payload: deps.payload, user }, params.id)
    return Response.json({ id: comment.id, resolvedAt: comment.resolvedAt, by: user.name })
  } catch (error) {
    if (error instanceof CommentRefused) throw notAsThingsAre(error.message)
    throw error
  }
})
