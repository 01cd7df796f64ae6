import { commentOnGap } from '@/commands/gaps/triage'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { CommentOnGapSchema } from '@/http/gapSchemas'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, CommentOnGapSchema)
  const gap = await orGapProblem(commentOnGap({ payload: deps.payload, user }, { id: params.id, ...value }))
  return Response.json(presentGap(gap))
})
