import type { Urgency } from '../vocabulary'
import type { Sentiment } from './sentiment'

/** An angry customer is not kept waiting. */
export const urgencyOf = (asked: Urgency, { label }: Sentiment): Urgency =>
  label === 'angry' ? 'high' : asked
