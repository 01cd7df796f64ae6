import type { Verification } from '../../governance/verification'
import { VerificationPill } from '../states/VerificationPill'

/** That a text was due or overdue when it was used; nothing for one that was verified, or where the receipt does not say. */
export const Stale = ({ of: verification }: { of: Verification | null }) =>
  verification === 'due' || verification === 'overdue' ? (
    <VerificationPill verification={verification} />
  ) : null
