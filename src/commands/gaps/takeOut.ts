import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Gap, GapEvent } from '../../../payload-types'
import { rankAfter, type Weighed } from '../../gaps/impact'
import { moveEvents, pathUp } from '../../gaps/moves'
import { idOf } from '../../records/content'
import { findGap, updateGap } from './gapRows'
import { eventsOf, readPlaced } from './placed'
import { withWording } from './readKnownGaps'

/**
 * Takes askings out of a gap, into another one or a new one, and counts all of them anew. Whoever asks in their words from now on
 * goes with them.
 * @returns the gap that they went to.
 */
export async function takeOut(
  req: PayloadRequest,
  { from, events, into = null }: { from: Gap; events: readonly string[]; into?: string | null },
): Promise<{ id: string }> {
  const all = await eventsOf(req, from.id)
  const moved = all.filter(({ id }) => events.includes(id))
  const questions = [...new Set(moved.map(({ question }) => question))]
  const id = into ?? (await openFrom(req, from, questions))
  await placeEvents(req, moved, id)
  const left = all.filter((event) => !events.includes(event.id)).map(({ question }) => question)
  await updateGap(req, from.id, {
    wordings: left.reduce<string[]>(withWording, []),
    question: left.includes(from.question) ? from.question : (left[0] ?? from.question),
  })
  return { id }
}

async function openFrom(req: PayloadRequest, from: Gap, questions: readonly string[]): Promise<string> {
  const id = randomUUID()
  const { reason, bot, lastSeenAt, tier } = from
  await req.payload.db.create({
    collection: 'gaps',
    data: {
      id,
      question: questions[0] ?? from.question,
      wordings: [...questions],
      state: 'triaged',
      seen: 0,
      people: 0,
      handovers: 0,
      reason,
      bot: idOf(bot),
      lastSeenAt,
      tier,
    },
    req,
  })
  return id
}

/**
 * Keeps at the gaps where the askings are now, and counts these gaps anew with those that they are part of; the askings
 * themselves are records and stay as they are.
 */
async function placeEvents(req: PayloadRequest, events: readonly GapEvent[], to: string): Promise<void> {
  const native = events.map(({ id, gap }) => ({ id, gap: idOf(gap) ?? '' }))
  const placed = await readPlaced(req.payload, [to, ...native.map(({ gap }) => gap)], req)
  const before = placed.filter(({ movedIn }) => events.some(({ id }) => movedIn.includes(id)))
  for (const { id, movedIn, movedOut } of moveEvents(native, { to, placed }).values())
    await updateGap(req, id, { movedIn: [...movedIn], movedOut: [...movedOut] })
  const touched = [...native.map(({ gap }) => gap), ...before.map(({ id }) => id), to]
  // What is part of what stays as it was read.
  const byId = new Map(placed.map((each) => [each.id, each]))
  for (const id of new Set(touched.flatMap((each) => pathUp(each, byId)))) await recount(req, id, {})
}

/** Counts a gap’s askings anew, and what follows from them. */
export async function recount(req: PayloadRequest, id: string, changes: Partial<Gap>): Promise<void> {
  const [gap, events] = await Promise.all([findGap(req, id), eventsOf(req, id)])
  const customers = events.map(({ customer, id: event }) => customer ?? event)
  const after: Weighed = {
    tier: gap.tier ?? 'standard',
    seen: events.length,
    handovers: await countHandovers(req, events),
  }
  const asked = events.map(({ createdAt }) => Date.parse(createdAt))
  const last = asked.length > 0 ? Math.max(...asked) : Date.parse(gap.lastSeenAt)
  await updateGap(req, id, {
    ...after,
    people: new Set(customers).size,
    lastSeenAt: new Date(last).toISOString(),
    rank: rankAfter({ before: null, after, asked: asked.length > 0 ? asked : [last] }),
    ...changes,
  })
}

async function countHandovers(req: PayloadRequest, events: readonly GapEvent[]): Promise<number> {
  if (events.length === 0) return 0
  const { totalDocs } = await req.payload.count({
    collection: 'handovers',
    where: { receipt: { in: events.flatMap(({ receipt }) => idOf(receipt) ?? []) } },
    req,
  })
  return totalDocs
}
