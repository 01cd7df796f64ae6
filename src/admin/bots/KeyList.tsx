import type { ArrayFieldServerProps } from 'payload'
import { may } from '../../governance/permissions'
import { Moment } from '../time/Moment'
import { viewerOf } from '../viewer'
import { RevokeKeyButton } from './RevokeKeyButton'

/** A bot’s keys by their prefixes: nothing else of a key is kept. Admins revoke them here. */
export const KeyList = ({ data, user }: ArrayFieldServerProps) => {
  const viewer = viewerOf(user)
  const mayRevoke = viewer !== null && may(viewer, 'manageBots')
  const botId = data?.['id'] as string | undefined
  const keys = (data?.['keys'] ?? []) as { prefix: string; createdOn: string }[]
  return (
    <div className="vouch-keys">
      <h3>Keys</h3>
      {keys.length === 0 ? (
        <p className="vouch-quiet">
          No key yet. Once the bot is saved, “Create a key” above makes one; it is shown once, and only its
          hash is kept.
        </p>
      ) : (
        <ul className="vouch-lines">
          {keys.map(({ prefix, createdOn }) => (
            <li key={prefix}>
              <code className="vouch-lines__main">vch_{prefix}…</code>
              <span className="vouch-quiet">
                created <Moment at={createdOn} />
              </span>
              {mayRevoke && botId && <RevokeKeyButton botId={botId} prefix={prefix} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
