import type { Payload, Where } from 'payload'
import { weighedOf } from '../../commands/gaps/weighed'
import { impactAt } from '../../gaps/impact'
import { OPEN_GAP_STATES } from '../../vocabulary'
import { FILTERS, type BacklogFilter, type BacklogQuery } from './backlogQuery'

export const PER_PAGE = 25

/** One page of the backlog, what has the most impact first, with how many gaps each filter has. */
export const readBacklog = async ({
  payload,
  query,
  page,
}: {
  payload: Payload
  query: BacklogQuery
  page: number
}) => {
  const { filter, search } = query
  const beside = [ownedBy(query), aboutTopic(query)]
  const [found, top, people, topics, ...counts] = await Promise.all([
    payload.find({
      collection: 'gaps',
      where: { and: [whereOf(filter), ...beside, search ? { question: { like: search } } : {}] },
      sort: ['-rank', '-lastSeenAt'],
      limit: PER_PAGE,
      page,
      depth: 1,
    }),
    payload.find({ collection: 'gaps', sort: '-rank', limit: 1, depth: 0 }),
    payload.find({ collection: 'users', sort: 'name', depth: 0, pagination: false }),
    payload.find({ collection: 'topics', sort: 'name', depth: 0, pagination: false }),
    ...FILTERS.map((each) =>
      payload.count({ collection: 'gaps', where: { and: [whereOf(each), ...beside] } }),
    ),
  ])
  const now = Date.now()
  return {
    gaps: found.docs,
    people: people.docs,
    topics: topics.docs,
    /** For when impacts are reckoned. */
    now,
    pages: found.totalPages,
    /** Of the gap with the most impact: what a full bar means. */
    most: top.docs[0] ? impactAt(weighedOf(top.docs[0]), now).impact : 1,
    counts: Object.fromEntries(FILTERS.map((each, index) => [each, counts[index]?.totalDocs ?? 0])) as Record<
      BacklogFilter,
      number
    >,
  }
}

const whereOf = (filter: BacklogFilter): Where =>
  filter === 'all' ? {} : { state: filter === 'open' ? { in: [...OPEN_GAP_STATES] } : { equals: filter } }

const ownedBy = ({ owner }: BacklogQuery): Where =>
  owner === '' ? {} : { owner: owner === 'nobody' ? { exists: false } : { equals: owner } }

const aboutTopic = ({ topic }: BacklogQuery): Where =>
  topic === '' ? {} : { topic: topic === 'none' ? { exists: false } : { equals: topic } }
