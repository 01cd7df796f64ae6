import { reopenGap } from '@/commands/gapActions'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { ReopenGapSchema } from '@/http/schemas'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, ReopenGapSchema)
  const gap = await orGapProblem(reopenGap({ payload: deps.payload, user }, { id: params.id, ...value }))
  return Response.json(presentGap(gap))
})
