import type { ArrayFieldServerProps } from 'payload'
import { may } from '../../governance/permissions'
import type { Bot } from '../../../payload-types'
import { SecretButton } from '../SecretButton'
import { viewerOf } from '../viewer'
import { KeyLimits } from './KeyLimits'
import { KeyLine } from './KeyLine'
import { readKeys } from './readKeys'
import { RevokeKeyButton } from './RevokeKeyButton'

/** A bot’s keys by their prefixes, with how much they are used: nothing else of a key is kept. Admins change them here. */
export const KeyList = async ({ data, user, payload }: ArrayFieldServerProps) => {
  const viewer = viewerOf(user)
  const mayChange = viewer !== null && may(viewer, 'manageBots')
  const bot = (data ?? {}) as Pick<Bot, 'keys'> & Partial<Bot>
  const { id: botId, scopes = [] } = bot
  const keys = await readKeys(payload, bot)
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
          {keys.map((key) => (
            <li key={key.prefix}>
              <KeyLine shown={key} />
              {mayChange && botId && (
                <>
                  <KeyLimits botId={botId} prefix={key.prefix} limits={key.limits} ofBot={scopes} />
                  <ReplaceKey botId={botId} prefix={key.prefix} />
                  <RevokeKeyButton botId={botId} prefix={key.prefix} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const ReplaceKey = ({ botId, prefix }: { botId: string; prefix: string }) => (
  <SecretButton
    slug={`vouch-replace-${prefix}`}
    path={`/api/v1/bots/${botId}/keys/${encodeURIComponent(prefix)}/rotate`}
    field="key"
    button="Replace"
    label={`Replace the key vch_${prefix}…`}
    size="small"
    asks={`A new key with the same limits is made and shown once. vch_${prefix}… ends in a day: give your bot the new one before.`}
    title="A new key in its place"
    keep="Copy this key now and give it to your bot: the old one ends in a day."
    kept="only its hash is stored."
    refusal={null}
  />
)
