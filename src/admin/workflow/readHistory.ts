import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import type { HistoryEntry } from './types'

const WORDS: Record<string, string> = {
  'document.submit': 'sent it for review',
  'document.request_changes': 'asked for changes',
  'document.approve': 'signed',
  'document.publish': 'published',
  'document.withdraw': 'withdrew it',
  'release.activated': 'put in force',
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
    what: WORDS[row.action] ?? row.action.replace(/^\w+\./, '').replaceAll('_', ' '),
    who: row.actorName,
    at: row.createdAt,
    version: detail.version ?? null,
    comment: detail.comment ?? null,
  }
}
