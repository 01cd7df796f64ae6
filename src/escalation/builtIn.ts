import { z } from 'zod'
import { HELP_LINES } from '../vocabulary'
import data from './builtIn.json'
import {
  EscalationPolicySchema,
  type EscalationLabel,
  type EscalationPolicies,
  type PolicyInForce,
} from './policy'

const fileSchema = z.strictObject({
  emergency: z.record(z.string(), z.string()),
  numbers: z.record(z.string(), z.record(z.enum(HELP_LINES), z.string().nullable())),
  policies: z.array(EscalationPolicySchema.extend({ title: z.string() })),
})
const file = fileSchema.parse(data)

/** What each label is called. */
export const ESCALATION_TITLES = Object.fromEntries(
  file.policies.map(({ label, title }) => [label, title]),
) as Record<EscalationLabel, string>

/** What holds where no policy is in force: it ships with Vouch, and nobody in the company signed it. */
export const BUILT_IN_POLICIES: EscalationPolicies = new Map(
  file.policies.map(({ title: _title, ...policy }) => [policy.label, { ...policy, source: null }]),
)

/** The numbers to call in a country, for what a policy names none of. */
export const BUILT_IN_NUMBERS: Readonly<Record<string, (typeof file.numbers)[string]>> = file.numbers

/** What is said in a language where the number of the country is not known; English where nothing is known. */
export const emergencyIn = (language: string): string => file.emergency[language] ?? file.emergency['en']!

/** The policy of a label. */
export function policyOf(policies: EscalationPolicies, label: EscalationLabel): PolicyInForce {
  return policies.get(label) ?? BUILT_IN_POLICIES.get(label)!
}
