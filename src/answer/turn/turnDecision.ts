import type { Escalation } from '../types'
import type { LabelProbability } from './classifyTurn'
import { FOR_A_PERSON, isForAPerson, type TurnLabel } from './labels'
import type { TurnThresholds } from './turnModel'

/** A turn as it was read, with the thresholds of the model that read it. */
export interface ReadTurn {
  found: LabelProbability[]
  thresholds: TurnThresholds
}

/** What the turn itself decides: a person takes over, or there is nothing to look up. */
export type TurnDecision = { kind: 'person'; escalation: Escalation } | { kind: 'aside'; label: TurnLabel }

/** Where a person is needed at once, and a miss costs more than a needless hand-over. */
export const DANGER: ReadonlySet<TurnLabel> = new Set([
  'self_harm',
  'safety',
  'medical',
  'fraud',
  'bereavement',
  'vulnerability',
])
export const ASIDE: ReadonlySet<TurnLabel> = new Set(['chitchat', 'out_of_scope'])

/** How likely a turn is for a person, all their labels together; 0 to 1. */
export const forAPerson = (found: readonly LabelProbability[]): number =>
  share(found, ({ label }) => isForAPerson(label))

const escalationOf = ({ label, probability }: LabelProbability): Escalation | null => {
  const handling = FOR_A_PERSON[label]
  if (!handling) return null
  const { reason, urgency, words, about } = handling
  return {
    reason,
    urgency,
    evidence: `read as: ${words} (${probability.toFixed(2)})`,
    ...(about && { about }),
  }
}

/** What to do with a turn before anything is looked up; null where it may be a question for the texts. */
export function turnDecision(
  found: readonly LabelProbability[],
  thresholds: TurnThresholds,
): TurnDecision | null {
  const danger = share(found, ({ label }) => DANGER.has(label))
  const likeliest = (is: (label: TurnLabel) => boolean) => found.find(({ label }) => is(label))
  const person =
    danger >= thresholds.danger
      ? likeliest((label) => DANGER.has(label))
      : forAPerson(found) >= thresholds.person
        ? likeliest(isForAPerson)
        : undefined
  const escalation = person && escalationOf(person)
  if (escalation) return { kind: 'person', escalation }
  const aside = share(found, ({ label }) => ASIDE.has(label))
  const label = likeliest((each) => ASIDE.has(each))?.label
  return label && aside >= thresholds.aside ? { kind: 'aside', label } : null
}

export const share = (found: readonly LabelProbability[], is: (each: LabelProbability) => boolean): number =>
  found.reduce((sum, each) => (is(each) ? sum + each.probability : sum), 0)
