import { idOf } from '../../records/content'
import type { Answer, Handover } from '../../../payload-types'
import type { Deps } from '../../deps'
import type { HandoverState } from '../../vocabulary'
import { NotFoundError } from '../governedDocument'
import { keptConversation } from '../personal'
import { findHandover } from './onHandover'
import { readActs } from './readHandovers'
import { replyAsWritten } from './sealedReply'

/** What a customer who was passed to a person is told of it. */
export interface Replies {
  state: HandoverState
  /** The name of the colleague who has it, or had it last. */
  by: string | null
  /** Those after the first `after`, the first first. */
  replies: { id: string; text: string; by: string; at: string }[]
}

/**
 * Who answers a customer, and what they wrote. To be asked often: it reads two rows, and the replies where there is a colleague.
 * Whoever asks must know both the hand-over and the conversation that it came from.
 * @param after how many replies are known already. @throws {NotFoundError}
 */
export async function readReplies(
  { payload, keyedHash }: Pick<Deps, 'payload' | 'keyedHash'>,
  o: { bot: string; conversationId: string; handoverId: string; after: number },
): Promise<Replies> {
  const handover = await findHandover(payload, { id: o.handoverId, bot: o.bot })
  const receipt = await payload.db.findOne<Answer>({
    collection: 'answers',
    where: { id: { equals: idOf(handover.receipt) ?? '' } },
    select: { conversationId: true },
    req: {},
  })
  // Of another conversation it is one that does not exist: its id alone is quoted in mails and tickets.
  if (!receipt || receipt.conversationId !== keptConversation(keyedHash, o.conversationId))
    throw new NotFoundError(`There is no hand-over ${o.handoverId} of this conversation.`)
  return {
    state: handover.state ?? 'open',
    by: handover.claimedByName ?? null,
    replies: handover.claimedBy && !isErased(handover) ? await repliesAfter(payload, handover, o.after) : [],
  }
}

async function repliesAfter(
  payload: Deps['payload'],
  handover: Handover,
  after: number,
): Promise<Replies['replies']> {
  const acts = await readActs(payload, handover.id)
  return acts
    .filter(({ act }) => act === 'replied')
    .slice(after)
    .map((act) => ({
      id: act.id,
      text: replyAsWritten(payload, handover, act),
      by: act.byName,
      at: act.createdAt,
    }))
}

const isErased = ({ package: kept }: Handover): boolean =>
  (kept as { erased?: unknown } | null)?.erased === true
