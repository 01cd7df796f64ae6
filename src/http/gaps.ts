import type { Gap } from '../../payload-types'
import { idOf } from '../../collections/governed/content'
import { GapRefused } from '../commands/gapActions'
import { HttpProblem } from './problem'

/** A gap as the API shows it. */
export const presentGap = (gap: Gap) => ({
  id: gap.id,
  question: gap.question,
  state: gap.state,
  reason: gap.reason,
  seen: gap.seen,
  people: gap.people,
  lastSeenAt: gap.lastSeenAt,
  owner: idOf(gap.owner),
  draft: gap.draft ? { collection: gap.draft.relationTo, id: idOf(gap.draft.value) } : null,
  closingReceiptId: idOf(gap.closingReceipt),
  closedAt: gap.closedAt ?? null,
  createdAt: gap.createdAt,
})

/** Runs a gap command; its refusals become 409 and 422 with the gap's state. */
export const orGapProblem = async <T>(run: Promise<T>): Promise<T> => {
  try {
    return await run
  } catch (error) {
    if (!(error instanceof GapRefused)) throw error
    throw new HttpProblem({
      status: error.because === 'conflict' ? 409 : 422,
      title: error.because === 'conflict' ? 'Not from this state' : 'Not allowed',
      detail: error.message,
      members: { state: error.state },
    })
  }
}
