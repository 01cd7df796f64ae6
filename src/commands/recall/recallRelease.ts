import { findRelease } from '../../../ingestion/releases'
import type { User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { inForce, windowOf } from '../../governance/window'
import { NotFoundError } from '../governedDocument'
import { startRecall } from './startRecall'

/** A release that cannot be recalled now, or not by this person. */
export class RecallRefused extends VouchError {
  override name = 'RecallRefused'
}

/**
 * Calls back what a release said before it was corrected or withdrawn. @returns the recall's id; that of the one that there is.
 * @throws {NotFoundError} when there is no such release. @throws {RecallRefused} for who may not, and for what is still told.
 */
export async function recallRelease(
  deps: Pick<Deps, 'payload'>,
  { releaseId, user, reason }: { releaseId: string; user: User; reason?: string | undefined },
): Promise<string> {
  if (!may(user, 'withdrawTexts')) throw new RecallRefused(onlyWho('withdrawTexts', 'recall a release'))
  return inTransaction(deps, async (req) => {
    const release = await findRelease(req.payload, releaseId, req)
    if (!release) throw new NotFoundError(`There is no release ${releaseId}.`)
    const window = windowOf(release)
    if (!release.withdrawnAt && window && inForce(window, Date.now()))
      throw new RecallRefused(
        `“${release.title}” v${release.version} is in force still. Publish its correction or withdraw it first; a withdrawal recalls it by itself.`,
      )
    const cause = release.withdrawnAt ? ('withdrawn' as const) : ('corrected' as const)
    return startRecall(req, { release, cause, reason, actor: user })
  })
}
