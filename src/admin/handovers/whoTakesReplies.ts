import type { Payload } from 'payload'
import type { Webhook } from '../../../payload-types'
import { SHAPED_EVENTS } from '../../vocabulary'

type Receiver = Pick<Webhook, 'enabled' | 'events' | 'shape'>

/** Chat rooms of colleagues are told of a reply, and no customer reads them. */
const READ_BY_COLLEAGUES: ReadonlySet<Webhook['shape']> = new Set(['slack'])

/** Whether this system can pass on to a customer what a colleague writes here. Pure. */
export const takesReplies = ({ enabled, events, shape }: Receiver): boolean =>
  Boolean(enabled) &&
  events.includes('handover.replied') &&
  SHAPED_EVENTS[shape ?? 'vouch'].includes('handover.replied') &&
  !READ_BY_COLLEAGUES.has(shape)

/** Whether a reply would be kept here and told to nobody: then whoever writes one must know. */
export async function repliesReachNobody(payload: Payload): Promise<boolean> {
  const { docs } = await payload.find({ collection: 'webhooks', depth: 0, pagination: false })
  return !docs.some(takesReplies)
}
