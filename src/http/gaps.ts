import type { Payload } from 'payload'
import type { Bot, Gap } from '../../payload-types'
import { publicReasonOf } from '../answer/public'
import { idOf } from '../records/content'
import { GapRefused } from '../commands/gapActions'
import { afterCursor, pageOf, type PageRequest } from './cursor'
import { HttpProblem } from './problem'

/** A gap as the API shows it; to a bot without the scope read:reasons as one for lack of an answer, whatever the reason. */
export const presentGap = (gap: Gap, reader?: Pick<Bot, 'scopes'>) => ({
  id: gap.id,
  question: gap.question,
  state: gap.state,
  reason: gapReasonFor(gap.reason, reader),
  seen: gap.seen,
  people: gap.people,
  lastSeenAt: gap.lastSeenAt,
  owner: idOf(gap.owner),
  draft: gap.draft ? { collection: gap.draft.relationTo, id: idOf(gap.draft.value) } : null,
  closingReceiptId: idOf(gap.closingReceipt),
  closedAt: gap.closedAt ?? null,
  createdAt: gap.createdAt,
})

/** A page of the gaps that a bot ran into, the newest first. */
export async function listGaps(payload: Payload, bot: Bot, { limit, after }: PageRequest) {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { and: [{ bot: { equals: bot.id } }, afterCursor(after)] },
    sort: ['-createdAt', '-id'],
    limit: limit + 1,
    depth: 0,
    pagination: false,
  })
  const { data, nextCursor } = pageOf(docs, limit)
  return { data: data.map((gap) => presentGap(gap, bot)), nextCursor }
}

/** A gap's or an event's reason as its reader may know it; people know all. */
export const gapReasonFor = (reason: string, reader?: Pick<Bot, 'scopes'>): string =>
  !reader || reader.scopes.includes('read:reasons') ? reason : publicReasonOf(reason)

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
