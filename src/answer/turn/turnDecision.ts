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

const asDanger = (escalation: Escalation, likeliest: LabelProbability | undefined): Escalation => {
  const perhaps = likeliest && escalationOf(likeliest)
  const evidence =
    perhaps && perhaps.evidence !== escalation.evidence
      ? `${escalation.evidence}; perhaps ${perhaps.evidence}`
      : escalation.evidence
  return { ...escalation, evidence, urgency: perhaps?.urgency === 'high' ? 'high' : escalation.urgency }
}

/** What to do with a turn before anything is looked up; null where it may be a question for the texts. */
export function turnDecision(
  found: readonly LabelProbability[],
  thresholds: TurnThresholds,
): TurnDecision | null {
  const dangerous = share(found, ({ label }) => DANGER.has(label))
  const danger = dangerous >= thresholds.danger
  const likeliest = (is: (label: TurnLabel) => boolean) => found.find(({ label }) => is(label))
  const mostlyDanger = dangerous >= forAPerson(found) - dangerous
  const person =
    danger || forAPerson(found) >= thresholds.person
      ? likeliest((label) => isForAPerson(label) && DANGER.has(label) === mostlyDanger)
      : undefined
  const escalation = person && escalationOf(person)
  // Words of comfort are for whom they are meant for: what is likeliest is said, and a colleague is told of the rest.
  if (escalation && danger)
    return {
      kind: 'person',
      escalation: asDanger(
        escalation,
        likeliest((label) => DANGER.has(label)),
      ),
    }
  if (escalation) return { kind: 'person', escalation }
  const aside = share(found, ({ label }) => ASIDE.has(label))
  const label = likeliest((each) => ASIDE.has(each))?.label
  return label && aside >= thresholds.aside ? { kind: 'aside', label } : null
}

export const share = (found: readonly LabelProbability[], is: (each: LabelProbability) => boolean): number =>
  found.reduce((sum, each) => (is(each) ? sum + each.probability : sum), 0)
