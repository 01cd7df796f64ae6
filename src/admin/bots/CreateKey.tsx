import type { BeforeDocumentControlsServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { SecretButton } from '../SecretButton'

/** “Create a key” on a bot’s page; shown with the reason to those who may not. */
export const CreateKey = ({ user, ...props }: BeforeDocumentControlsServerProps) => {
  const { id } = props as { id?: string }
  const viewer = viewerOf(user)
  if (!id || !viewer) return null
  return (
    <SecretButton
      slug="vouch-bot-key"
      path={`/api/v1/bots/${id}/keys`}
      field="key"
      button="Create a key"
      className="vouch-create-key"
      title="A new key"
      keep="Copy this key now and keep it where your bot’s secrets are."
      kept="only its hash is stored."
      refusal={may(viewer, 'manageBots') ? null : onlyWho('manageBots', 'create keys')}
    />
  )
}
