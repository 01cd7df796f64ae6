import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import { pagesOf, rowsById } from '../../database/pages'
import type { Answer, Handover } from '../../../payload-types'

/** Gives hand-overs that were stored before they named their bot the one of their receipt. Running it again changes nothing. */
export async function nameHandoverBots(payload: Payload): Promise<void> {
  for await (const page of pagesOf<Handover>(payload, {
    collection: 'handovers',
    where: { bot: { exists: false } },
    select: { receipt: true },
  })) {
    const receipts = await rowsById<Answer>(payload, {
      collection: 'answers',
      ids: page.flatMap(({ receipt }) => idOf(receipt) ?? []),
      select: { bot: true },
    })
    for (const { id, receipt } of page) {
      const bot = idOf(receipts.get(idOf(receipt) ?? '')?.bot)
      if (bot) await payload.db.updateOne({ collection: 'handovers', id, data: { bot }, req: {} })
    }
  }
}
