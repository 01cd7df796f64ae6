import { z } from 'zod'
import { dismissGap } from '@/commands/gapActions'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

const requestSchema = z.strictObject({
  reason: z.enum(['approved_non_answer', 'not_ours']),
  note: z.string().trim().min(1).max(1900),
})

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, requestSchema)
  const gap = await orGapProblem(dismissGap({ payload: deps.payload, user }, { id: params.id, ...value }))
  return Response.json(presentGap(gap))
})
