import { BUILT_IN_POLICIES } from '../../escalation/builtIn'
import type { EscalationPolicies } from '../../escalation/policy'
import { readByPolicy } from '../byPolicy'
import type { Escalation } from '../types'
import { FOR_A_PERSON } from './labels'
import { dangerOf, NOT_TO_BE_MISSED, type ReadTurn } from './turnDecision'

/** Where a model says nothing else; measured in docs/adr/0013. */
const SUSPECTED = 0.25

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
  const { thresholds } = read
  const danger = dangerOf(read.found)
  const likeliest = read.found.find(({ label }) => NOT_TO_BE_MISSED.has(label))
  const handling = likeliest && FOR_A_PERSON[likeliest.label]
  if (!handling || danger < (thresholds.suspected ?? SUSPECTED)) return null
  const suspicion: Escalation = {
    reason: 'sensitive_topic',
    urgency: 'normal',
    evidence: `may be: ${handling.words} (${danger.toFixed(2)})`,
  }
  const { keep } = readByPolicy(question, policies)
  return keep([{ ...suspicion, ...(handling.about && { about: handling.about }) }]).length > 0
    ? suspicion
    : null
}
