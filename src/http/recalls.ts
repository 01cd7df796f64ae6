import type { Recall, RecalledAnswer, RecallNotice } from '../../payload-types'
import { idOf } from '../records/content'
import { invalidParameter } from './problem'
import type { PublicNotice, PublicRecalled } from './recallSchemas'

/** A notice as its bot reads it. @param row with its recall. */
export const presentNotice = (row: RecallNotice): PublicNotice => {
  const recall: Recall | null = typeof row.recall === 'string' ? null : row.recall
  return {
    id: idOf(row.recall) ?? '',
    releaseId: idOf(recall?.release),
    title: recall?.title ?? null,
    cause: recall?.cause ?? null,
    answers: row.answers,
    acknowledgeBy: row.deadline,
    acknowledgedAt: row.acknowledgedAt ?? null,
    createdAt: row.createdAt,
  }
}

export const presentRecalled = (row: RecalledAnswer): PublicRecalled => ({
  receiptId: idOf(row.receipt),
  conversationId: row.conversationId ?? null,
  answeredAt: row.answeredAt ?? null,
  followUp: row.followUp ?? null,
  createdAt: row.createdAt,
})

/** Whether only recalls that are not acknowledged are asked for. @throws {HttpProblem} 400 */
export function onlyOpen(url: string): boolean {
  const given = new URL(url).searchParams.get('open') ?? 'false'
  if (given !== 'true' && given !== 'false') throw invalidParameter('open', 'This takes true or false.')
  return given === 'true'
}
