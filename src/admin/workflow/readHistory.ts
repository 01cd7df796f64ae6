import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import type { HistoryEntry } from './types'

/** What was done, in words; `{v}` is the version that it was done to. */
const WORDS: Record<string, string> = {
  'document.submit': 'sent {v} for review',
  'document.request_changes': 'asked for changes to {v}',
  'document.approve': 'signed {v}',
  'document.publish': 'published {v}',
  'document.recall': 'took {v} back',
  'document.unschedule': 'cancelled what was scheduled',
  'document.withdraw': 'withdrew it',
  'document.verify': 'confirmed that it is still true',
  'document.archive': 'archived it',
  'document.restore': 'started again from {v}',
  'document.commented': 'commented on {v}',
  'document.comment_resolved': 'resolved a comment',
  'document.owner_changed': 'gave it another owner',
  'document.translation_due': 'marked it as due, since its original changed',
  'release.activated': 'put {v} in force',
  'document.imported': 'imported it',
}

/** The latest 20 things that were done to a document, the newest first: from the audit log, where commands record them. */
export const readHistory = async (payload: Payload, documentId: string): Promise<HistoryEntry[]> => {
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: { subjectId: { equals: documentId } },
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
  return {
    id: row.id,
    what: `${wordsOf(row.action, detail.version)}${detail.onBehalfOf ? ` for ${detail.onBehalfOf}` : ''}`,
    who: row.actorName,
    at: row.createdAt,
    comment: detail.comment ?? (row.action === 'document.commented' ? detail.body : null) ?? null,
  }
}

const wordsOf = (action: string, version: number | undefined): string =>
  (WORDS[action] ?? action.replace(/^\w+\./, '').replaceAll('_', ' ')).replace(
    '{v}',
    version ? `v${version}` : 'it',
  )
