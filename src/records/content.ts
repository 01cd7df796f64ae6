import type { SanitizedConfig } from 'payload'
import type { SignedContent } from '../governance/hash'
import { NON_ANSWER, type GovernedCollection } from '../vocabulary'
import { escalationText } from './escalationPolicy'
import { richTextToMarkdown, type RichText } from './richText/markdown'

/** A governed document as its collection stores it; relations may be ids or populated rows. */
export type GovernedRow = Record<string, unknown>

/**
 * The content that a signature over this row covers.
 * Titles and texts are read with the same converter everywhere, so that a hash can be recomputed at any time.
 */
export const signedContentOf = async (
  config: SanitizedConfig,
  collection: GovernedCollection,
  row: GovernedRow,
): Promise<SignedContent> => {
  if (collection === 'escalation-policies') return signedContentWith(collection, row, escalationText(row))
  const body = (collection === 'faqs' ? row['answer'] : row['body']) as RichText | null | undefined
  return signedContentWith(collection, row, body ? await richTextToMarkdown(config, body) : '')
}

/** The same for a row whose text was converted already. Pure. */
export function signedContentWith(
  collection: GovernedCollection,
  row: GovernedRow,
  text: string,
): SignedContent {
  return {
    collection,
    title: String(collection === 'faqs' ? row['question'] : row['title']).trim(),
    text,
    kind: kindOf(collection, row),
    audience: row['audience'] as string,
    riskTier: row['riskTier'] as string,
    topic: idOf(row['topic']),
    locale: row['locale'] as string,
    effectiveFrom: instantOf(row['effectiveFrom']),
    expiresAt: instantOf(row['expiresAt']),
  }
}

function kindOf(collection: GovernedCollection, row: GovernedRow): string | null {
  switch (collection) {
    case 'policies':
      return (row['kind'] as string) ?? null
    case 'faqs':
      return row['nonAnswer'] ? NON_ANSWER : null
    // Which message it is about: so that the release is found by it.
    case 'escalation-policies':
      return (row['label'] as string) ?? null
  }
}

/** The id of a relation, populated or not. */
export const idOf = (relation: unknown): string | null => {
  if (typeof relation === 'string') return relation
  return (relation as { id?: string } | null | undefined)?.id ?? null
}

const instantOf = (value: unknown): string | null => (value ? new Date(value as string).toISOString() : null)
