import type { EscalationReason } from '../../vocabulary'
import type { SensitiveTopic } from '../types'

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
  'domestic_abuse',
  'threat',
] as const
export type TurnLabel = (typeof TURN_LABELS)[number]

interface Handling {
  reason: EscalationReason
  urgency: 'normal' | 'high'
  /** What a colleague reads. */
  words: string
  about?: SensitiveTopic
}

/** The turns that a person takes over, and as what. */
export const FOR_A_PERSON: Partial<Record<TurnLabel, Handling>> = {
  asks_for_person: { reason: 'asks_for_person', urgency: 'normal', words: 'asks for a person' },
  complaint: { reason: 'complaint', urgency: 'normal', words: 'complains' },
  cancellation: { reason: 'cancellation', urgency: 'normal', words: 'wants to cancel' },
  frustration: { reason: 'frustration', urgency: 'high', words: 'has lost patience' },
  repeated: { reason: 'repeated', urgency: 'normal', words: 'asks again' },
  fraud: { reason: 'sensitive_topic', urgency: 'high', words: 'fraud', about: 'fraud' },
  hardship: { reason: 'sensitive_topic', urgency: 'normal', words: 'money trouble', about: 'hardship' },
  vulnerability: {
    reason: 'sensitive_topic',
    urgency: 'high',
    words: 'vulnerability',
    about: 'vulnerability',
  },
  bereavement: { reason: 'sensitive_topic', urgency: 'normal', words: 'bereavement', about: 'bereavement' },
  self_harm: { reason: 'sensitive_topic', urgency: 'high', words: 'self-harm', about: 'self_harm' },
  threat: { reason: 'sensitive_topic', urgency: 'high', words: 'a threat of violence', about: 'threat' },
  domestic_abuse: {
    reason: 'sensitive_topic',
    urgency: 'high',
    words: 'abuse by somebody close',
    about: 'domestic_abuse',
  },
  medical: { reason: 'sensitive_topic', urgency: 'high', words: 'a matter of health', about: 'medical' },
  safety: { reason: 'sensitive_topic', urgency: 'high', words: 'danger', about: 'safety' },
  legal: { reason: 'sensitive_topic', urgency: 'normal', words: 'legal', about: 'legal' },
  payment_dispute: {
    reason: 'sensitive_topic',
    urgency: 'normal',
    words: 'a disputed payment',
    about: 'payment_dispute',
  },
}

export const isForAPerson = (label: TurnLabel): boolean => FOR_A_PERSON[label] !== undefined
