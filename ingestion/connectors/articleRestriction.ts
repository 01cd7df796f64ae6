import type { Audience } from '../../src/vocabulary'
import { normaliseNames } from '../loaders/metadata'
import type { Omission } from '../omissions'
import { narrowerAudience, readRestriction } from '../restriction'

/** What an entry of an export says of who may see it. */
export interface ArticleRestriction {
  audience?: Audience
  reservations: Omission[]
  /** Why it is not imported. */
  leftOut: Omission | null
}

/**
 * Reads an article's restriction from its own fields, whatever they are called.
 * @param segment the audience of the group of people that it is for, where the export says so in a way of its own.
 */
export function articleRestriction(
  entry: Record<string, unknown>,
  { title, segment }: { title: string; segment?: Audience | undefined },
): ArticleRestriction {
  const { draft, outdated, audience, notUnderstood } = readRestriction(normaliseNames(entry))
  const narrowed = segment && audience ? narrowerAudience(segment, audience) : (segment ?? audience)
  const kind = draft ? ('drafts' as const) : outdated ? ('outdated' as const) : null
  return {
    ...(narrowed && { audience: narrowed }),
    reservations: [
      ...(segment ? [{ kind: 'restricted' as const, count: 1, example: title }] : []),
      ...notUnderstood.map((example) => ({ kind: 'restriction_not_understood' as const, count: 1, example })),
    ],
    leftOut: kind && { kind, count: 1, example: title },
  }
}
