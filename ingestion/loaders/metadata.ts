import { z } from 'zod'
import { LoadError } from '../../src/errors'
import { AUDIENCES, POLICY_KINDS, RISK_TIERS } from '../../src/vocabulary'
import type { SourceDocument } from '../types'

/** Front matter, a row or a line of JSON with its names made equal: "Risk tier", "risk_tier" and "riskTier" are one. */
export type Fields = Record<string, unknown>

export function normaliseNames(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase().replace(/[\s_-]+/g, ''), value]),
  )
}

/**
 * The metadata among `fields` (normalised names); other names are ignored. A value outside the vocabulary is refused
 * rather than dropped: a misspelt audience must not fall back to a wider one.
 */
export function readMetadata(fields: Fields): SourceDocument['metadata'] {
  const named = Object.fromEntries(Object.entries(NAMES).map(([name, key]) => [key, present(fields, name)]))
  const locale = present(fields, 'locale') ?? present(fields, 'lang') ?? present(fields, 'language')
  const parsed = metadataSchema.safeParse({ ...named, locale })
  if (!parsed.success) throw new LoadError(explain(parsed.error))
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined))
}

/** "`audience` is wrong: expected one of ..." for each wrong field, in one sentence. */
export function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `\`${issue.path.join('.') || 'value'}\`: ${issue.message}`).join('; ')
}

const NAMES = {
  kind: 'kind',
  audience: 'audience',
  risktier: 'riskTier',
  topic: 'topic',
  effectivefrom: 'effectiveFrom',
  expiresat: 'expiresAt',
}

const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
      z.enum(values, `must be one of ${values.join(', ')}`),
    )
    .optional()

const instant = z
  .union([z.date(), z.string(), z.number()])
  .transform((value, context) => {
    const date = new Date(value)
    if (!Number.isNaN(date.getTime())) return date.toISOString()
    context.addIssue({
      code: 'custom',
      message: `must be a date such as 2026-03-01, not ${JSON.stringify(value)}`,
    })
    return z.NEVER
  })
  .optional()

const metadataSchema = z.object({
  kind: oneOf(POLICY_KINDS),
  audience: oneOf(AUDIENCES),
  riskTier: oneOf(RISK_TIERS),
  topic: z.string('must be a word or words').trim().optional(),
  locale: z.string('must be a language tag such as en or de-AT').trim().optional(),
  effectiveFrom: instant,
  expiresAt: instant,
})

const present = (fields: Fields, name: string): unknown => {
  const value = fields[name]
  return value === null || value === '' ? undefined : value
}
