import type { Escalation } from '../types'
import type { LabelProbability } from './classifyTurn'
import { DANGERS } from '../severity'
import { FOR_A_PERSON, isForAPerson, type TurnLabel } from './labels'
import type { TurnThresholds } from './turnModel'

/** A turn as it was read, with the thresholds of the model that read it. */
export interface ReadTurn {
  found: LabelProbability[]
  /** Its parts, read each on its own, where it is long: one sentence of danger in a story is not averaged away. */
  parts?: LabelProbability[][]
  /** Earlier turns of the customer, by their words, as they were read. */
  earlier?: ReadonlyMap<string, LabelProbability[]>
  /** The turn and the one before it, read as one text, where it is too short to stand alone. */
  inContext?: LabelProbability[]
  /** Whether its meaning was read and not its words alone. */
  byMeaning?: boolean
  thresholds: TurnThresholds
}

/** Where a person is needed at once, and a miss costs more than a needless hand-over. */
export const NOT_TO_BE_MISSED: ReadonlySet<TurnLabel> = new Set([...DANGERS, 'bereavement', 'vulnerability'])
export const ASIDE: ReadonlySet<TurnLabel> = new Set(['chitchat', 'out_of_scope'])

/** How likely a turn is for a person, all their labels together; 0 to 1. */
export const forAPerson = (found: readonly LabelProbability[]): number =>
  share(found, ({ label }) => isForAPerson(label))

const dangerOf = (found: readonly LabelProbability[]): number =>
  share(found, ({ label }) => NOT_TO_BE_MISSED.has(label))

export const share = (found: readonly LabelProbability[], is: (each: LabelProbability) => boolean): number =>
  found.reduce((sum, each) => (is(each) ? sum + each.probability : sum), 0)

/** With how likely its label is, 0 to 1. */
export type ReadEscalation = Escalation & { probability: number }

/** Below this a reading is a suspicion: enough to call a person, not to take a turn that says plainly what it wants for another. */
export const FAINT = 0.3

/**
 * Everything that a person is needed for, by what the turn or a part of it was read as. Of a few words in a conversation hardly
 * anything is known: a faint danger that is gone once they are read with what they follow still calls a person, but nobody who
 * says “that didn't work” of a reset is told what helps in despair.
 */
export function escalationsRead(read: ReadTurn): ReadEscalation[] {
  const found = readAlone(read)
  const { inContext, thresholds } = read
  if (!inContext || readAlone({ found: inContext, thresholds }).some(isNotToBeMissed)) return found
  return found.map((each) => (each.probability < FAINT && isNotToBeMissed(each) ? unnamed(each) : each))
}

/** Whether a miss of it costs more than a needless hand-over. */
export const isNotToBeMissed = ({ about }: Pick<Escalation, 'about'>): boolean =>
  about !== undefined && NOT_TO_BE_MISSED.has(about)

function readAlone(read: Pick<ReadTurn, 'found' | 'parts' | 'thresholds'>): ReadEscalation[] {
  const { found, parts = [], thresholds } = read
  const dangers = [
    ...dangersIn(found, thresholds),
    ...parts.flatMap((part) => dangersInPart(part, thresholds)),
  ]
  if (forAPerson(found) < thresholds.person) return dangers
  const likeliest = found.find(({ label }) => isForAPerson(label))
  // Of several labels that are for a person, one need not be likely: what is likeliest is said.
  return likeliest ? [...dangers, ...escalationOf(likeliest)] : dangers
}

/** The dangers that are likely enough each, or all together: then the likeliest, with its words where it is most of them. */
function dangersIn(found: readonly LabelProbability[], { danger, labels }: TurnThresholds): ReadEscalation[] {
  const likely = found.filter(
    ({ label, probability }) => NOT_TO_BE_MISSED.has(label) && probability >= (labels[label] ?? danger),
  )
  const likeliest = found.find(({ label }) => NOT_TO_BE_MISSED.has(label))
  if (likely.length > 0) return likely.flatMap(escalationOf)
  const together = dangerOf(found)
  if (!likeliest || together < danger) return []
  if (likeliest.probability >= together / 2) return escalationOf(likeliest)
  return escalationOf(likeliest).map(unnamed)
}

/** For a person, without the words for one danger: it is not known which it is. */
const unnamed = ({ reason, urgency, evidence, probability }: ReadEscalation): ReadEscalation => ({
  reason,
  urgency,
  evidence,
  probability,
})

const dangersInPart = (
  found: readonly LabelProbability[],
  { part, labels }: TurnThresholds,
): ReadEscalation[] =>
  found
    .filter(
      ({ label, probability }) =>
        NOT_TO_BE_MISSED.has(label) && probability >= Math.max(part, labels[label] ?? 0),
    )
    .flatMap(escalationOf)

function escalationOf({ label, probability }: LabelProbability): ReadEscalation[] {
  const handling = FOR_A_PERSON[label]
  if (!handling) return []
  const { reason, urgency, words, about } = handling
  return [
    {
      reason,
      urgency,
      evidence: `read as: ${words} (${probability.toFixed(2)})`,
      ...(about && { about }),
      probability,
    },
  ]
}

/** Whether there is nothing to look up: small talk, or work that is not ours. */
export const isAside = ({ found, thresholds }: ReadTurn): boolean =>
  share(found, ({ label }) => ASIDE.has(label)) >= thresholds.aside
