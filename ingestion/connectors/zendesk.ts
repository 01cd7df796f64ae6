import { z } from 'zod'
import { explain } from '../loaders/metadata'
import { exportConnector, type ReadArticles } from './exportFiles'

const articleSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().trim().min(1),
  body: z.string().nullable(),
  html_url: z.string().optional(),
  locale: z.string().optional(),
  updated_at: z.string().optional(),
  draft: z.boolean().optional(),
})

/**
 * A help centre exported from Zendesk Guide: `location` is a file or folder of what its articles API answers
 * (`{ articles: [...] }`, page by page) or of an article on each line. Drafts and articles without text are left out.
 */
export const zendeskConnector = exportConnector({
  lists: ['articles'],
  readArticles: ((entry) => {
    const { success, data, error } = articleSchema.safeParse(entry)
    if (!success) return `${explain(error)}.`
    const { id, title, body, html_url, locale, updated_at, draft } = data
    if (draft || !body?.trim()) return []
    return [{ id, title, body, url: html_url, locale, updatedAt: updated_at }]
  }) satisfies ReadArticles,
})
