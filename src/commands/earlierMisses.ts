import type { Payload } from 'payload'
import type { Answer } from '../../payload-types'
import { MOST_MISSES } from '../answer/misses'
import { publicReasonOf } from '../answer/public'

/** The latest turns of a conversation that are looked at. */
const LATEST = 10

/**
 * How often a conversation got no answer since it last went to a person, by its receipts.
 * @param conversationId as it is kept. @param before the receipt that is looked at again; now unless told.
 */
export async function countMisses(
  payload: Payload,
  { bot, conversationId, before }: { bot: string; conversationId: string | null; before?: string },
): Promise<number> {
  if (!conversationId) return 0
  // The adapter directly: no hooks run on this collection, and this is on every answer's path.
  const { docs } = await payload.db.find<Answer>({
    collection: 'answers',
    where: {
      and: [
        { conversationId: { equals: conversationId } },
        { bot: { equals: bot } },
        ...(before ? [{ createdAt: { less_than: before } }] : []),
      ],
    },
    sort: '-createdAt',
    limit: LATEST,
    pagination: false,
    select: { outcome: true, reason: true },
    req: {},
  })
  const handedOver = docs.findIndex(({ outcome }) => outcome === 'escalated')
  const since = handedOver < 0 ? docs : docs.slice(0, handedOver)
  return Math.min(since.filter(isMiss).length, MOST_MISSES)
}

const isMiss = ({ outcome, reason }: Pick<Answer, 'outcome' | 'reason'>): boolean =>
  outcome === 'refused' && publicReasonOf(reason ?? '') === 'no_answer'
