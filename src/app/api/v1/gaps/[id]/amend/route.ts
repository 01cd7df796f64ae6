import { amendForGap } from '@/commands/amendForGap'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { AmendForGapSchema } from '@/http/schemas'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value: document } = await readJson(request, AmendForGapSchema)
  const gap = await orGapProblem(amendForGap({ payload: deps.payload, user }, { id: params.id, document }))
  return Response.json(presentGap(gap))
})
