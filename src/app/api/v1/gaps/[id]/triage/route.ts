import { triageGap } from '@/commands/gaps/triage'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const gap = await orGapProblem(triageGap({ payload: deps.payload, user }, { id: params.id }))
  return Response.json(presentGap(gap))
})
