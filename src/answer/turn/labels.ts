import type { EscalationReason } from '../../vocabulary'

/** What a customer’s turn is, beside a question that texts may answer. */
export const TURN_LABELS = [
  'none',
  'asks_for_person',
  'complaint',
  'cancellation',
  'frustration',
  'repeated',
  'fraud',
  'hardship',
  'vulnerability',
  'bereavement',
  'self_harm',
  'medical',
  'safety',
  'legal',
  'payment_dispute',
  'account_specific',
  'out_of_scope',
  'chitchat',
  'abuse',
  'injection',
] as const
export type TurnLabel = (typeof TURN_LABELS)[number]

interface Handling {
  reason: EscalationReason
  urgency: 'normal' | 'high'
  /** What a colleague reads. */
  words: string
}

/** The turns that a person takes over, and as what. */
export const FOR_A_PERSON: Partial<Record<TurnLabel, Handling>> = {
  asks_for_person: { reason: 'asks_for_person', urgency: 'normal', words: 'asks for a person' },
  complaint: { reason: 'complaint', urgency: 'normal', words: 'complains' },
  cancellation: { reason: 'cancellation', urgency: 'normal', words: 'wants to cancel' },
  frustration: { reason: 'frustration', urgency: 'high', words: 'has lost patience' },
  repeated: { reason: 'repeated', urgency: 'normal', words: 'asks again' },
  fraud: { reason: 'sensitive_topic', urgency: 'high', words: 'fraud' },
  hardship: { reason: 'sensitive_topic', urgency: 'normal', words: 'money trouble' },
  vulnerability: { reason: 'sensitive_topic', urgency: 'high', words: 'vulnerability' },
  bereavement: { reason: 'sensitive_topic', urgency: 'normal', words: 'bereavement' },
  self_harm: { reason: 'sensitive_topic', urgency: 'high', words: 'self-harm' },
  medical: { reason: 'sensitive_topic', urgency: 'high', words: 'a matter of health' },
  safety: { reason: 'sensitive_topic', urgency: 'high', words: 'danger' },
  legal: { reason: 'sensitive_topic', urgency: 'normal', words: 'legal' },
  payment_dispute: { reason: 'sensitive_topic', urgency: 'normal', words: 'a disputed payment' },
}

export const isForAPerson = (label: TurnLabel): boolean => FOR_A_PERSON[label] !== undefined
