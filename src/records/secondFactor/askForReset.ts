import type { Payload } from 'payload'
import type { User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { askForRight, secondPeopleFor } from '../rights/askForRight'
import { turnFactorOff } from './changeFactor'

/** What came of asking; `none`: there is nobody of that id, or nothing to reset. */
export type AskedReset = { is: 'done' | 'waits'; name: string } | { is: 'none'; name: string | null }

/**
 * Takes away the second factor of somebody who lost it, once a second person agrees. Who did that alone, and set a password,
 * would be that person. Where nobody else could agree it holds at once, as rights do.
 */
export function askForReset(
  payload: Payload,
  { id, asker }: { id: string; asker: Pick<User, 'id' | 'name'> },
): Promise<AskedReset> {
  return inTransaction({ payload }, async (req) => {
    const where = { id: { equals: id } }
    const person = await payload.db.findOne<User>({ collection: 'users', where, req })
    if (!person?.secondFactor) return { is: 'none', name: person?.name ?? null }
    const { name } = person
    const second = await secondPeopleFor(req, { asker: asker.id, about: id })
    if (!second.length) {
      await turnFactorOff(req, { person, actor: asker, action: 'reset', sessions: [] })
      return { is: 'done', name }
    }
    const right = {
      kind: 'second_factor' as const,
      title: `${name} gets a new second factor`,
      subjectId: id,
      person: id,
      href: `/admin/collections/users/${id}`,
    }
    await askForRight(req, { right, asker, second })
    return { is: 'waits', name }
  })
}
