import type { User } from '../../payload-types'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { missingSignatures } from '../governance/signatures'
import type { GovernedCollection } from '../vocabulary'
import { readGoverned } from './governedDocument'
import { transitionDocument } from './transitionDocument'

/**
 * Takes a draft through its whole review as the people named: each step is the ordinary transition, with its rules.
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
  const { document } = await readGoverned({ payload, collection, id })
  const step = (user: User, transition: 'submit' | 'approve' | 'publish') =>
    transitionDocument(
      { payload, user, chunker, via: 'import' },
      { collection, id, transition, expectedVersion: document.version },
    )
  await step(author, 'submit')
  const { state } = await step(approver, 'approve')
  if (state !== 'approved') {
    if (cosigner) await step(cosigner, 'approve')
    const signed = await readGoverned({ payload, collection, id })
    const missing = missingSignatures(signed.document, signed.approvals)
    if (missing) throw new VouchError(missing)
  }
  await step(approver, 'publish')
}
