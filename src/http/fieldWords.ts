import type { z } from 'zod'

type Raw = z.core.$ZodRawIssue

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

/**
 * What is wrong with a field, for whoever calls the API, where its schema has no sentence of its own.
 * @returns undefined where zod's words have to do.
 */
export function sayIssue(issue: Raw): string | undefined {
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'This is missing.'
      : `This takes ${kindOf(issue.expected)}, not ${typeOf(issue.input)}.`
  if (issue.code === 'too_small') return bound(issue.origin, 'at least', issue.minimum)
  if (issue.code === 'too_big') return bound(issue.origin, 'at most', issue.maximum)
  if (issue.code === 'invalid_value') return `This takes ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_union')
    return issue.input === undefined ? 'This is missing.' : 'This has a form that is not taken here.'
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'This takes an instant such as 2026-12-01T09:00:00Z.'
  return undefined
}

const kindOf = (expected: string): string => KINDS[expected] ?? expected

const typeOf = (input: unknown): string => {
  if (input === null) return 'null'
  return kindOf(Array.isArray(input) ? 'array' : typeof input)
}

const UNITS: Record<string, readonly [one: string, more: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

const bound = (origin: string, which: 'at least' | 'at most', limit: number | bigint): string => {
  const unit = UNITS[origin]?.[Number(limit) === 1 ? 0 : 1]
  return `This takes ${which} ${limit.toLocaleString('en-GB')}${unit ? ` ${unit}` : ''}.`
}
