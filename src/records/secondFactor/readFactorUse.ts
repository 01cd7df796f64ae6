import type { Payload } from 'payload'
import type { User } from '../../../payload-types'
import type { FactorUse } from '../../governance/secondFactorWords'
import { hasLeft } from '../hasLeft'
import { lacksFactor, rolesThatNeedFactor } from './factor'

/** Who has a second factor here, and who is to have one. */
export async function readFactorUse(payload: Payload): Promise<FactorUse> {
  const { docs } = await payload.db.find<User>({ collection: 'users', limit: 0, pagination: false })
  const people = docs.filter((person) => !hasLeft(person))
  const missing: string[] = []
  for (const person of people) if (await lacksFactor(payload, person)) missing.push(person.name)
  return {
    roles: [...rolesThatNeedFactor(payload)],
    people: people.length,
    have: people.filter(({ secondFactor }) => secondFactor).length,
    missing,
  }
}
