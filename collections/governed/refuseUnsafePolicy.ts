import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { ESCALATION_TITLES } from '../../src/escalation/builtIn'
import { PROTECTED_LABELS, problemsWith } from '../../src/escalation/floor'
import type { EscalationLabel } from '../../src/escalation/policy'
import { escalationPolicyOf } from '../../src/records/escalationPolicy'
import type { RiskTier } from '../../src/vocabulary'

/** Refuses a policy that would keep somebody in danger from help, is not filled in rightly, or is the second of its label. */
export const refuseUnsafePolicy: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const row = { ...originalDoc, ...data }
  const label = row.label as EscalationLabel | undefined
  if (!label)
    throw new APIError('The policy cannot be kept as it stands. Choose what it is about.', 400, null, true)
  const riskTier: RiskTier = PROTECTED_LABELS.has(label) ? 'regulated' : row.riskTier
  const policy = escalationPolicyOf(row)
  const problems = policy
    ? problemsWith(policy, riskTier)
    : [
        'It is not filled in rightly yet. Times are written as 09:00, countries as GB, and every language has its words.',
      ]
  const taken = await req.payload.count({
    collection: 'escalation-policies',
    where: {
      and: [
        { label: { equals: label } },
        { workflowState: { not_in: ['archived', 'withdrawn'] } },
        ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    req,
  })
  if (taken.totalDocs > 0)
    problems.push(`“${ESCALATION_TITLES[label]}” has a policy already. Edit that one, or archive it first.`)
  if (problems.length > 0)
    throw new APIError(`The policy cannot be kept as it stands. ${problems.join(' ')}`, 400, null, true)
  // It is read by colleagues, and never told to anybody as a text.
  return { ...data, riskTier, audience: 'internal' }
}
