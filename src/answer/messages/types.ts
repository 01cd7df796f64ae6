import type { EscalationReason } from '../../vocabulary'
import type { SensitiveTopic, SmallTalk } from '../types'

/** The fixed words shown to customers in one language. None of them tells how the company keeps its texts. */
export interface Messages {
  no_answer: string
  unavailable: string
  /** Said after an answer, when something else was asked too. */
  partly: string
  clarify: string
  escalated: Record<Exclude<EscalationReason, 'sensitive_topic'>, string>
  sensitive: Record<SensitiveTopic, (numbers: HelpNumbers) => string>
  /** Where a subject always goes to a person, and nothing is known of what the customer goes through. */
  sensitive_topic: string
  out_of_scope: Record<SmallTalk, string>
  next: {
    person: string
    rephrase: string
    link: (url: string) => string
    form: (url: string) => string
    hours: (o: { phone: string | null; hours: string | null }) => string
  }
  emergencyNumber: string
}

/** Whom to call in the customer's country. */
export interface HelpNumbers {
  emergency: string
  /** Somebody to talk to at any hour; null where none is known. */
  crisisLine: string | null
  /** Who knows what to do where somebody has swallowed or breathed in something; null where none is known. */
  poisonCentre: string | null
  /** Who helps where somebody close is violent or controls a life; null where none is known. */
  abuseLine: string | null
}
