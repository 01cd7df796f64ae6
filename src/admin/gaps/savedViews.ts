import { z } from 'zod'
import { backlogHref, backlogQueryOf, type BacklogQuery } from './backlogQuery'

/** Under this key stand the views of the backlog that a person keeps. */
export const VIEWS_PREFERENCE = 'vouch-gap-views'

const MOST = 20
const LONGEST_NAME = 60

/** A view that a person gave a name. */
export interface SavedView {
  name: string
  query: BacklogQuery
}

const storedSchema = z.array(z.object({ name: z.string().min(1), query: z.record(z.string(), z.string()) }))

/** Views as they are kept: as the parts of an address, so that one from an older Vouch is read like an old link. Pure. */
export const toStored = (views: readonly SavedView[]): z.infer<typeof storedSchema> =>
  views.map(({ name, query }) => ({
    name,
    query: Object.fromEntries(new URL(backlogHref(query), 'http://vouch').searchParams),
  }))

/** Reads what is kept; what cannot be read is no view. Pure. */
export function fromStored(stored: unknown): SavedView[] {
  const { data = [] } = storedSchema.safeParse(stored)
  return data.map(({ name, query }) => ({ name, query: backlogQueryOf(query) }))
}

/**
 * With one more, which takes the place of one of the same name. Pure.
 * @returns a sentence where it cannot be kept.
 */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] | string {
  const name = view.name.replaceAll(/\s+/g, ' ').trim()
  if (!name) return 'Give the view a name.'
  if (name.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} letters.`
  const others = withoutView(views, name)
  if (others.length >= MOST) return `You keep ${MOST} views already. Remove one that you do not use.`
  return [...others, { name, query: view.query }].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Without the one of this name, however it is cased. Pure. */
export const withoutView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((each) => each.name.toLowerCase() !== name.toLowerCase())
