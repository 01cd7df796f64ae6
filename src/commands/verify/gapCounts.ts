import { idOf } from '../../records/content'
import { pagesOf } from '../../database/pages'
import type { Gap, GapEvent } from '../../../payload-types'
import { whereIn } from '../../gaps/moves'
import { readPlaced } from '../gaps/placed'
import type { Verifying } from './break'
import { counted } from '../../vocabulary'

/** How often each gap says that it was seen, against its events: the count is not sealed, the events are. */
export async function verifyGapCounts({ payload, report }: Verifying): Promise<void> {
  const pathOf = whereIn(await readPlaced(payload, []))
  const events = new Map<string, number>()
  for await (const page of pagesOf<GapEvent>(payload, { collection: 'gap-events', select: { gap: true } }))
    for (const { id: event, gap } of page)
      for (const id of pathOf({ id: event, gap: idOf(gap) ?? '' })) events.set(id, (events.get(id) ?? 0) + 1)
  for await (const page of pagesOf<Gap>(payload, {
    collection: 'gaps',
    select: { question: true, seen: true },
  }))
    for (const { id, question, seen } of page)
      if (seen !== (events.get(id) ?? 0))
        report({
          kind: 'record',
          id,
          collection: 'gaps',
          message: `The gap “${question.slice(0, 80)}” (gaps/${id}) says that it was seen ${counted(seen, 'time')}; its events say ${events.get(id) ?? 0}.`,
        })
}
