import { askForCalibration } from '@/commands/calibrations'
import { NotFoundError } from '@/commands/governedDocument'
import { VouchError } from '@/errors'
import { onlyWho } from '@/governance/permissionWords'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden, notAsThingsAre } from '@/http/problem'
import { route } from '@/http/route'

/** Asks that a calibration be put in force; it is once a second person agrees. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  if (!may(user, 'decideCalibrations')) throw forbidden(`${onlyWho('decideCalibrations')} Ask one of them.`)
  try {
    const { row, waits } = await askForCalibration(payload, { id: params.id, user })
    return Response.json({ id: row.id, name: row.name, waits })
  } catch (error) {
    // The route tells what is not there.
    if (!(error instanceof VouchError) || error instanceof NotFoundError) throw error
    throw notAsThingsAre(error.message)
  }
})
