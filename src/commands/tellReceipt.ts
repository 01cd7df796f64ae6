import type { Payload } from 'payload'
import type { Answer, Bot } from '../../payload-types'
import { publicReasonOf } from '../answer/public'
import type { Passage } from '../retrieval/types'
import { parseReceipt } from './parseReceipt'
import { stillHolds, textsShown } from './stillHolds'
import { tellsTimings } from './explain'

/** A receipt's parts as they may be told to a bot. */
export interface ToldReceipt {
  reason: string | null
  because: string | null
  confidence: number | null
  response: unknown
  considered: unknown
  searched: unknown
  features: unknown
  timings: unknown
}

/**
 * What of its receipt a bot may be told now: no text that it may not see any more, and, without the scope for it,
 * nothing that tells what it may not be told from what does not exist.
 */
export const tellReceipt = async (payload: Payload, row: Answer, bot: Bot): Promise<ToldReceipt> => {
  const record = parseReceipt(row)
  const shown = await textsShown(payload, record, { audiences: bot.audiences, at: Date.now() })
  const { considered } = record
  const allShown = considered.every(({ chunkId }) => shown.has(chunkId))
  const mayKnowWhy = bot.scopes.includes('read:reasons')
  const refused = row.outcome === 'refused'
  return {
    reason: row.reason ? (mayKnowWhy ? row.reason : publicReasonOf(row.reason)) : null,
    // Texts that disagree are told by their words.
    because: row.reason !== 'conflict' || (mayKnowWhy && allShown) ? (row.because ?? null) : null,
    confidence: refused && !mayKnowWhy ? null : (row.confidence ?? null),
    response: stillHolds(record, shown) ? row.response : withheld(row),
    considered: (row.considered as Considered[])
      .filter(({ chunkId }) => shown.has(chunkId))
      .map((passage) => asShown(passage, shown)),
    // What slips were mended to, and synonyms, are words of texts too.
    searched: mayKnowWhy && allShown ? (row.searched ?? null) : null,
    features: refused && !mayKnowWhy ? {} : (row.features ?? {}),
    timings: tellsTimings(row.outcome, bot.scopes) ? row.timings : {},
  }
}

type Considered = { chunkId: string; text?: string }

/** With the words of now: a stored copy proves nothing of what may be shown. */
const asShown = (passage: Considered, shown: ReadonlyMap<string, Passage>): Considered => {
  const { text, headingPath, document } = shown.get(passage.chunkId) ?? {}
  return { ...passage, ...(text !== undefined && { text, headingPath, document }) }
}

/** In place of an answer with text that this bot may not be told any more. */
const withheld = (row: Answer) => ({
  outcome: row.outcome,
  receiptId: row.id,
  locale: row.locale,
  degraded: row.degraded,
  withheld: true,
})
