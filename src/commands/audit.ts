import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'

export interface AuditEntry {
  action: string
  /** The person, or `system` for what the worker does. */
  actor: { id: string; name: string }
  subject: { collection: string; id: string; title: string }
  detail?: Record<string, unknown>
}

export const SYSTEM = { id: 'system', name: 'Vouch' }

/** Adds an audit row in the caller's transaction: what is not recorded did not happen. */
export const recordAudit = async (
  req: PayloadRequest,
  { action, actor, subject, detail }: AuditEntry,
): Promise<void> => {
  await req.payload.db.create({
    collection: 'audit-log',
    data: {
      id: randomUUID(),
      action,
      actor: actor.id,
      actorName: actor.name,
      subjectCollection: subject.collection,
      subjectId: subject.id,
      title: subject.title,
      detail: detail ?? {},
    },
    req,
  })
}
