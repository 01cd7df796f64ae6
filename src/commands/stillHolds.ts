import type { Payload } from 'payload'
import { passagesById, type Visibility } from '../database/passages'
import type { Passage } from '../retrieval/types'
import type { ReceiptCitation, ReceiptRecord } from './parseReceipt'

/** What of a receipt's texts may be shown, by chunk: in force, unaltered, and addressed to these audiences. */
export type Shown = ReadonlyMap<string, Passage>

/** Reads again every text that a receipt holds, as it may be shown to this reader now. */
export const textsShown = (
  payload: Payload,
  { considered, response }: ReceiptRecord,
  visibility: Visibility,
): Promise<Shown> =>
  passagesById(
    payload,
    [...considered, ...response.citations].map(({ chunkId }) => chunkId),
    visibility,
  )

/**
 * Whether a stored response may be told again: each of its quotations stands in a text that may be shown; where it only
 * offers to choose, each text that the choice may come from.
 */
export const stillHolds = ({ considered, response }: ReceiptRecord, shown: Shown): boolean =>
  response.citations.every((citation) => isQuotedFrom(citation, shown.get(citation.chunkId))) &&
  (response.options.length === 0 || considered.every(({ chunkId }) => shown.has(chunkId)))

const isQuotedFrom = (citation: ReceiptCitation, passage: Passage | undefined): boolean =>
  passage !== undefined &&
  passage.releaseId === citation.releaseId &&
  passage.contentHash === citation.contentHash &&
  passage.text.slice(citation.start - passage.start, citation.end - passage.start) === citation.quote
