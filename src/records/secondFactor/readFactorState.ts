import type { Payload } from 'payload'
import type { SecondFactor } from '../../../payload-types'

/** What its own person is shown of a factor; null for none. */
export async function readFactorState(
  payload: Payload,
  person: string,
): Promise<{ since: string; codesLeft: number } | null> {
  const factor = await payload.db.findOne<SecondFactor>({
    collection: 'second-factors',
    where: { id: { equals: person } },
  })
  return factor && { since: factor.since, codesLeft: (factor.recoveryCodes as string[]).length }
}
