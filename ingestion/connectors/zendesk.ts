import { z } from 'zod'
import type { Audience } from '../../src/vocabulary'
import { explain } from '../loaders/metadata'
import { articleRestriction } from './articleRestriction'
import { exportConnector, type ReadArticles } from './exportFiles'

const id = z.union([z.string(), z.number()]).transform(String)
const articleSchema = z.looseObject({
  id,
  title: z.string().trim().min(1),
  body: z.string().nullable(),
  html_url: z.string().optional(),
  locale: z.string().optional(),
  updated_at: z.string().optional(),
  user_segment_id: id.nullish(),
  user_segment_ids: z.array(id).nullish(),
})
const segmentsSchema = z.object({
  user_segments: z.array(
    z.looseObject({ id, user_type: z.string().optional(), name: z.string().optional() }),
  ),
})

/**
 * A help centre exported from Zendesk Guide: `location` is a file or folder of what its articles API answers
 * (`{ articles: [...] }`, page by page) or of an article on each line. Drafts, outdated articles and those without text are
 * left out. An article for a segment of users is internal, unless the export says that the segment is all who signed in.
 */
export const zendeskConnector = exportConnector({
  lists: ['articles'],
  readArticles: ((entry, beside) => {
    const { success, data, error } = articleSchema.safeParse(entry)
    if (!success) return `${explain(error)}.`
    const { id, title, body, html_url, locale, updated_at, user_segment_id, user_segment_ids, ...own } = data
    const segments = [user_segment_id, ...(user_segment_ids ?? [])].filter(
      (segment) => segment !== null && segment !== undefined,
    )
    const segment = segments.length > 0 ? audienceOf(segments, beside) : undefined
    const { leftOut, ...restriction } = articleRestriction(own, { title, segment })
    if (leftOut) return { articles: [], leftOut: [leftOut] }
    if (!body?.trim()) return { articles: [] }
    return { articles: [{ id, title, body, url: html_url, locale, updatedAt: updated_at, ...restriction }] }
  }) satisfies ReadArticles,
})

/** A segment that the export describes as everyone who signed in, without further conditions, is the customers. */
function audienceOf(ids: readonly string[], beside: unknown): Audience {
  const { data } = segmentsSchema.safeParse(beside)
  const known = ids.map((wanted) => data?.user_segments.find((segment) => segment.id === wanted))
  const open = known.every(
    (segment) =>
      segment?.user_type === 'signed_in_users' &&
      ['tags', 'or_tags', 'group_ids', 'organization_ids'].every((name) => {
        const condition = segment[name]
        return condition === undefined || (Array.isArray(condition) && condition.length === 0)
      }),
  )
  return open ? 'customer' : 'internal'
}
