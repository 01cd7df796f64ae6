import type { PayloadRequest } from 'payload'
import type { Gap } from '../../../payload-types'
import { idOf } from '../../records/content'
import { notify } from '../../records/notify'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import { updateGap } from './gapRows'
import { emitEvent } from '../webhooks/emitEvent'

/** A verified gap whose question was asked and not answered, or not to a customer’s use: the proof does not hold any more. */
export const reopenByEvent = (
  req: PayloadRequest,
  gap: Gap,
  { question, reason, receiptId }: { question: string; reason: string; receiptId: string },
): Promise<void> =>
  reopenByItself(req, gap, {
    why: `“${question}” was asked and ${CAME_OF_IT[reason] ?? 'not answered'}.`,
    detail: { receiptId },
  })

const CAME_OF_IT: Record<string, string> = {
  thumbs_down: 'the answer did not help',
  reviewers_verdict: 'a reviewer found that the answer is not what it should be',
}

/** Puts a verified gap on the backlog again because what proved it does not hold any more, and tells its owner. */
export async function reopenByItself(
  req: PayloadRequest,
  gap: Gap,
  { why, detail }: { why: string; detail: Record<string, unknown> },
): Promise<void> {
  await updateGap(req, gap.id, { state: 'reopened', note: why })
  await recordAudit(req, {
    action: 'gap.reopened',
    actor: SYSTEM,
    subject: { collection: 'gaps', id: gap.id, title: gap.question },
    detail: { note: why, ...detail },
  })
  await emitEvent(req, { type: 'gap.reopened', data: { id: gap.id, note: why } })
  await notify(req, {
    to: [idOf(gap.owner)],
    kind: 'gap_assigned',
    title: `The gap “${gap.question}” is open again`,
    body: why,
    href: `/admin/collections/gaps/${gap.id}`,
    key: `gap:${gap.id}:${new Date().toISOString()}`,
  })
}
