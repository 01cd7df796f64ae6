import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import type { HistoryEntry } from './types'

/** What was done, in words; `{v}` is the version that it was done to. */
const WORDS: Record<string, string> = {
  'document.submit': 'sent {v} for review',
  'document.request_changes': 'asked for changes to {v}',
  'document.approve': 'signed {v}',
  'document.publish': 'published {v}',
  'document.withdraw': 'withdrew it',
  'release.activated': 'put {v} in force',
  'document.imported': 'imported it',
}

/** The latest 20 things that were done to a document, the newest first: from the audit log, where commands record them. */
export const readHistory = async (payload: Payload, documentId: string): Promise<HistoryEntry[]> => {
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: { subjectId: { equals: documentId } },
    sort: '-createdAt',
    limit: 20,
    depth: 0,
    pagination: false,
  })
  return docs.map(entryOf)
}

const entryOf = (row: AuditLog): HistoryEntry => {
  const detail = (row.detail ?? {}) as { version?: number; comment?: string }
  return {
    id: row.id,
    what: (WORDS[row.action] ?? row.action.replace(/^\w+\./, '').replaceAll('_', ' ')).replace(
      '{v}',
      detail.version ? `v${detail.version}` : 'it',
    ),
    who: row.actorName,
    at: row.createdAt,
    comment: detail.comment ?? null,
  }
}
