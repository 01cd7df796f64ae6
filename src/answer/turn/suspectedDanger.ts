import { BUILT_IN_POLICIES } from '../../escalation/builtIn'
import type { EscalationPolicies } from '../../escalation/policy'
import { readByPolicy } from '../byPolicy'
import type { Escalation } from '../types'
import type { LabelProbability } from './classifyTurn'
import { FOR_A_PERSON, type TurnLabel } from './labels'
import { NOT_TO_BE_MISSED, share, type ReadTurn } from './turnDecision'

/** Where a model says nothing else: what one in thirty ordinary questions reaches that were not fitted on (docs/adr/0013). */
const SUSPECTED = { health: 0.15, danger: 0.35 }
/** A condition and what may do harm to it is told by any of them. */
const HEALTH: ReadonlySet<TurnLabel> = new Set(['medical', 'vulnerability', 'safety'])

/**
 * What a turn may be about where a miss costs more than a needless hand-over, though it is not likely enough to keep the texts from
 * being asked: “can I take this with my blood pressure pills?”. A person is called for it once no text has the answer: nothing is
 * lost by that then. Words alone say too little for it. Null of none.
 */
export function suspectedDanger(
  read: ReadTurn | null,
  { question, policies = BUILT_IN_POLICIES }: { question: string; policies?: EscalationPolicies | undefined },
): Escalation | null {
  if (!read?.byMeaning) return null
  const likely = suspectedIn(read)
  const handling = likely && FOR_A_PERSON[likely.label]
  if (!handling) return null
  const suspicion: Escalation = {
    reason: 'sensitive_topic',
    urgency: 'normal',
    evidence: `may be: ${handling.words} (${likely.probability.toFixed(2)})`,
  }
  const { keep } = readByPolicy(question, policies)
  return keep([{ ...suspicion, ...(handling.about && { about: handling.about }) }]).length > 0
    ? suspicion
    : null
}

/** The likeliest label of what is suspected, with how likely that is altogether. */
function suspectedIn({ found, thresholds }: ReadTurn): LabelProbability | null {
  const { health, danger } = thresholds.suspected ?? SUSPECTED
  const suspected = [
    { labels: HEALTH, from: health },
    { labels: NOT_TO_BE_MISSED, from: danger },
  ].find(({ labels, from }) => share(found, ({ label }) => labels.has(label)) >= from)
  const likeliest = suspected && found.find(({ label }) => suspected.labels.has(label))
  return likeliest
    ? { label: likeliest.label, probability: share(found, ({ label }) => suspected.labels.has(label)) }
    : null
}
