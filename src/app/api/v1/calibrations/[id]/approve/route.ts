import { approveCalibration } from '@/commands/calibrations'
import { NotFoundError } from '@/commands/governedDocument'
import { VouchError } from '@/errors'
import { canReview } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden, HttpProblem, notFound } from '@/http/problem'
import { route } from '@/http/route'

/** Puts a calibration in force, on behalf of the person who is signed in. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  if (!canReview(user))
    throw forbidden('Approvers and compliance decide how sure an answer must be. Ask one of them.')
  try {
    const { id, name } = await approveCalibration(payload, { name: params.id, user })
    return Response.json({ id, name })
  } catch (error) {
    if (error instanceof NotFoundError) throw notFound(error.message)
    if (!(error instanceof VouchError)) throw error
    throw new HttpProblem({ status: 422, title: 'Not as things are', detail: error.message })
  }
})
