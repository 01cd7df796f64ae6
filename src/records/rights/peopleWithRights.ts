import type { Payload, PayloadRequest } from 'payload'
import type { PersonWithRights } from '../../governance/rights'
import { peopleWhoMay } from '../peopleWhoMay'

/** Everyone who is here and may give rights to others, or look at what another gives. */
export const readPeopleWithRights = async (
  payload: Payload,
  req?: PayloadRequest,
): Promise<PersonWithRights[]> => {
  const people = await peopleWhoMay(payload, 'confirmRights', req)
  return people.map(({ id, name, roles }) => ({ id, name, roles }))
}
