import type { Escalation, Trigger, Turn } from '../types'
import { asksForPerson } from './asksForPerson'
import { cancellation } from './cancellation'
import { complaint } from './complaint'
import { frustration } from './frustration'
import { repeated } from './repeated'
import { sensitiveTopic } from './sensitiveTopic'

/** In order of what must not be missed: harm first, then an open wish, then signs. A new trigger is one file and one line here. */
const TRIGGERS: readonly Trigger[] = [
  sensitiveTopic,
  asksForPerson,
  complaint,
  cancellation,
  frustration,
  repeated,
]

/** The first trigger that fires on the turn, or null. */
export const firstEscalation = (turn: Turn): Escalation | null => {
  for (const trigger of TRIGGERS) {
    const escalation = trigger(turn)
    if (escalation) return escalation
  }
  return null
}
