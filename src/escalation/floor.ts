import { HELP_LINES, type RiskTier } from '../vocabulary'
import { ESCALATION_TITLES } from './builtIn'
import type { EscalationLabel, EscalationPolicy } from './policy'
import { problemIn } from './template'

/** Where a life may be at stake: no policy switches these off, and two people sign what it says. */
export const PROTECTED_LABELS: ReadonlySet<EscalationLabel> = new Set([
  'self_harm',
  'threat',
  'domestic_abuse',
  'medical',
  'safety',
])

/** A bot that may keep these to itself would trap a customer, or answer what it has no answer to. */
const NEVER_RESOLVED: ReadonlySet<EscalationLabel> = new Set([
  ...PROTECTED_LABELS,
  'fraud',
  'asks_for_person',
  'sensitive_topic',
  'conflict',
])

/** The most that a person may ask for before somebody in danger is believed: a coin’s toss. */
export const HIGHEST_PROTECTED_THRESHOLD = 0.5

/**
 * What a policy may not say, each as a sentence with what to do; none where it may be signed. Checked when it is saved and
 * again when it is read for an answer.
 */
export function problemsWith(policy: EscalationPolicy, riskTier: RiskTier): string[] {
  const { label, role, threshold, urgency, words, numbers, hours } = policy
  const name = `“${ESCALATION_TITLES[label]}”`
  const isProtected = PROTECTED_LABELS.has(label)
  const found: (string | false | null)[] = [
    NEVER_RESOLVED.has(label) &&
      !isProtected &&
      role === 'resolve' &&
      `${name} may not be left to the bot. Choose the role “escalate” or “assist”.`,
    isProtected &&
      role !== 'escalate' &&
      `${name} always goes to a person at once. Choose the role “escalate”.`,
    isProtected &&
      threshold !== null &&
      threshold > HIGHEST_PROTECTED_THRESHOLD &&
      `${name} may not need more than ${HIGHEST_PROTECTED_THRESHOLD} to go to a person; ${threshold} would miss people in danger.`,
    isProtected && urgency !== 'high' && `${name} is always urgent. Set its urgency to high.`,
    isProtected &&
      policy.never.length > 0 &&
      `${name} may have no phrases that never fire: one of them could keep somebody in danger from help. Remove them.`,
    isProtected &&
      riskTier !== 'regulated' &&
      `${name} is regulated: two people sign it, one of them from compliance.`,
    ...words.flatMap(({ locale, text, outside }) =>
      [text, outside].map((each) => each && problemIn(each, locale)),
    ),
    ...words.map(
      ({ locale, text, outside }) =>
        isProtected &&
        ![text, ...(outside ? [outside] : [])].every((each) => each.includes('{emergency}')) &&
        `What the customer is told in ${locale} must say whom to call: write {emergency} where the number of their country stands.`,
    ),
    twice(words.map(({ locale }) => locale.toLowerCase())) &&
      'What the customer is told is there twice for one language. Keep one of them.',
    twice(numbers.map(({ country, line }) => `${country} ${HELP_LINES.indexOf(line)}`)) &&
      'A country has the same line to call twice. Keep one of them.',
    hours !== null &&
      !isTimeZone(hours.timeZone) &&
      `There is no time zone “${hours.timeZone}”. Write it as Europe/London.`,
    hours !== null &&
      hours.open.some(({ from, to }) => from >= to) &&
      'Opening hours must end after they begin. For a night, write one row to 24:00 and one from 00:00.',
  ]
  return found.filter((each): each is string => typeof each === 'string' && each !== '')
}

const twice = (values: readonly string[]): boolean => new Set(values).size < values.length

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null
  } catch {
    return false
  }
}
