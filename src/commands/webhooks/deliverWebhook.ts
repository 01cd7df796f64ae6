import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../../records/content'
import { notify } from '../../records/notify'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import { queueJob } from '../../../ingestion/queue'
import type { Webhook, WebhookDelivery } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { sentenceOf, VouchError } from '../../errors'
import { guardedPost, NotTaken } from '../../outbound/guardedPost'
import { isGenuine } from '../../records/genuine'
import { SYSTEM } from '../../records/recordAudit'
import { step, traceHeaders } from '../../tracing/step'
import { parseTraceparent } from '../../tracing/traceparent'
import { withinTrace } from '../../tracing/within'
import { SIGNED_IN_SHAPES, UNSIGNED_SHAPES } from '../../vocabulary'
import { recordContact } from '../handovers/contactDetails'
import { messageBody } from './messageBody'
import { nextTry } from './retryPlan'
import { secretsOf } from './secrets'
import { signInOf } from './signIn'
import { signMessage } from './signMessage'

interface Sender {
  payload: Payload
  /** Hosts that may be private. */
  allowPrivate: readonly string[]
  /** Where people open the admin, for links in messages. */
  publicUrl: string
}

/**
 * Sends one message of the outbox, and keeps what came of it: taken, tried again later, or dead. A message that was taken is
 * not sent again, and one whose worker died while it was sent goes out a second time under the same id.
 */
export async function deliverWebhook(sender: Sender, deliveryId: string): Promise<void> {
  const { payload } = sender
  const delivery = await readRow<WebhookDelivery>(payload, 'webhook-deliveries', deliveryId)
  if (delivery?.state !== 'waiting' || isEarly(delivery)) return
  const failure = await withinTrace(parseTraceparent(delivery.traceparent), () =>
    step(`send ${delivery.event}`, () => send(sender, delivery), {
      kind: 'client',
      attributes: {
        'vouch.webhook.message_id': delivery.messageId,
        'vouch.webhook.attempt': delivery.attempts + 1,
      },
    }),
  ).then(
    () => null,
    (error: unknown) => error,
  )
  await (failure === null ? keepTaken(payload, delivery) : keepFailed(payload, delivery, failure))
}

/** Another job of it comes when it is time. */
const isEarly = ({ nextTryAt }: WebhookDelivery): boolean =>
  Boolean(nextTryAt && Date.parse(nextTryAt) > Date.now())

async function send({ payload, allowPrivate, publicUrl }: Sender, delivery: WebhookDelivery): Promise<void> {
  const webhook = await readRow<Webhook>(payload, 'webhooks', idOf(delivery.webhook) ?? '')
  if (!webhook?.enabled) throw new VouchError('This webhook is off. Turn it on, and send the message again.')
  if (!(await isGenuine(payload, { of: 'webhooks', row: webhook })))
    throw new VouchError('This webhook is not what Vouch wrote. Run: npm run -s vouch -- verify')
  const { body, headers, discloses } = await messageBody(payload, { delivery, webhook, publicUrl })
  const credentialled = {
    ...headers,
    ...traceHeaders(),
    ...credentials(payload, { delivery, webhook, body }),
  }
  // Before it goes: who takes it and does not say so has read it too.
  if (discloses)
    await inTransaction({ payload }, (req) =>
      recordContact(req, {
        action: 'handover.contact_sent',
        actor: SYSTEM,
        ...discloses,
        to: webhook.name,
      }),
    )
  await guardedPost(webhook.url, { body, headers: credentialled, guard: { allowPrivate } })
}

/** By what the receiver knows that it is us: a signature, a sign-in, or both. @throws {VouchError} where neither is there yet. */
function credentials(
  payload: Payload,
  { delivery, webhook, body }: { delivery: WebhookDelivery; webhook: Webhook; body: string },
): Record<string, string> {
  const at = new Date()
  const shape = webhook.shape ?? 'vouch'
  const secrets = secretsOf(payload, webhook, at.getTime())
  if (!secrets.length && !UNSIGNED_SHAPES.includes(shape))
    throw new VouchError('This webhook has no secret yet. Make one on its page.')
  const signIn = signInOf(payload, webhook)
  if (!signIn && SIGNED_IN_SHAPES.includes(shape))
    throw new VouchError('This webhook has no sign-in yet. Set it on its page.')
  return {
    'content-type': 'application/json',
    ...(secrets.length > 0 && signMessage({ id: delivery.messageId, body, secrets, at })),
    ...(signIn && { authorization: signIn }),
  }
}

const keepTaken = (payload: Payload, delivery: WebhookDelivery): Promise<void> =>
  keep(payload, delivery, {
    state: 'delivered',
    attempts: delivery.attempts + 1,
    deliveredAt: new Date().toISOString(),
    lastError: null,
    nextTryAt: null,
  })

async function keepFailed(payload: Payload, delivery: WebhookDelivery, failure: unknown): Promise<void> {
  const lastError = sentenceOf(failure)
  // What is no fault of the receiver's is the queue's to try again.
  if (!lastError) throw failure
  const attempts = delivery.attempts + 1
  const status = failure instanceof NotTaken ? failure.status : undefined
  const next = nextTry({ attempts, status, now: Date.now() })
  await keep(
    payload,
    delivery,
    { state: next ? 'waiting' : 'dead', attempts, lastError, nextTryAt: next?.toISOString() ?? null },
    next,
  )
}

/** Unless it was settled or sent again meanwhile; with the job of the next try in the same transaction. */
const keep = (
  payload: Payload,
  { id, attempts }: WebhookDelivery,
  data: Partial<WebhookDelivery>,
  next: Date | null = null,
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const kept = await payload.db.updateOne({
      collection: 'webhook-deliveries',
      where: {
        and: [{ id: { equals: id } }, { state: { equals: 'waiting' } }, { attempts: { equals: attempts } }],
      },
      data,
      req,
    })
    if (kept && next) await queueJob(req, 'deliverWebhook', { deliveryId: id }, { waitUntil: next })
    if (kept && data.state === 'dead') await tellAdmins(req, { id, lastError: data.lastError ?? '' })
  })

/** Nobody looks into an outbox by themselves. */
async function tellAdmins(
  req: PayloadRequest,
  { id, lastError }: { id: string; lastError: string },
): Promise<void> {
  const people = await peopleWhoMay(req.payload, 'manageWebhooks', req)
  await notify(req, {
    to: people.map((person) => person.id),
    kind: 'webhook_dead',
    title: 'A webhook message was given up',
    body: `${lastError} Mend it, and send the message again from its page.`,
    href: `/admin/collections/webhook-deliveries/${id}`,
    // One that is sent again and dies again is told again.
    key: `webhook:${id}:${new Date().toISOString()}`,
  })
}

const readRow = <Row extends { id: string }>(
  payload: Payload,
  collection: 'webhooks' | 'webhook-deliveries',
  id: string,
): Promise<Row | null> => payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req: {} })
