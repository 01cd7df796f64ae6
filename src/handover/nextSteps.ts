import type { SensitiveTopic } from '../answer/types'
import type { EscalationReason, Urgency } from '../vocabulary'
import type { Sentiment } from './sentiment'

/** What a colleague may do first, by why the conversation came to them. Suggestions, in the order to do them. */
export const nextStepsFor = (reason: EscalationReason, about: SensitiveTopic | undefined): string[] =>
  (about && SENSITIVE[about]) ?? STEPS[reason]

/** An angry customer is not kept waiting. */
export const urgencyOf = (asked: Urgency, { label }: Sentiment): Urgency =>
  label === 'angry' ? 'high' : asked

const STEPS: Record<EscalationReason, string[]> = {
  asks_for_person: [
    'Greet the customer by what they want; they should not have to repeat it.',
    'Answer, or say who will and by when.',
  ],
  complaint: [
    'Acknowledge the complaint and apologise for the experience.',
    'Log it as a complaint, with its date.',
    'Say what happens next and by when.',
  ],
  cancellation: [
    'Confirm who the customer is.',
    'Confirm exactly what is to end, and from when.',
    'Tell them of anything due or lost before it is done.',
  ],
  frustration: [
    'Apologise, and say back what the problem is.',
    'Do not repeat what was already tried.',
    'Solve it or take ownership until it is solved.',
  ],
  repeated: [
    'Read what was answered before: it did not help.',
    'Ask what is still open, then answer that.',
    'Report the text if it is unclear.',
  ],
  sensitive_topic: ['Read the whole conversation first.', 'Follow the procedure for this topic.'],
  conflict: [
    'Find out which of the two texts holds before answering.',
    'Report the contradiction to the owners of both documents.',
  ],
}

const SENSITIVE: Partial<Record<SensitiveTopic, string[]>> = {
  self_harm: [
    'Stay with the customer and take it seriously.',
    'Follow the crisis procedure; give the emergency and crisis lines of their country.',
    'Tell your team lead now.',
  ],
  threat: [
    'Do not meet the threat with one; keep the words as they were written.',
    'Warn whoever is meant, and tell the police where harm may be near.',
    'Tell your team lead now.',
  ],
  domestic_abuse: [
    'Ask first whether it is safe to write or call, and on which number.',
    'Send nothing to the shared address, e-mail or account; change nothing that the other person would see.',
    'Follow the procedure for domestic abuse; give the emergency number and the helpline.',
  ],
  medical: [
    'Ask whether a doctor or the emergency services were called; that comes first.',
    'Have the product, what is in it and how much was taken ready for the poison centre.',
    'Log a safety incident where a product of ours is involved.',
  ],
  safety: [
    'Ask whether anyone is hurt; if so, emergency services come first.',
    'Tell them to stop using the product and keep away from it.',
    'Log a safety incident.',
  ],
  fraud: [
    'Secure the account or card before anything else.',
    'Confirm who the customer is through a known channel.',
    'Pass it to the fraud team.',
  ],
  bereavement: [
    'Offer condolences; do not hurry.',
    'Explain the bereavement procedure and which papers it needs.',
    'Stop automatic letters and charges in the name of the deceased.',
  ],
  vulnerability: [
    'Ask what support they need.',
    'Follow the procedure for customers in difficulty.',
    'Hold charges and collection while it is looked at.',
  ],
  legal: [
    'Do not discuss liability.',
    'Pass the conversation to the legal or complaints team.',
    'Say who will reply and by when.',
  ],
}
