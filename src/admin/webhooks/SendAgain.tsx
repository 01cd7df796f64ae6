import type { BeforeDocumentControlsServerProps } from 'payload'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { SendAgainButton } from './SendAgainButton'

/** “Send again” on the page of a message, whatever came of it. */
export const SendAgain = ({ user, ...props }: BeforeDocumentControlsServerProps) => {
  const { id } = props as { id?: string }
  const viewer = viewerOf(user)
  return id && viewer && may(viewer, 'manageWebhooks') ? <SendAgainButton messageId={String(id)} /> : null
}
