import type { BeforeDocumentControlsServerProps } from 'payload'
import type { Webhook } from '../../../payload-types'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { SignInDialog } from './SignInDialog'

/** “Set the sign-in” on the page of a webhook: what Zendesk, Intercom or a desk knows us by. */
export const SignIn = async ({ payload, user, ...props }: BeforeDocumentControlsServerProps) => {
  const { id } = props as { id?: string }
  const viewer = viewerOf(user)
  if (!id || !viewer || !may(viewer, 'manageWebhooks')) return null
  const webhook = await payload.db.findOne<Webhook>({
    collection: 'webhooks',
    where: { id: { equals: String(id) } },
    req: {},
  })
  if (!webhook || webhook.shape === 'slack') return null
  return <SignInDialog webhookId={webhook.id} isSet={Boolean(webhook.signIn)} shape={webhook.shape ?? null} />
}
