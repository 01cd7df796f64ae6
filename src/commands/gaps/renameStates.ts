import type { Payload } from 'payload'
import type { Gap } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { inTransaction } from '../../database/transaction'
import { OLD_STATES } from '../../gaps/states'
import { GAP_STATES, type GapState } from '../../vocabulary'
import { findGap, updateGap } from './gapRows'
import { weighedOf } from './weighed'

/** Gives gaps that were stored before the states of today theirs, and all of them a rank. Running it again changes nothing. */
export async function renameStates(payload: Payload): Promise<void> {
  const old: string[] = []
  const pages = pagesOf<Gap>(payload, {
    collection: 'gaps',
    where: { or: [{ state: { not_in: [...GAP_STATES] } }, { rank: { exists: false } }] },
  })
  for await (const page of pages) old.push(...page.map(({ id }) => id))
  for (const id of old)
    await inTransaction({ payload }, async (req) => {
      const gap = await findGap(req, id)
      await updateGap(req, id, { state: stateNow(gap), rank: weighedOf(gap).rank })
    })
}

/** What was open and had an owner was assigned. */
function stateNow({ state, owner }: Gap): GapState {
  const now = OLD_STATES[state] ?? state
  return now === 'new' && owner ? 'assigned' : now
}
