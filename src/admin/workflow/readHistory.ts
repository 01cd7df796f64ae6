import type { Payload } from 'payload'
import type { DocumentRef } from '../../../ingestion/releases'
import type { AuditLog } from '../../../payload-types'
import { actionWords } from '../audit/actionWords'
import type { HistoryEntry } from './types'

/** The latest 20 things that were done to a document, the newest first: from the audit log, where commands record them. */
export const readHistory = async (payload: Payload, document: DocumentRef): Promise<HistoryEntry[]> => {
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: {
      and: [{ subjectCollection: { equals: document.collection } }, { subjectId: { equals: document.id } }],
    },
    sort: '-seq',
    limit: 20,
    depth: 0,
    pagination: false,
  })
  return docs.map(entryOf)
}

const entryOf = (row: AuditLog): HistoryEntry => {
  const detail = (row.detail ?? {}) as {
    version?: number
    comment?: string
    body?: string
    onBehalfOf?: string
  }
  const { before, it, after } = actionWords(row.action, row.detail)
  const on = it ? (detail.version ? `v${detail.version}` : 'it') : ''
  return {
    id: row.id,
    what: `${before}${on}${after}${detail.onBehalfOf ? ` for ${detail.onBehalfOf}` : ''}`,
    who: row.actorName,
    at: row.createdAt,
    comment: detail.comment ?? (row.action === 'document.commented' ? detail.body : null) ?? null,
  }
}
