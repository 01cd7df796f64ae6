import { GAP_STATES, type GapState } from '../../vocabulary'

/** `open`: what is left to do; one state of a gap; `all`. */
export type BacklogFilter = GapState | 'open' | 'all'

export const FILTERS: readonly BacklogFilter[] = ['open', ...GAP_STATES, 'all']

/** What a person looks at. It stands whole in the address, so that whoever gets the link looks at the same. */
export interface BacklogQuery {
  filter: BacklogFilter
  search: string
  /** A person’s id; `nobody`; every gap where it is empty. */
  owner: string
  /** A topic’s id; `none`; every gap where it is empty. */
  topic: string
}

const LONGEST = { q: 200, owner: 100, topic: 100 } as const

/** Reads an address; what is not known of it is left out. Pure. */
export function backlogQueryOf(query: Record<string, string | string[] | undefined>): BacklogQuery {
  const text = (name: keyof typeof LONGEST): string => {
    const given = query[name]
    return typeof given === 'string' ? given.slice(0, LONGEST[name]) : ''
  }
  return {
    filter: FILTERS.find((each) => each === query['state']) ?? 'open',
    search: text('q'),
    owner: text('owner'),
    topic: text('topic'),
  }
}

/** The address of what a person looks at. Pure. */
export function backlogHref({ filter, search, owner, topic }: BacklogQuery, page?: number): string {
  const params = new URLSearchParams({
    state: filter,
    ...(search && { q: search }),
    ...(owner && { owner }),
    ...(topic && { topic }),
    ...(page && { page: String(page) }),
  })
  return `/admin/collections/gaps?${params}`
}
