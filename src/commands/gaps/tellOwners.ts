import type { Payload, PayloadRequest } from 'payload'
import type { Gap, GapEvent } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { beginOf, digestOf, weekOf } from '../../gaps/digest'
import { whereIn } from '../../gaps/moves'
import { groupBy } from '../../groupBy'
import { idOf } from '../../records/content'
import { hasLeft } from '../../records/hasLeft'
import { notify } from '../../records/notify'
import { OPEN_GAP_STATES } from '../../vocabulary'
import { readPlaced } from './placed'

/**
 * Tells owners once a week how their gaps stand: from Monday on, on the first day on which this runs. Whoever chose not to be
 * told is not, and neither is whoever has left.
 * @returns how many people have open gaps and are told of them this week.
 */
export const tellOwners = (payload: Payload, { now = Date.now() }: { now?: number } = {}): Promise<number> =>
  inTransaction({ payload }, async (req) => {
    const week = weekOf(now)
    const gaps = await openOwned(req)
    const asked = await askedIn(req, { from: beginOf(week - 1), to: beginOf(week) })
    const told = await peopleTold(req)
    let people = 0
    for (const [owner, own] of groupBy(gaps, (gap) => idOf(gap.owner) ?? '')) {
      const digest = told.has(owner)
        ? digestOf(
            own.map((gap) => asDigestGap(gap, asked)),
            now,
          )
        : null
      if (!digest) continue
      people += 1
      await notify(req, {
        to: [owner],
        kind: 'gaps_weekly',
        ...digest,
        href: `/admin/collections/gaps?state=open&owner=${owner}`,
        key: `gaps_weekly:${week}`,
      })
    }
    return people
  })

const asDigestGap = ({ id, question, dueAt, rank }: Gap, asked: ReadonlyMap<string, number>) => ({
  question,
  asked: asked.get(id) ?? 0,
  dueAt: dueAt ?? null,
  rank: rank ?? 0,
})

async function openOwned(req: PayloadRequest): Promise<Gap[]> {
  const { docs } = await req.payload.find({
    collection: 'gaps',
    where: { and: [{ state: { in: [...OPEN_GAP_STATES] } }, { owner: { exists: true } }] },
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

/** How often each gap was asked for between two instants, moves and merges followed. */
async function askedIn(
  req: PayloadRequest,
  { from, to }: { from: number; to: number },
): Promise<Map<string, number>> {
  const { docs } = await req.payload.db.find<GapEvent>({
    collection: 'gap-events',
    where: {
      and: [
        { createdAt: { greater_than_equal: new Date(from).toISOString() } },
        { createdAt: { less_than: new Date(to).toISOString() } },
      ],
    },
    pagination: false,
    limit: 0,
    req,
  })
  const own = [...new Set(docs.map(({ gap }) => idOf(gap) ?? ''))]
  const where = whereIn(await readPlaced(req.payload, own, req))
  const asked = new Map<string, number>()
  for (const { id, gap } of docs)
    for (const held of where({ id, gap: idOf(gap) ?? '' })) asked.set(held, (asked.get(held) ?? 0) + 1)
  return asked
}

async function peopleTold(req: PayloadRequest): Promise<Set<string>> {
  const { docs } = await req.payload.find({ collection: 'users', depth: 0, pagination: false, req })
  return new Set(docs.filter((person) => person.gapDigest !== false && !hasLeft(person)).map(({ id }) => id))
}
