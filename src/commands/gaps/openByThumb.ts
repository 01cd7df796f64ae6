import { findRelease } from '../../../ingestion/releases'
import type { Answer } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { idOf } from '../../records/content'
import { parseReceipt } from '../parseReceipt'
import { asMeant, prepareGap, recordGapEvent } from '../recordGapEvent'

/**
 * An answer that a customer found of no use is a gap: something was asked for that the texts do not say. Of a refusal nothing is
 * made, for that opened one already where a text would have helped. An answer counts once, however often it is reported.
 * @param receiptId the answer; the last one of the conversation where it is null.
 */
export async function openByThumb(
  deps: Deps,
  o: { bot: string; conversationId: string; receiptId: string | null },
): Promise<void> {
  const row = await answerOf(deps, o)
  if (!row) return
  const { messages, response } = parseReceipt(row)
  const [cited] = response.citations
  const release = cited && (await findRelease(deps.payload, cited.releaseId))
  const { question, locale } = row
  const event = await prepareGap(deps, {
    question: asMeant({ question, messages, locale }),
    reason: 'thumbs_down',
    locale,
    tier: release?.riskTier ?? 'standard',
  })
  await inTransaction(deps, async (req) => {
    const { totalDocs } = await req.payload.count({
      collection: 'gap-events',
      where: { receipt: { equals: row.id } },
      req,
    })
    if (totalDocs > 0) return
    await recordGapEvent(req, {
      ...event,
      receiptId: row.id,
      bot: idOf(row.bot) ?? o.bot,
      customer: row.customer ?? null,
    })
  })
}

async function answerOf(
  { payload }: Deps,
  o: { bot: string; conversationId: string; receiptId: string | null },
): Promise<Answer | null> {
  const { docs } = await payload.find({
    collection: 'answers',
    where: {
      and: [
        { conversationId: { equals: o.conversationId } },
        { bot: { equals: o.bot } },
        o.receiptId ? { id: { equals: o.receiptId } } : {},
      ],
    },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
  })
  const [last] = docs
  return last?.outcome === 'answered' ? last : null
}
