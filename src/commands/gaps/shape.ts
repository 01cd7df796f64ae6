import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Gap, GapEvent } from '../../../payload-types'
import { rankAfter, type Weighed } from '../../gaps/impact'
import { idOf } from '../../records/content'
import { GapRefused, onGap, onOpenGap, recordGapAct, type GapContext } from '../gapActions'
import { findGap, updateGap } from './gapRows'
import { keptWordings, withWording } from './readKnownGaps'

/**
 * Puts gaps into one: their askings, and whoever asks so from now on. What they were is kept, and leads to it.
 * @throws {GapRefused} @throws {NotFoundError}
 */
export const mergeGaps = (
  context: GapContext,
  { id, others }: { id: string; others: readonly string[] },
): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    let wordings = keptWordings(gap)
    for (const otherId of new Set(others)) {
      const other = await findGap(req, otherId)
      if (otherId === id || other.mergedInto)
        throw new GapRefused('conflict', `“${other.question}” is part of a gap already.`, other.state)
      for (const wording of keptWordings(other)) wordings = withWording(wordings, wording)
      await moveEvents(req, await eventsOf(req, otherId), id)
      await recount(req, otherId, {
        mergedInto: id,
        state: 'wont_answer',
        note: `Part of “${gap.question}”.`,
      })
      await recordGapAct(context, req, other, 'merged', { into: id, question: gap.question })
    }
    await recount(req, id, { wordings })
    await recordGapAct(context, req, gap, 'merged', { others: [...others] })
  })

/**
 * Takes askings out of a gap, into a new one or another one; whoever asks in their words from now on goes there.
 * @param into a gap; a new one where it is null.
 * @throws {GapRefused} when an asking is not of this gap, or none would be left. @throws {NotFoundError}
 */
export async function splitGap(
  context: GapContext,
  { id, events, into }: { id: string; events: readonly string[]; into: string | null },
): Promise<{ gap: Gap; into: string }> {
  let target = into
  const gap = await onGap(context, id, async ({ req, gap: from }) => {
    const all = await eventsOf(req, id)
    const moved = all.filter((event) => events.includes(event.id))
    if (moved.length !== new Set(events).size || moved.length === 0)
      throw new GapRefused('conflict', 'Not all of these askings are of this gap. Read it again.', from.state)
    if (moved.length === all.length)
      throw new GapRefused('conflict', 'Nothing would be left of this gap. Merge it instead.', from.state)
    const questions = [...new Set(moved.map(({ question }) => question))]
    target = into ? await joinTo(req, into, questions) : await openFrom(req, from, questions)
    await moveEvents(req, moved, target)
    await recount(req, target, {})
    const left = all.filter((event) => !events.includes(event.id)).map(({ question }) => question)
    await recount(req, id, {
      wordings: [...new Set(left)],
      question: left.includes(from.question) ? from.question : (left[0] ?? from.question),
    })
    await recordGapAct(context, req, from, 'split', { into: target, questions })
  })
  return { gap, into: target ?? id }
}

async function joinTo(req: PayloadRequest, id: string, questions: readonly string[]): Promise<string> {
  const gap = await findGap(req, id)
  await updateGap(req, id, { wordings: questions.reduce<string[]>(withWording, keptWordings(gap)) })
  return id
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

const eventsOf = async (req: PayloadRequest, gap: string): Promise<GapEvent[]> =>
  (
    await req.payload.find({
      collection: 'gap-events',
      where: { gap: { equals: gap } },
      depth: 0,
      pagination: false,
      req,
    })
  ).docs

async function moveEvents(req: PayloadRequest, events: readonly GapEvent[], gap: string): Promise<void> {
  for (const { id, receipt } of events) {
    await req.payload.db.updateOne({ collection: 'gap-events', id, data: { gap }, req })
    await req.payload.db.updateOne({ collection: 'answers', id: idOf(receipt) ?? '', data: { gap }, req })
  }
}

/** Counts a gap’s askings anew, and what follows from them. */
async function recount(req: PayloadRequest, id: string, changes: Partial<Gap>): Promise<void> {
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
