import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Gap, GapEvent } from '../../../payload-types'
import { rankAfter, type Weighed } from '../../gaps/impact'
import { idOf } from '../../records/content'
import { GapRefused, onGap, onOpenGap, recordGapAct, type GapContext } from '../gapActions'
import { moveEvents, pathUp } from '../../gaps/moves'
import { findGap, updateGap } from './gapRows'
import { eventsOf, readPlaced } from './placed'
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
      if (otherId === id) throw new GapRefused('conflict', 'A gap is not merged with itself.', gap.state)
      if (other.mergedInto)
        throw new GapRefused('conflict', `“${other.question}” is part of a gap already.`, other.state)
      for (const wording of keptWordings(other)) wordings = withWording(wordings, wording)
      await updateGap(req, otherId, {
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
    if (into === id) throw new GapRefused('conflict', 'They are of this gap already.', from.state)
    const all = await eventsOf(req, id)
    const moved = all.filter((event) => events.includes(event.id))
    if (moved.length !== new Set(events).size || moved.length === 0)
      throw new GapRefused('conflict', 'Not all of these askings are of this gap. Read it again.', from.state)
    if (moved.length === all.length)
      throw new GapRefused('conflict', 'Nothing would be left of this gap. Merge it instead.', from.state)
    const questions = [...new Set(moved.map(({ question }) => question))]
    target = into ? await joinTo(req, into, questions) : await openFrom(req, from, questions)
    await placeEvents(req, moved, target)
    const left = all.filter((event) => !events.includes(event.id)).map(({ question }) => question)
    await updateGap(req, id, {
      wordings: left.reduce<string[]>(withWording, []),
      question: left.includes(from.question) ? from.question : (left[0] ?? from.question),
    })
    await recordGapAct(context, req, from, 'split', { into: target, questions, events: [...events] })
  })
  return { gap, into: target ?? id }
}

async function joinTo(req: PayloadRequest, id: string, questions: readonly string[]): Promise<string> {
  const gap = await findGap(req, id)
  if (gap.state === 'verified' || gap.state === 'wont_answer')
    throw new GapRefused(
      'conflict',
      'The gap that they would go to is done. Reopen that one first.',
      gap.state,
    )
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

/** Keeps at the gaps where the askings are now; the askings themselves are records and stay as they are. */
async function placeEvents(req: PayloadRequest, events: readonly GapEvent[], to: string): Promise<void> {
  const native = events.map(({ id, gap }) => ({ id, gap: idOf(gap) ?? '' }))
  const placed = await readPlaced(req.payload, [to, ...native.map(({ gap }) => gap)], req)
  const before = placed.filter(({ movedIn }) => events.some(({ id }) => movedIn.includes(id)))
  for (const { id, movedIn, movedOut } of moveEvents(native, { to, placed }).values())
    await updateGap(req, id, { movedIn: [...movedIn], movedOut: [...movedOut] })
  const touched = [...native.map(({ gap }) => gap), ...before.map(({ id }) => id), to]
  await recountAbove(req, new Set(touched))
}

/** Counts these gaps anew, and those that they are part of. */
async function recountAbove(req: PayloadRequest, ids: ReadonlySet<string>): Promise<void> {
  const placed = new Map((await readPlaced(req.payload, [...ids], req)).map((each) => [each.id, each]))
  const all = new Set([...ids].flatMap((id) => pathUp(id, placed)))
  for (const id of all) await recount(req, id, {})
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
