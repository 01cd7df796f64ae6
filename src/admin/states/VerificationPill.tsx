import type { Verification } from '../../governance/verification'
import { sentence } from '../words'
import { StatePill } from './StatePill'

/** Whether someone still vouches for a text: a tick, or a clock, and the word. */
export const VerificationPill = ({ verification }: { verification: Verification }) => (
  <StatePill state={verification}>
    <svg className="vouch-state__sign" viewBox="0 0 12 12" aria-hidden="true">
      {verification === 'verified' ? (
        <path d="M2.5 6.5 5 9l4.5-6" />
      ) : (
        <>
          <circle cx="6" cy="6" r="4.6" />
          <path d="M6 3.4V6l1.8 1.2" />
        </>
      )}
    </svg>
    {sentence(verification)}
  </StatePill>
)
