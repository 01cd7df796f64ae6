import type { Payload } from 'payload'
import type { Answer, Gap, GapEvent, User } from '../../../payload-types'
import { underGap } from '../../commands/gaps/placed'
import { parseReceipt, type ConsideredPassage } from '../../commands/parseReceipt'

const EVENTS = 20
const NEAREST = 3

/** A gap with all that a person needs to work on it. */
export interface GapDossier {
  gap: Gap
  events: GapEvent[]
  totalEvents: number
  /** The passages that came nearest when it was last asked, best first. */
  nearest: ConsideredPassage[]
  /** The receipt of that asking. */
  latest: Answer | null
  people: User[]
}

/** Reads one gap, its latest askings, and whom it could be given to. */
export const readGap = async (payload: Payload, id: string): Promise<GapDossier> => {
  const [gap, events, people] = await Promise.all([
    payload.findByID({ collection: 'gaps', id, depth: 1 }),
    payload.find({
      collection: 'gap-events',
      where: await underGap(payload, id),
      sort: '-createdAt',
      limit: EVENTS,
      depth: 0,
    }),
    payload.find({ collection: 'users', sort: 'name', depth: 0, pagination: false }),
  ])
  const latest = events.docs[0] ? await findReceipt(payload, events.docs[0].receipt as string) : null
  return {
    gap,
    events: events.docs,
    totalEvents: events.totalDocs,
    nearest: latest ? parseReceipt(latest).considered.slice(0, NEAREST) : [],
    latest,
    people: people.docs,
  }
}

const findReceipt = (payload: Payload, id: string): Promise<Answer | null> =>
  payload.findByID({ collection: 'answers', id, depth: 0, disableErrors: true })
