import { findRelease } from '../../../ingestion/releases'
import type { Gap, User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { workedState } from '../../gaps/states'
import { GapRefused, onGap, onOpenGap, recordGapAct, type GapContext } from '../gapActions'
import { findGap, updateGap } from './gapRows'
import { proveGap, type Recheck } from './proveGap'
import { failingOf } from './readFailing'

/** Says that somebody has looked at a gap and that it is one. @throws {GapRefused} @throws {NotFoundError} */
export const triageGap = (context: GapContext, { id }: { id: string }): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    if (gap.state !== 'new' && gap.state !== 'reopened')
      throw new GapRefused('conflict', 'Somebody has looked at this gap already.', gap.state)
    await updateGap(req, id, { state: workedState(Boolean(gap.owner)) })
    await recordGapAct(context, req, gap, 'triaged', {})
  })

/** By when a gap is to be closed; null for no day. @throws {GapRefused} @throws {NotFoundError} */
export const setDueDate = (
  context: GapContext,
  { id, dueAt }: { id: string; dueAt: string | null },
): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    await updateGap(req, id, { dueAt })
    await recordGapAct(context, req, gap, 'due_set', { dueAt })
  })

/** Keeps what a person says about a gap, in its history. @throws {GapRefused} @throws {NotFoundError} */
export const commentOnGap = (context: GapContext, { id, body }: { id: string; body: string }): Promise<Gap> =>
  onGap(context, id, ({ req, gap }) => recordGapAct(context, req, gap, 'commented', { note: body }))

/**
 * A person confirms the proof of a gap whose text is sensitive or regulated: it is asked once more, and closes with their name.
 * @throws {GapRefused} when no proof waits for a person, or this person may not sign such texts. @throws {NotFoundError}
 */
export async function confirmProof(deps: Deps, { user, id }: { user: User; id: string }): Promise<Recheck> {
  const gap = await inTransaction(deps, (req) => findGap(req, id))
  if (!may(user, 'reviewTexts'))
    throw new GapRefused('forbidden', onlyWho('reviewTexts', 'confirm the proof of such a text'), gap.state)
  const failing = failingOf(gap)
  const release = failing && (await findRelease(deps.payload, failing.releaseId))
  if (gap.state !== 'published_unverified' || failing?.why !== 'to_confirm' || !release)
    throw new GapRefused('conflict', 'No proof of this gap waits for a person.', gap.state)
  return proveGap(deps, { gap, release, signer: user })
}
