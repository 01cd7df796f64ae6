import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { recordAudit } from '../../records/recordAudit'
import type { User, Webhook } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { NotFoundError } from '../governedDocument'

/** How long the secret before signs beside a new one. */
const CHANGE_OVER_MS = 24 * 60 * 60_000

/**
 * Gives an endpoint a new secret; the one before signs beside it for a day.
 * @returns the secret: the only time that it can be read. @throws {NotFoundError}
 */
export const newSecret = (
  { payload, user }: { payload: Payload; user: Pick<User, 'id' | 'name'> },
  webhookId: string,
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const webhook = await payload.db.findOne<Webhook>({
      collection: 'webhooks',
      where: { id: { equals: webhookId } },
      req,
    })
    if (!webhook) throw new NotFoundError(`There is no webhook ${webhookId}.`)
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    await payload.db.updateOne({
      collection: 'webhooks',
      id: webhook.id,
      data: {
        secret: payload.encrypt(secret),
        oldSecret: webhook.secret ?? null,
        oldSecretUntil: webhook.secret ? new Date(Date.now() + CHANGE_OVER_MS).toISOString() : null,
      },
      req,
    })
    await recordAudit(req, {
      action: 'webhook.secret_made',
      actor: user,
      subject: { collection: 'webhooks', id: webhook.id, title: webhook.name },
    })
    return secret
  })

/** What an endpoint's messages are signed with now, the newest first; none before it was given one. */
export const secretsOf = (payload: Payload, webhook: Webhook, now: number): string[] => {
  const { secret, oldSecret, oldSecretUntil } = webhook
  const old = oldSecret && oldSecretUntil && Date.parse(oldSecretUntil) > now ? [oldSecret] : []
  return [...(secret ? [secret] : []), ...old].map((each) => payload.decrypt(each))
}
