import { z } from 'zod'
import { explain } from '../loaders/metadata'
import { type Article, exportConnector } from './exportFiles'

const contentSchema = z.object({
  title: z.string().trim().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
})
const articleSchema = contentSchema.extend({
  id: z.union([z.string(), z.number()]).transform(String),
  default_locale: z.string().nullish(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
})

/**
 * A help centre exported from Intercom: `location` is a file or folder of what its articles API answers
 * (`{ data: [...] }`, page by page) or of an article on each line. Each published translation is an item of its own;
 * drafts and articles without text are left out.
 */
export const intercomConnector = exportConnector({
  lists: ['data', 'articles'],
  readArticles(entry) {
    const { success, data, error } = articleSchema.safeParse(entry)
    if (!success) return `${explain(error)}.`
    const { id, default_locale, translated_content, ...own } = data
    const translations = Object.entries(translated_content ?? {}).flatMap(([locale, value]) => {
      const content = contentSchema.safeParse(value)
      return content.success ? [{ locale, content: content.data }] : []
    })
    const original = { locale: default_locale ?? undefined, content: own }
    const others = translations.filter(({ locale }) => locale !== default_locale)
    return [original, ...others].flatMap(({ locale, content }) => published(content, { id, locale }))
  },
})

function published(
  { title, body, state, url, updated_at }: z.infer<typeof contentSchema>,
  { id, locale }: { id: string; locale: string | undefined },
): Article[] {
  if (state !== 'published' || !title || !body?.trim()) return []
  return [
    {
      id,
      title,
      body,
      locale,
      url: url ?? undefined,
      updatedAt: updated_at ? String(updated_at) : undefined,
    },
  ]
}
