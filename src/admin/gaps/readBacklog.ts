import type { Payload, Where } from 'payload'
import type { Gap } from '../../../payload-types'
import { GAP_STATES } from '../../vocabulary'

export const PER_PAGE = 25

/** `all`, or one state of a gap. */
export type BacklogFilter = Gap['state'] | 'all'

export const FILTERS: readonly BacklogFilter[] = [...GAP_STATES, 'all']

/** One page of the backlog, the most asked first, with how many gaps each filter has. */
export const readBacklog = async ({
  payload,
  filter,
  search,
  page,
}: {
  payload: Payload
  filter: BacklogFilter
  search: string
  page: number
}) => {
  const [found, top, ...counts] = await Promise.all([
    payload.find({
      collection: 'gaps',
      where: { and: [whereOf(filter), search ? { question: { like: search } } : {}] },
      sort: ['-seen', '-lastSeenAt'],
      limit: PER_PAGE,
      page,
      depth: 1,
    }),
    payload.find({ collection: 'gaps', sort: '-seen', limit: 1, depth: 0 }),
    ...FILTERS.map((each) => payload.count({ collection: 'gaps', where: whereOf(each) })),
  ])
  return {
    gaps: found.docs,
    pages: found.totalPages,
    /** Of the gap that was seen most: what a full bar means. */
    most: top.docs[0]?.seen ?? 1,
    counts: Object.fromEntries(FILTERS.map((each, index) => [each, counts[index]?.totalDocs ?? 0])) as Record<
      BacklogFilter,
      number
    >,
  }
}

const whereOf = (filter: BacklogFilter): Where => (filter === 'all' ? {} : { state: { equals: filter } })
