import type { Payload, Where } from 'payload'
import type { Handover } from '../../../payload-types'
import { whereHandovers, type HandoverFilter } from '../../commands/handovers/readHandovers'
import { DANGERS } from '../../answer/severity'
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

/** One page of the hand-overs: danger first, then what is urgent, then who waits longest; of those that ended the latest first. */
export async function readList(payload: Payload, { state, queue, urgency, page }: Wanted) {
  const filter: HandoverFilter = { queue: queue ?? undefined, urgency: urgency ?? undefined }
  const stateOf = (each: StateFilter): HandoverFilter => (each === 'all' ? {} : { state: each })
  const waits = state === 'open' || state === 'claimed'
  const [found, queues, ...counts] = await Promise.all([
    readPage(payload, { where: whereHandovers({ ...filter, ...stateOf(state) }), waits, page }),
    readQueues(payload),
    ...STATE_FILTERS.map((each) => count(payload, whereHandovers({ ...filter, ...stateOf(each) }))),
  ])
  return {
    ...found,
    queues,
    counts: new Map(STATE_FILTERS.map((each, index) => [each, counts[index] ?? 0])),
  }
}

interface Page {
  where: Where
  /** Whether somebody waits for what is listed. */
  waits: boolean
  page: number
}

/** A life is not queued behind impatience: whoever is in danger stands before those who are only in a hurry. */
async function readPage(
  payload: Payload,
  { where, waits, page }: Page,
): Promise<{ handovers: Handover[]; pages: number }> {
  const inDanger: Where = { 'package.label': { in: [...DANGERS] } }
  // “high” stands before “normal”.
  const sort = waits ? ['urgency', 'createdAt', 'id'] : ['-createdAt', 'id']
  const dangers = waits ? await readIds(payload, { and: [where, inDanger] }, sort) : []
  const ids = await readIds(payload, where, sort)
  const ordered = [...new Set([...dangers, ...ids])]
  const shown = ordered.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const { docs } = await payload.find({
    collection: 'handovers',
    where: { id: { in: shown } },
    limit: PER_PAGE,
    depth: 0,
  })
  const rows = new Map(docs.map((row) => [row.id, row]))
  return {
    handovers: shown.flatMap((id) => rows.get(id) ?? []),
    pages: Math.max(1, Math.ceil(ordered.length / PER_PAGE)),
  }
}

const readIds = async (payload: Payload, where: Where, sort: string[]): Promise<string[]> => {
  const { docs } = await payload.db.find<Pick<Handover, 'id'>>({
    collection: 'handovers',
    where,
    sort,
    select: { createdAt: true },
    limit: 0,
    pagination: false,
    req: {},
  })
  return docs.map(({ id }) => id)
}

const count = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.count({ collection: 'handovers', where })).totalDocs

/** Every queue that something was ever passed to. */
async function readQueues(payload: Payload): Promise<string[]> {
  const { values } = await payload.findDistinct({ collection: 'handovers', field: 'queue', limit: 200 })
  return values.map(({ queue }) => String(queue)).toSorted((a, b) => a.localeCompare(b))
}
