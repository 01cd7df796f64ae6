import type { Payload } from 'payload'
import { recordAudit } from '../../records/recordAudit'
import type { User, Webhook } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { NotFoundError } from '../governedDocument'

/**
 * Keeps what an endpoint is signed in to with, the value of the header `Authorization`, encrypted; null takes it away.
 * Nobody can read it again. @throws {NotFoundError}
 */
export const setSignIn = (
  { payload, user }: { payload: Payload; user: Pick<User, 'id' | 'name'> },
  { webhookId, authorization }: { webhookId: string; authorization: string | null },
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const webhook = await payload.db.findOne<Webhook>({
      collection: 'webhooks',
      where: { id: { equals: webhookId } },
      req,
    })
    if (!webhook) throw new NotFoundError(`There is no webhook ${webhookId}.`)
    await payload.db.updateOne({
      collection: 'webhooks',
      id: webhook.id,
      data: { signIn: authorization === null ? null : payload.encrypt(authorization) },
      req,
    })
    await recordAudit(req, {
      action: authorization === null ? 'webhook.sign_in_removed' : 'webhook.sign_in_set',
      actor: user,
      subject: { collection: 'webhooks', id: webhook.id, title: webhook.name },
    })
  })

/** What an endpoint's messages are sent with; null where nothing was set. */
export const signInOf = (payload: Payload, { signIn }: Pick<Webhook, 'signIn'>): string | null =>
  signIn ? payload.decrypt(signIn) : null
