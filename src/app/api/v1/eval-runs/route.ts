import { queueStoredRun } from '@/commands/storedCases/evalRuns'
import { VouchError } from '@/errors'
import { onlyWho } from '@/governance/permissionWords'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden, notAsThingsAre } from '@/http/problem'
import { route } from '@/http/route'

/** Has the worker ask the stored eval cases. */
export const POST = route(async ({ request, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  if (!may(user, 'runEvalCases')) throw forbidden(`${onlyWho('runEvalCases')} Ask one of them.`)
  try {
    return Response.json({ run: await queueStoredRun(payload, user.name) }, { status: 202 })
  } catch (error) {
    if (!(error instanceof VouchError)) throw error
    throw notAsThingsAre(error.message)
  }
})
