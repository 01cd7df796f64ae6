import type { Payload, PayloadRequest } from 'payload'
import type { RecalledAnswer, User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { redact } from '../../handover/redact'
import { idOf } from '../../records/content'
import { recordAudit } from '../../records/recordAudit'
import { NotFoundError } from '../governedDocument'
import { RecallRefused } from './recallRelease'

/**
 * A colleague has told a customer what is right now. When the last of a recall is done, so is the recall.
 * @throws {NotFoundError} when there is no such follow-up. @throws {RecallRefused} for who may not.
 */
export const finishFollowUp = (
  deps: Pick<Deps, 'payload'>,
  { recallId, receiptId, user, note }: { recallId: string; receiptId: string; user: User; note: string },
): Promise<void> =>
  inTransaction(deps, async (req) => {
    if (!may(user, 'workHandovers'))
      throw new RecallRefused(onlyWho('workHandovers', 'follow up with customers'))
    const row = await req.payload.db.findOne<RecalledAnswer>({
      collection: 'recalled-answers',
      where: { and: [{ recall: { equals: recallId } }, { receipt: { equals: receiptId } }] },
      req,
    })
    if (!row?.followUp) throw new NotFoundError('There is no such follow-up of this recall.')
    if (row.followUp === 'done') return
    const done = { followUp: 'done' as const, note: redact(note).text, doneBy: user.id }
    await req.payload.db.updateOne({
      collection: 'recalled-answers',
      id: row.id,
      data: { ...done, doneAt: new Date().toISOString() },
      req,
    })
    await recordAudit(req, {
      action: 'recall.followed_up',
      actor: user,
      subject: { collection: 'recalled-answers', id: row.id, title: idOf(row.receipt) ?? '' },
      detail: { recallId, receiptId },
    })
    if ((await countOpen(req.payload, req, recallId)) > 0) return
    await req.payload.db.updateOne({ collection: 'recalls', id: recallId, data: { state: 'done' }, req })
  })

const countOpen = async (payload: Payload, req: PayloadRequest, recallId: string): Promise<number> =>
  (
    await payload.db.count({
      collection: 'recalled-answers',
      where: { and: [{ recall: { equals: recallId } }, { followUp: { equals: 'open' } }] },
      req,
    })
  ).totalDocs
