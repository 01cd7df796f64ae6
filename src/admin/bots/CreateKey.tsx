import type { BeforeDocumentControlsServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { CreateKeyButton } from './CreateKeyButton'

/** “Create a key” on a bot’s page; shown with the reason to those who may not. */
export const CreateKey = ({ user, ...props }: BeforeDocumentControlsServerProps) => {
  const { id } = props as { id?: string }
  const viewer = viewerOf(user)
  if (!id || !viewer) return null
  return (
    <CreateKeyButton
      botId={String(id)}
      refusal={may(viewer, 'manageBots') ? null : onlyWho('manageBots', 'create keys')}
    />
  )
}
