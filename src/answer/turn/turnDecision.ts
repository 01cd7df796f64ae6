import { BUILT_IN_POLICIES, policyOf } from '../../escalation/builtIn'
import type { EscalationLabel, EscalationPolicies } from '../../escalation/policy'
import { ESCALATION_LABELS } from '../../vocabulary'
import { escalationOf as escalationBy } from '../byPolicy'
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
export function escalationsRead(
  read: ReadTurn,
  policies: EscalationPolicies = BUILT_IN_POLICIES,
): ReadEscalation[] {
  const found = readAlone(read, policies)
  const { inContext, thresholds } = read
  if (!inContext || readAlone({ found: inContext, thresholds }, policies).some(isNotToBeMissed)) return found
  return found.map((each) => (each.probability < FAINT && isNotToBeMissed(each) ? unnamed(each) : each))
}

/** Whether a miss of it costs more than a needless hand-over. */
export const isNotToBeMissed = ({ about }: Pick<Escalation, 'about'>): boolean =>
  about !== undefined && NOT_TO_BE_MISSED.has(about)

function readAlone(
  read: Pick<ReadTurn, 'found' | 'parts' | 'thresholds'>,
  policies: EscalationPolicies,
): ReadEscalation[] {
  const { found, parts = [], thresholds } = read
  const sure = [
    ...dangersIn(found, { thresholds, policies }),
    ...parts.flatMap((part) => dangersInPart(part, { thresholds, policies })),
    ...likelyByPolicy(found, { thresholds, policies }),
  ]
  if (forAPerson(found) < thresholds.person) return sure
  const likeliest = found.find(({ label }) => isForAPerson(label))
  // Of several labels that are for a person, one need not be likely: what is likeliest is said.
  return likeliest && !isTooUnlikely(likeliest, { policies, shared: thresholds.person })
    ? [...sure, ...escalationOf(likeliest)]
    : sure
}

interface Judging {
  thresholds: TurnThresholds
  policies: EscalationPolicies
}

/** What a person set as the least probability of a label; null where the classifier’s own counts. */
const ownThreshold = (label: TurnLabel, policies: EscalationPolicies): number | null =>
  hasPolicy(label) ? policyOf(policies, label).threshold : null

const hasPolicy = (label: TurnLabel): label is TurnLabel & EscalationLabel =>
  (ESCALATION_LABELS as readonly string[]).includes(label)

/** Whether a person asks for more of a label than is asked of several together, and it is not as likely as that. */
function isTooUnlikely(
  { label, probability }: LabelProbability,
  { policies, shared }: { policies: EscalationPolicies; shared: number },
): boolean {
  const own = ownThreshold(label, policies)
  return own !== null && own > shared && probability < own
}

/** What is no danger, and likely enough by a threshold of its own. */
function likelyByPolicy(
  found: readonly LabelProbability[],
  { thresholds, policies }: Judging,
): ReadEscalation[] {
  return found.flatMap((each) => {
    const { label, probability } = each
    if (!hasPolicy(label) || NOT_TO_BE_MISSED.has(label)) return []
    const { threshold, role } = policyOf(policies, label)
    // The classifier has none of its own for what it leaves to the bot.
    const own = threshold ?? (role !== 'resolve' && !isForAPerson(label) ? thresholds.person : null)
    return own !== null && probability >= own ? escalationOf(each) : []
  })
}

/** The dangers that are likely enough each, or all together: then the likeliest, with its words where it is most of them. */
function dangersIn(
  found: readonly LabelProbability[],
  { thresholds: { danger, labels }, policies }: Judging,
): ReadEscalation[] {
  const likely = found.filter(
    ({ label, probability }) =>
      NOT_TO_BE_MISSED.has(label) &&
      probability >= (ownThreshold(label, policies) ?? labels[label] ?? danger),
  )
  const likeliest = found.find(({ label }) => NOT_TO_BE_MISSED.has(label))
  if (likely.length > 0) return likely.flatMap((each) => escalationOf(each))
  const together = dangerOf(found)
  if (!likeliest || together < danger || isTooUnlikely(likeliest, { policies, shared: danger })) return []
  const shared = escalationOf(likeliest, together)
  return likeliest.probability >= together / 2 ? shared : shared.map(unnamed)
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
  { thresholds: { part, labels }, policies }: Judging,
): ReadEscalation[] =>
  found
    .filter(
      ({ label, probability }) =>
        NOT_TO_BE_MISSED.has(label) &&
        probability >= Math.max(part, ownThreshold(label, policies) ?? labels[label] ?? 0),
    )
    .flatMap((each) => escalationOf(each))

/** @param together how likely some danger is, where that decides: whoever set a threshold that this one is under reads why. */
function escalationOf({ label, probability }: LabelProbability, together?: number): ReadEscalation[] {
  const handling = FOR_A_PERSON[label]
  const told = [
    probability.toFixed(2),
    ...(together === undefined ? [] : [`all dangers together ${together.toFixed(2)}`]),
  ].join(', ')
  if (!handling)
    return hasPolicy(label)
      ? [{ ...escalationBy(policyOf(BUILT_IN_POLICIES, label), `read as: ${label} (${told})`), probability }]
      : []
  const { reason, urgency, words, about } = handling
  return [
    {
      reason,
      urgency,
      evidence: `read as: ${words} (${told})`,
      ...(about && { about }),
      probability,
    },
  ]
}

/** Whether there is nothing to look up: small talk, or work that is not ours. */
export const isAside = ({ found, thresholds }: ReadTurn): boolean =>
  share(found, ({ label }) => ASIDE.has(label)) >= thresholds.aside
