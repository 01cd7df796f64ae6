import { mostSevere } from '../severity'
import type { Escalation, Trigger, Turn } from '../types'
import { asksForPerson } from './asksForPerson'
import { cancellation } from './cancellation'
import { complaint } from './complaint'
import { frustration } from './frustration'
import { repeated } from './repeated'
import { sensitiveTopics } from './sensitiveTopic'

/** A new trigger is one file and one line here; `severity.ts` says which of several comes first. */
const TRIGGERS: readonly Trigger[] = [asksForPerson, complaint, cancellation, frustration, repeated]

/** Everything in the turn's own words that a person is needed for. */
export const escalationsByPatterns = (turn: Turn): Escalation[] => [
  ...sensitiveTopics(turn),
  ...TRIGGERS.flatMap((trigger) => trigger(turn) ?? []),
]

/** The most severe of them, or null. */
export const firstEscalation = (turn: Turn): Escalation | null => mostSevere(escalationsByPatterns(turn))
