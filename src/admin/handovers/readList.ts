import type { Payload, Where } from 'payload'
import type { Handover } from '../../../payload-types'
import { whereHandovers, type HandoverFilter } from '../../commands/handovers/readHandovers'
import { HANDOVER_STATES, type HandoverState, type Urgency } from '../../vocabulary'

const PER_PAGE = 25

/** One state of a hand-over, or `all`. */
export type StateFilter = HandoverState | 'all'
export const STATE_FILTERS: readonly StateFilter[] = [...HANDOVER_STATES, 'all']

export interface Wanted {
  state: StateFilter
  queue: string | null
  urgency: Urgency | null
  page: number
}

/** One page of the hand-overs: what is urgent first, then who waits longest; of those that ended the latest first. */
export async function readList(payload: Payload, { state, queue, urgency, page }: Wanted) {
  const filter: HandoverFilter = { queue: queue ?? undefined, urgency: urgency ?? undefined }
  const stateOf = (each: StateFilter): HandoverFilter => (each === 'all' ? {} : { state: each })
  const waits = state === 'open' || state === 'claimed'
  const [found, queues, ...counts] = await Promise.all([
    payload.find({
      collection: 'handovers',
      where: whereHandovers({ ...filter, ...stateOf(state) }),
      // “high” stands before “normal”.
      sort: waits ? ['urgency', 'createdAt', 'id'] : ['-createdAt', 'id'],
      limit: PER_PAGE,
      page,
      depth: 0,
    }),
    readQueues(payload),
    ...STATE_FILTERS.map((each) => count(payload, whereHandovers({ ...filter, ...stateOf(each) }))),
  ])
  return {
    handovers: found.docs as Handover[],
    pages: found.totalPages,
    queues,
    counts: new Map(STATE_FILTERS.map((each, index) => [each, counts[index] ?? 0])),
  }
}

const count = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.count({ collection: 'handovers', where })).totalDocs

/** Every queue that something was ever passed to. */
async function readQueues(payload: Payload): Promise<string[]> {
  const { values } = await payload.findDistinct({ collection: 'handovers', field: 'queue', limit: 200 })
  return values.map(({ queue }) => String(queue)).toSorted((a, b) => a.localeCompare(b))
}
