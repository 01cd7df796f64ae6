import type { PayloadRequest } from 'payload'
import type { Gap } from '../../../payload-types'
import { isOpen } from '../../gaps/states'
import { GapRefused, onGap, onOpenGap, recordGapAct, type GapContext } from '../gapActions'
import { findGap, updateGap } from './gapRows'
import { eventsOf } from './placed'
import { keptWordings, withWording } from './readKnownGaps'
import { recount, takeOut } from './takeOut'

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
    if (into) await joinTo(req, into, questions)
    target = (await takeOut(req, { from, events, into })).id
    await recordGapAct(context, req, from, 'split', { into: target, questions, events: [...events] })
  })
  return { gap, into: target ?? id }
}

async function joinTo(req: PayloadRequest, id: string, questions: readonly string[]): Promise<void> {
  const gap = await findGap(req, id)
  if (!isOpen(gap.state))
    throw new GapRefused(
      'conflict',
      'The gap that they would go to is done. Reopen that one first.',
      gap.state,
    )
  await updateGap(req, id, { wordings: questions.reduce<string[]>(withWording, keptWordings(gap)) })
}
