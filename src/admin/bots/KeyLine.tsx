import type { KeyLimits as Limits } from '../../governance/botKey'
import { counted, SCOPE_WORDS } from '../../vocabulary'
import { Moment } from '../time/Moment'
import { USE_DAYS, type ShownKey } from './readKeys'

/** What is known of a key: what it is for, since when, until when, how much it is used and what limits it. */
export function KeyLine({ shown: { prefix, createdOn, limits, ended, use, unused } }: { shown: ShownKey }) {
  const { name, expiresOn } = limits
  return (
    <>
      <span className="vouch-lines__main">
        {name && <strong>{name} </strong>}
        <code>vch_{prefix}…</code>
      </span>
      <span className="vouch-quiet">
        created <Moment at={createdOn} />
        {expiresOn && (
          <>
            , {ended ? 'ended' : 'ends'} <Moment at={expiresOn} />
          </>
        )}
        {use?.lastUsedAt ? (
          <>
            , last used <Moment at={use.lastUsedAt} />, {counted(use.calls, 'call')} in {USE_DAYS} days
          </>
        ) : (
          `, ${unused}`
        )}
        {limitWords(limits).map((words) => (
          <span key={words} className="vouch-key-limit">
            <br />
            {words}
          </span>
        ))}
      </span>
    </>
  )
}

const limitWords = ({ scopes, origins, networks }: Limits): string[] => [
  ...(scopes.length ? [`Only: ${scopes.map((scope) => SCOPE_WORDS[scope]).join('; ')}`] : []),
  ...(origins.length ? [`From pages of ${origins.join(', ')}`] : []),
  ...(networks.length ? [`From the networks ${networks.join(', ')}`] : []),
]
