import { idOf } from '../../records/content'
import type { Handover } from '../../../payload-types'

/** What a message tells of a hand-over: which one it is and where it belongs, nothing that a customer wrote. */
export const handoverData = (
  handover: Pick<Handover, 'id' | 'queue' | 'urgency' | 'reason' | 'state' | 'bot' | 'receipt'>,
): Record<string, unknown> => ({
  id: handover.id,
  state: handover.state ?? 'open',
  queue: handover.queue,
  urgency: handover.urgency,
  reason: handover.reason,
  botId: idOf(handover.bot),
  receiptId: idOf(handover.receipt),
})
