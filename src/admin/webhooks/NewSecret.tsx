import type { BeforeDocumentControlsServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { SecretButton } from '../SecretButton'
import { viewerOf } from '../viewer'

/** “Make a secret” on a webhook’s page. */
export const NewSecret = ({ user, ...props }: BeforeDocumentControlsServerProps) => {
  const { id } = props as { id?: string }
  const viewer = viewerOf(user)
  if (!id || !viewer) return null
  return (
    <SecretButton
      slug="vouch-webhook-secret"
      path={`/api/v1/webhooks/${id}/secret`}
      field="secret"
      button="Make a secret"
      title="A new secret"
      keep="Copy this secret now and give it to the receiver, which checks with it that a message is ours. If there was one before, it is valid for a day more."
      kept="it is stored encrypted."
      refusal={may(viewer, 'manageWebhooks') ? null : onlyWho('manageWebhooks', 'make secrets')}
    />
  )
}
