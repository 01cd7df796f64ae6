import { mergeGaps } from '@/commands/gaps/shape'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { MergeGapsSchema } from '@/http/gapSchemas'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, MergeGapsSchema)
  const gap = await orGapProblem(mergeGaps({ payload: deps.payload, user }, { id: params.id, ...value }))
  return Response.json(presentGap(gap))
})
