import { BUILT_IN_POLICIES, policyOf } from '../escalation/builtIn'
import { PROTECTED_LABELS } from '../escalation/floor'
import { policyWordsIn } from '../escalation/phrases'
import type { EscalationLabel, EscalationPolicies, PolicyInForce } from '../escalation/policy'
import { fixedParts } from '../escalation/template'
import { ESCALATION_REASONS, type EscalationReason } from '../vocabulary'
import { plain } from './reading/readings'
import type { Escalation, SensitiveTopic } from './types'

/** What an escalation is about, as the policies have it. */
export const labelOf = ({ about, reason }: Pick<Escalation, 'about' | 'reason'>): EscalationLabel =>
  about ?? reason

/** The policy by which a turn is handed over. */
export const policyFor = (
  escalation: Pick<Escalation, 'about' | 'reason'>,
  policies: EscalationPolicies = BUILT_IN_POLICIES,
): PolicyInForce => policyOf(policies, labelOf(escalation))

/** Says of what was found in a message what its policies make of it. */
export interface ByPolicy {
  /** What the policies’ own words call a person for. */
  called: Escalation[]
  /** What was found otherwise, without what the policies leave to the bot, and as urgent as they say. */
  keep: <E extends Escalation>(found: readonly E[]) => E[]
}

/** Reads a message by the policies in force. */
export function readByPolicy(message: string, policies: EscalationPolicies): ByPolicy {
  const words = policyWordsIn(message, policies)
  const never = new Set(words.filter((each) => each.never !== null).map(({ label }) => label))
  const isKept = (label: EscalationLabel) =>
    PROTECTED_LABELS.has(label) || (!never.has(label) && policyOf(policies, label).role !== 'resolve')
  const called = words.flatMap(({ label, always }) =>
    always !== null && isKept(label) ? [escalationOf(policyOf(policies, label), `policy: ${always}`)] : [],
  )
  return {
    called,
    keep: (found) =>
      found
        .filter((each) => isKept(labelOf(each)))
        .map((each) => Object.assign({}, each, { urgency: urgencyOf(each, policies) })),
  }
}

/** By its policy; a danger that nobody can name is as urgent as what it was taken for. */
const urgencyOf = (each: Escalation, policies: EscalationPolicies): Escalation['urgency'] =>
  labelOf(each) === 'sensitive_topic' && each.urgency === 'high' ? 'high' : policyFor(each, policies).urgency

/** A turn that is handed over as what a policy is about. */
export function escalationOf({ label, urgency }: PolicyInForce, evidence: string): Escalation {
  const reason = ESCALATION_REASONS.find((each) => each === label)
  return reason
    ? { reason, evidence, urgency }
    : {
        reason: 'sensitive_topic' satisfies EscalationReason,
        evidence,
        urgency,
        about: label as SensitiveTopic,
      }
}

/** Shorter words could stand in any reply. */
const SHORTEST_PART = 20

/** Whether a reply is what customers are told by a policy, whatever its words are. */
export function isSaidByPolicy(reply: string, policies: EscalationPolicies): boolean {
  const said = plain(reply)
  return [...policies.values()].some(
    (policy) => policy.source !== null && partsOf(policy).some((part) => said.includes(part)),
  )
}

const parts = new WeakMap<PolicyInForce, string[]>()

function partsOf(policy: PolicyInForce): string[] {
  const kept = parts.get(policy)
  if (kept) return kept
  const found = policy.words
    .flatMap(({ text, outside }) => [text, outside ?? ''])
    .flatMap(fixedParts)
    .map(plain)
    .filter((part) => part.length >= SHORTEST_PART)
  parts.set(policy, found)
  return found
}
