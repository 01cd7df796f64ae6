import { z } from 'zod'
import { explain } from '../loaders/metadata'
import { articleRestriction } from './articleRestriction'
import { type Article, exportConnector } from './exportFiles'

const contentSchema = z.object({
  title: z.string().trim().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
})
const articleSchema = contentSchema.loose().extend({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string().nullish(),
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
    const { id, type, default_locale, translated_content, ...own } = data
    const title = own.title ?? id
    // Articles for a company's own people are of a type of their own.
    const segment = /internal/i.test(type ?? '') ? 'internal' : undefined
    // Each translation has a state of its own.
    const { state: _, ...said } = own
    const { leftOut, ...restriction } = articleRestriction(said, { title, segment })
    if (leftOut) return { articles: [], leftOut: [leftOut] }
    const translations = Object.entries(translated_content ?? {}).flatMap(([locale, value]) => {
      const content = contentSchema.safeParse(value)
      return content.success ? [{ locale, content: content.data }] : []
    })
    const original = { locale: default_locale ?? undefined, content: own as z.infer<typeof contentSchema> }
    const others = translations.filter(({ locale }) => locale !== default_locale)
    const contents = [original, ...others]
    const drafts = contents.filter(
      ({ content }) => content.title && content.body && content.state !== 'published',
    )
    return {
      articles: contents.flatMap(({ locale, content }) =>
        published(content, { id, locale }).map((article) => Object.assign(article, restriction)),
      ),
      leftOut: drafts.map(({ content }) => ({ kind: 'drafts', count: 1, example: content.title ?? id })),
    }
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
