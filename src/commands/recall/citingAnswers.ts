import type { Payload } from 'payload'
import type { Answer, Recall } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { idOf } from '../../records/content'
import { parseReceipt } from '../parseReceipt'

/** An answer that cited a release. */
export interface CitingAnswer {
  receiptId: string
  bot: string
  conversationId: string | null
  answeredAt: string
}

/** Pages of the receipts that cited a release, by the list of cited documents that each keeps. */
export async function* citingAnswers(
  payload: Payload,
  { release, documentId }: Pick<Recall, 'release' | 'documentId'>,
): AsyncGenerator<CitingAnswer[]> {
  const releaseId = idOf(release)
  const pages = pagesOf<Answer>(payload, {
    collection: 'answers',
    where: { citedDocuments: { in: [documentId] } },
  })
  for await (const rows of pages)
    yield rows
      .filter((row) => parseReceipt(row).response.citations.some((each) => each.releaseId === releaseId))
      .map(toCiting)
}

const toCiting = (row: Answer): CitingAnswer => ({
  receiptId: row.id,
  bot: idOf(row.bot) ?? '',
  conversationId: row.conversationId ?? null,
  answeredAt: row.createdAt,
})
