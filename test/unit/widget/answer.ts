import type { ShownAnswer } from '../../../packages/widget/src/answer'

/** An answer as the widget shows it. */
export const answer = (over: Partial<ShownAnswer> = {}): ShownAnswer => ({
  outcome: 'answered',
  message: '30 days. [1]',
  locale: 'en-GB',
  receiptId: 'r1',
  citations: [{ number: 1, title: 'Returns', quote: '30 days', validFrom: '2026-09-01T00:00:00Z' }],
  options: [],
  next: { kind: 'none' },
  handover: null,
  ...over,
})
