import { z } from 'zod'
import { LoadError } from '../../src/errors'
import { AUDIENCES, POLICY_KINDS, RISK_TIERS } from '../../src/vocabulary'
import { type Omission, Omissions } from '../omissions'
import { readRestriction } from '../restriction'
import type { SourceDocument } from '../types'
import { readDate } from './dates'

/** Front matter, a row or a line of JSON with its names made equal: "Risk tier", "risk_tier" and "riskTier" are one. */
export type Fields = Record<string, unknown>

export function normaliseNames(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase().replace(/[\s_-]+/g, ''), value]),
  )
}

/** What `fields` (normalised names) say of a document, and of who may see it. */
export interface ReadFields {
  metadata: SourceDocument['metadata']
  /** It is not published: it is not imported, and this says so. */
  leftOut: Omission | null
  /** A restriction that is not understood, so that the document is internal. */
  omissions: Omission[]
}

/**
 * The metadata among `fields`; other names are ignored. A kind, tier or date outside the vocabulary is refused; a
 * restriction that is not understood makes the document internal, and is told.
 * @throws {LoadError} that says which field is wrong.
 */
export function readFields(
  fields: Fields,
  given: { locale?: string | undefined; name?: string } = {},
): ReadFields {
  const { draft, outdated, audience, notUnderstood } = readRestriction(fields)
  const locale = first(fields, ['locale', 'lang', 'language'])
  const named = Object.fromEntries(Object.entries(NAMES).map(([key, names]) => [key, first(fields, names)]))
  const language = typeof locale === 'string' ? locale : (given.locale ?? '')
  const dates = readDates(named, language)
  const parsed = metadataSchema.safeParse({
    ...named,
    ...dates,
    // A file of one's own may say so of a page that is still of use to colleagues; customers are never told it.
    audience: outdated ? 'internal' : audience,
    locale,
  })
  if (!parsed.success) throw new LoadError(explain(parsed.error))
  const omissions = new Omissions()
  for (const restriction of notUnderstood) omissions.add('restriction_not_understood', restriction)
  if (outdated) omissions.add('outdated_internal', given.name ?? '')
  return {
    metadata: Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined)),
    leftOut: draft ? { kind: 'drafts', count: 1, ...(given.name && { example: given.name }) } : null,
    omissions: omissions.list(),
  }
}

function readDates(named: Record<string, unknown>, locale: string): Record<string, unknown> {
  return Object.fromEntries(
    (['effectiveFrom', 'expiresAt'] as const).flatMap((name) => {
      if (named[name] === undefined) return []
      const read = readDate(named[name], locale)
      if ('problem' in read) throw new LoadError(`“${name}”: ${read.problem}.`)
      return [[name, read.iso]]
    }),
  )
}

/** "“audience” is wrong: expected one of ..." for each wrong field, in one sentence. */
export function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `“${issue.path.join('.') || 'value'}”: ${issue.message}`).join('; ')
}

const NAMES: Record<string, string[]> = {
  kind: ['kind'],
  riskTier: ['risktier'],
  topic: ['topic'],
  effectiveFrom: ['effectivefrom', 'effectivedate', 'validfrom', 'publishdate'],
  expiresAt: [
    'expiresat',
    'expires',
    'expirydate',
    'expirationdate',
    'validuntil',
    'validto',
    'unpublishdate',
  ],
}

const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
      z.enum(values, `must be one of ${values.join(', ')}`),
    )
    .optional()

const instant = z.string().optional()

const metadataSchema = z.object({
  kind: oneOf(POLICY_KINDS),
  audience: oneOf(AUDIENCES),
  riskTier: oneOf(RISK_TIERS),
  topic: z.string('must be a word or words').trim().optional(),
  locale: z.string('must be a language tag such as en or de-AT').trim().optional(),
  effectiveFrom: instant,
  expiresAt: instant,
})

const first = (fields: Fields, names: string[]): unknown =>
  names.map((name) => fields[name]).find((value) => value !== null && value !== undefined && value !== '')
