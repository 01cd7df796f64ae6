import { confirmProof } from '@/commands/gaps/triage'
import { authenticateUser } from '@/http/authenticate'
import { orGapProblem } from '@/http/gaps'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { closed, failing, why } = await orGapProblem(confirmProof(deps, { user, id: params.id }))
  return Response.json({ verified: closed, failing, why })
})
