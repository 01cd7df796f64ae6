import { EscalationPolicySchema, type EscalationPolicy } from '../escalation/policy'
import { writePolicyMarkdown } from '../escalation/policyMarkdown'

type Row = Record<string, unknown>

/** The policy that a row of the form holds; null while it is not filled in. */
export function escalationPolicyOf(row: Row): EscalationPolicy | null {
  const read = EscalationPolicySchema.safeParse({
    label: row['label'],
    role: row['role'],
    urgency: row['urgency'],
    threshold: row['threshold'] ?? null,
    queue: oneLine(row['queue']),
    words: rows(row['words']).map(({ locale, text, outside }) => ({
      locale,
      text: oneLine(text),
      outside: oneLine(outside),
    })),
    numbers: rows(row['helplines']).map(({ country, line, number }) => ({
      country: String(country).trim().toUpperCase(),
      line,
      number: oneLine(number),
    })),
    hours: hoursOf(row),
    ...Object.fromEntries(LISTS.map((name) => [name, lines(row[name])])),
  })
  return read.success ? read.data : null
}

/** The text of the row that people review and sign; empty while it is not filled in. */
export function escalationText(row: Row): string {
  const policy = escalationPolicyOf(row)
  return policy ? writePolicyMarkdown(policy) : ''
}

const LISTS = ['steps', 'fires', 'lookalikes', 'always', 'never'] as const

function hoursOf(row: Row): unknown {
  const open = rows(row['openingHours']).map(({ days, from, to }) => ({ days, from, to }))
  if (open.length === 0) return null
  return { timeZone: row['timeZone'], open, outsideQueue: oneLine(row['outsideQueue']) }
}

const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

const lines = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => oneLine(each) ?? [])

/** What is signed is one paragraph a value: a line break is a space. */
function oneLine(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/[ \t\r\n]+/g, ' ').trim() : ''
  return text === '' ? null : text
}

/** A row of the form that holds a policy: the other way round. */
export function escalationRow({ hours, numbers, ...policy }: EscalationPolicy) {
  return {
    ...policy,
    helplines: numbers,
    openingHours: hours?.open ?? [],
    timeZone: hours?.timeZone ?? null,
    outsideQueue: hours?.outsideQueue ?? null,
  }
}
