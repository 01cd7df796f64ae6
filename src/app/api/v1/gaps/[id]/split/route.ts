import { splitGap } from '@/commands/gaps/shape'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { SplitGapSchema } from '@/http/gapSchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, SplitGapSchema)
  const { gap, into } = await orGapProblem(
    splitGap({ payload: deps.payload, user }, { id: params.id, ...value }),
  )
  return Response.json({ ...presentGap(gap), into })
})
