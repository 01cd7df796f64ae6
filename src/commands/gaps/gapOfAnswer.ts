import type { PayloadRequest } from 'payload'
import { findRelease } from '../../../ingestion/releases'
import type { Answer, GapEvent as StoredEvent } from '../../../payload-types'
import type { Deps } from '../../deps'
import { idOf } from '../../records/content'
import { parseReceipt } from '../parseReceipt'
import { asMeant, prepareGap, recordGapEvent, type GapEvent, type SaidLater } from '../recordGapEvent'

/** Everything slow about a gap that an answer opens after it was given, done before the transaction begins. */
export async function prepareGapOfAnswer(deps: Deps, row: Answer, reason: SaidLater): Promise<GapEvent> {
  const { messages, response } = parseReceipt(row)
  const [cited] = response.citations
  const release = cited && (await findRelease(deps.payload, cited.releaseId))
  const { question, locale } = row
  return prepareGap(deps, {
    question: asMeant({ question, messages, locale }),
    reason,
    locale,
    tier: release?.riskTier ?? 'standard',
    handedOver: row.outcome === 'escalated',
  })
}

/** Puts the question of an answer on the backlog, once: one that opened a gap already stays where it is. @returns the gap's id. */
export async function recordGapOfAnswer(req: PayloadRequest, row: Answer, event: GapEvent): Promise<string> {
  const known = await req.payload.db.findOne<StoredEvent>({
    collection: 'gap-events',
    where: { receipt: { equals: row.id } },
    req,
  })
  if (known) return idOf(known.gap) ?? ''
  return recordGapEvent(req, {
    ...event,
    receiptId: row.id,
    bot: idOf(row.bot) ?? '',
    customer: row.customer ?? null,
  })
}
