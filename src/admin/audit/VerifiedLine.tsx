import type { LastVerification } from '../../commands/audit/verifyByItself'
import type { PutAside } from '../../records/putAside'
import { Moment } from '../time/Moment'
import { counted } from '../words'

const SHOWN = 5

/** When everything was last held against its seals and signatures, what was found, and what is not served because of it. */
export const VerifiedLine = ({
  verified,
  aside,
}: {
  verified: LastVerification | null
  aside: readonly PutAside[]
}) => (
  <div className="vouch-chain" data-broken={verified?.breaks || aside.length ? '' : undefined}>
    {verified ? (
      <p>
        {verified.breaks ? `⚠ ${counted(verified.breaks, 'break')} found` : '✓ Everything verified'}{' '}
        <Moment at={verified.at} />.
      </p>
    ) : (
      <p>Everything is verified each night; it has not been yet.</p>
    )}
    {(verified?.breaks || aside.length > 0) && (
      <ul>
        {verified?.named.slice(0, SHOWN).map(({ kind, id, message }) => (
          <li key={`${kind} ${id} ${message}`}>{message}</li>
        ))}
        {aside.length > 0 && (
          <li>
            {counted(aside.length, 'record')} put aside: nothing is answered from them until an admin has
            looked at them.
          </li>
        )}
        <li className="vouch-quiet">
          Keep a copy of the database as it is. <code>npm run -s vouch -- verify</code> names every break, and{' '}
          <code>verify --accept ID --as EMAIL --because REASON</code> accepts one after its repair.
        </li>
      </ul>
    )}
  </div>
)
