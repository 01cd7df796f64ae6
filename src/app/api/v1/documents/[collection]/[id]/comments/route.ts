import { addComment, CommentRefused } from '@/commands/comments'
import { authenticateUser } from '@/http/authenticate'
import { HttpProblem } from '@/http/problem'
import { governedCollectionOf } from '@/http/governed'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { CommentRequestSchema } from '@/http/schemas'

export const POST = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = governedCollectionOf(params.collection)
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, CommentRequestSchema)
  try {
    const comment = await addComment({ payload: deps.payload, user }, { collection, id: params.id, ...value })
    return Response.json({ id: comment.id, version: comment.version, by: user.name }, { status: 201 })
  } catch (error) {
    if (!(error instanceof CommentRefused)) throw error
    throw new HttpProblem({ status: 409, title: 'Not on this text', detail: error.message })
  }
})
