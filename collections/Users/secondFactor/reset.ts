import { APIError, type Endpoint } from 'payload'
import { onlyWho } from '../../../src/governance/permissionWords'
import { may } from '../../../src/governance/permissions'
import { askForReset } from '../../../src/records/secondFactor/askForReset'
import { signedInPerson } from '../ownAccount'

/** An admin takes away the second factor of somebody who lost it. */
export const resetFactor: Endpoint = {
  path: '/:id/second-factor/reset',
  method: 'post',
  handler: async (req) => {
    const asker = await signedInPerson(req)
    if (!may(asker, 'managePeople')) throw refused(onlyWho('managePeople'), 403)
    const id = String(req.routeParams?.['id'] ?? '')
    if (id === asker.id)
      throw refused('It is your own. Turn it off on your account’s page, or ask another admin.', 409)
    const { is, name } = await askForReset(req.payload, { id, asker })
    if (!name) throw refused('There is no such person.', 404)
    if (is === 'none') throw refused(`${name} has no second factor.`, 409)
    const message =
      is === 'done'
        ? `${name} signs in without a code now, and was signed out.`
        : 'It waits for a second person: another admin, or compliance, was asked to confirm it.'
    return Response.json({ state: is, message })
  },
}

const refused = (message: string, status: number) => new APIError(message, status, undefined, true)
