import type { Payload } from 'payload'
import { groupBy } from '../../groupBy'
import { agreementOf, type Agreement } from '../../transcripts/agreement'
import { sampleForReview, wantsTwo, type Drawn } from '../../transcripts/sample'
import { rightByChance } from '../../transcripts/verdicts'
import { readCounted } from '../measures/readMeasures'
import { readVerdicts } from '../verdicts/readVerdicts'

const DAY_MS = 86_400_000
/** Reviewers look at conversations of this many days. */
export const QUEUE_DAYS = 28
/** Agreement is told over verdicts of this many days. */
export const AGREEMENT_DAYS = 180
/** This share of the conversations is drawn, and at least and at most so many. */
const SHARE = 0.05
const FEWEST = 40
const MOST = 200
/** The draw is the same for everyone and every day. */
const SEED = 'review'

export interface ReviewQueue {
  /** What waits for this reviewer, the most telling first. */
  waiting: Drawn[]
  /** How many were drawn, of how many. */
  drawn: number
  of: number
  agreement: Agreement
  /** How many of the turns that were drawn by chance alone are right. */
  byChance: { count: number; of: number }
}

/** What was drawn for review and waits for this person: not what they judged, nor what enough others did. */
export async function readQueue(payload: Payload, { reviewer }: { reviewer: string }): Promise<ReviewQueue> {
  const now = Date.now()
  const from = new Date(now - QUEUE_DAYS * DAY_MS).toISOString()
  const since = new Date(now - AGREEMENT_DAYS * DAY_MS).toISOString()
  const [{ counted, repeats }, verdicts] = await Promise.all([
    readCounted(payload, { from }),
    readVerdicts(payload, { createdAt: { greater_than_equal: since } }),
  ])
  const size = Math.min(MOST, Math.max(FEWEST, Math.round(counted.length * SHARE)))
  const sample = sampleForReview(counted, { repeats, size, seed: SEED })
  const judgesOf = groupBy(verdicts, ({ receipt }) => receipt)
  const waits = ({ conversation: { id, turns } }: Drawn): boolean => {
    const judges = new Set(turns.flatMap(({ receipt }) => (judgesOf.get(receipt) ?? []).map(({ by }) => by)))
    return !judges.has(reviewer) && judges.size < (wantsTwo(id, { seed: SEED }) ? 2 : 1)
  }
  return {
    waiting: sample.filter(waits),
    drawn: sample.length,
    of: counted.length,
    agreement: agreementOf(verdicts),
    byChance: rightByChance(verdicts.filter(({ at }) => at >= now - QUEUE_DAYS * DAY_MS)),
  }
}
