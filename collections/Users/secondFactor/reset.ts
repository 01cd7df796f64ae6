import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import type { User } from '../../../payload-types'
import { inTransaction } from '../../../src/database/transaction'
import { onlyWho } from '../../../src/governance/permissionWords'
import { may } from '../../../src/governance/permissions'
import { askForRight, secondPeopleFor } from '../../../src/records/rights/askForRight'
import { turnFactorOff } from '../../../src/records/secondFactor/changeFactor'
import { signedInPerson } from '../ownAccount'

/**
 * An admin takes away the second factor of somebody who lost it. Who did that alone, and set a password, would be that person:
 * so it waits for a second admin, or compliance, as a right to sign does.
 */
export const resetFactor: Endpoint = {
  path: '/:id/second-factor/reset',
  method: 'post',
  handler: async (req) => {
    const asker = await signedInPerson(req)
    if (!may(asker, 'managePeople')) throw new APIError(onlyWho('managePeople'), 403, undefined, true)
    const id = String(req.routeParams?.['id'] ?? '')
    if (id === asker.id)
      throw new APIError(
        'It is your own. Turn it off on your account’s page, or ask another admin.',
        409,
        undefined,
        true,
      )
    return Response.json(await inTransaction({ payload: req.payload }, (own) => reset(own, { id, asker })))
  },
}

async function reset(
  req: PayloadRequest,
  { id, asker }: { id: string; asker: User },
): Promise<{ state: 'done' | 'waits'; message: string }> {
  const person = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  })
  if (!person) throw new APIError('There is no such person.', 404, undefined, true)
  if (!person.secondFactor)
    throw new APIError(`${person.name} has no second factor.`, 409, undefined, true)
  const second = await secondPeopleFor(req, { asker: asker.id, about: id })
  if (!second.length) {
    await turnFactorOff(req, { person, actor: asker, action: 'reset', sessions: [] })
    return { state: 'done', message: `${person.name} signs in without a code now, and was signed out.` }
  }
  await askForRight(req, {
    right: {
      kind: 'second_factor',
      title: `${person.name} gets a new second factor`,
      subjectId: id,
      person: id,
      href: `/admin/collections/users/${id}`,
    },
    asker,
    second,
  })
  return {
    state: 'waits',
    message: 'It waits for a second person: another admin, or compliance, was asked to confirm it.',
  }
}
