import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import { pagesOf } from '../../database/pages'
import type { ConversationReport } from '../../measures/types'
import type { ConversationReport as StoredReport } from '../../../payload-types'

export const UNREPORTED: ConversationReport = {
  resolved: null,
  resolvedBy: null,
  reopened: false,
  csat: null,
  thumbs: null,
}

/** Two bots may give the same id to two conversations. */
export const conversationKey = (bot: string, conversationId: string): string => `${bot}/${conversationId}`

/**
 * What was reported of each conversation; of each thing the latest word counts.
 * @param from epoch ms: when the earliest of the conversations began.
 */
export async function readReports(
  payload: Payload,
  { from, bot }: { from: number; bot: string | null },
): Promise<ReadonlyMap<string, ConversationReport>> {
  const reports = new Map<string, ConversationReport>()
  for await (const page of pagesOf<StoredReport>(payload, {
    collection: 'conversation-reports',
    by: 'createdAt',
    where: {
      and: [
        { createdAt: { greater_than_equal: new Date(from).toISOString() } },
        bot ? { bot: { equals: bot } } : {},
      ],
    },
  }))
    for (const row of page) {
      const key = conversationKey(idOf(row.bot) ?? '', row.conversationId)
      reports.set(key, withReport(reports.get(key) ?? UNREPORTED, row))
    }
  return reports
}

/** Pure. */
export function withReport(
  before: ConversationReport,
  row: Pick<StoredReport, 'kind' | 'resolved' | 'resolvedBy' | 'reopened' | 'csat' | 'thumbs'>,
): ConversationReport {
  if (row.kind === 'feedback')
    return { ...before, csat: row.csat ?? before.csat, thumbs: row.thumbs ?? before.thumbs }
  return {
    ...before,
    resolved: row.resolved ?? false,
    resolvedBy: row.resolvedBy ?? null,
    reopened: before.reopened || row.reopened === true,
  }
}
