import type { User } from '../../payload-types'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { missingSignatures, standingApprovals } from '../governance/signatures'
import type { GovernedCollection } from '../vocabulary'
import { readGoverned } from './governedDocument'
import { transitionDocument } from './transitionDocument'

/**
 * Takes a draft through its whole review as the people named: each step is the ordinary transition, with its rules. Where
 * an earlier import ended on the way, it goes on from there.
 * @throws {TransitionRefused} where a person may not; {VouchError} where a signature is still missing.
 */
export const signAndPublish = async (
  { payload, chunker }: Pick<Deps, 'payload' | 'chunker'>,
  {
    collection,
    id,
    author,
    approver,
    cosigner,
  }: { collection: GovernedCollection; id: string; author: User; approver: User; cosigner?: User },
): Promise<void> => {
  const { document, approvals } = await readGoverned({ payload, collection, id })
  const step = (user: User, transition: 'submit' | 'approve' | 'publish') =>
    transitionDocument(
      { payload, user, chunker, via: 'import' },
      { collection, id, transition, expectedVersion: document.version },
    )
  let { state } = document
  if (state === 'draft') ({ state } = await step(author, 'submit'))
  const signed = standingApprovals(document, approvals)
  for (const signer of cosigner ? [approver, cosigner] : [approver])
    if (state !== 'approved' && !signed.some((approval) => approval.approver === signer.id))
      ({ state } = await step(signer, 'approve'))
  if (state !== 'approved') {
    const now = await readGoverned({ payload, collection, id })
    const missing = missingSignatures(now.document, now.approvals)
    if (missing) throw new VouchError(missing)
  }
  await step(approver, 'publish')
}
