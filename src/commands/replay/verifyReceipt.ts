import type { Payload } from 'payload'
import type { Answer, Bot } from '../../../payload-types'
import { parseReceipt } from '../parseReceipt'
import { stillHolds, textsShown } from '../stillHolds'
import { checkEvidence, type EvidenceCheck } from './checkEvidence'

/** Whether what a receipt rests on is there to the byte, and whether it may be told today. */
export interface VerifiedReceipt {
  receiptId: string
  /** Every passage is there as it was, also those that may not be told to this bot any more. */
  intact: boolean
  /** Each quotation stands in a text that is signed, in force and for this bot now. */
  holds: boolean
  passages: EvidenceCheck[]
}

/** Looks up what a receipt of this bot rests on. Asks nothing anew and stores nothing. */
export async function verifyReceipt(payload: Payload, row: Answer, bot: Bot): Promise<VerifiedReceipt> {
  const record = parseReceipt(row)
  const [passages, shown] = await Promise.all([
    checkEvidence(payload, record),
    textsShown(payload, record, { audiences: bot.audiences, at: Date.now() }),
  ])
  return {
    receiptId: row.id,
    intact: passages.every(({ state }) => state === 'identical'),
    holds: stillHolds(record, shown),
    passages: passages.filter(({ chunkId }) => shown.has(chunkId)),
  }
}
