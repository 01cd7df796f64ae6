import { authorityToSign, missingSignatures } from '../../governance/signatures'
import { decideTransition, signatureOf } from '../../governance/transitions'
import type { Actor, Approval, Governed } from '../../governance/types'

/** Whether one person may sign a text and then publish it in one go. */
export interface SignThenPublish {
  allowed: boolean
  /** Why not, for this person; null when they may. */
  reason: string | null
}

/** Judged as the two transitions will be, one after the other; null when the text does not wait for a signature. */
export const signThenPublish = (
  actor: Actor,
  document: Governed,
  approvals: readonly Approval[],
): SignThenPublish | null => {
  if (document.state !== 'in_review') return null
  const no = (reason: string): SignThenPublish => ({ allowed: false, reason })
  const found = authorityToSign(actor, document, approvals)
  if ('refused' in found) return no(found.refused)
  const signed = [...approvals, signatureOf({ actor, document, authority: found.authority })]
  const missing = missingSignatures(document, signed)
  if (missing) return no(`Your signature is not the last. ${missing}`)
  const decision = decideTransition({
    transition: 'publish',
    actor,
    document: { ...document, state: 'approved' },
    approvals: signed,
  })
  return decision.allowed ? { allowed: true, reason: null } : no(decision.reason)
}
