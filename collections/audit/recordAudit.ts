import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { AuditLog } from '../../payload-types'
import { chained } from '../../src/governance/auditChain'

export interface AuditEntry {
  action: string
  /** The person, or `system` for what the worker does. */
  actor: { id: string; name: string }
  subject: { collection: string; id: string; title: string }
  detail?: Record<string, unknown>
}

export const SYSTEM = { id: 'system', name: 'Vouch' }

/** Tries of one row: without transactions two writers may take the same number, and the later one takes the next. */
const ATTEMPTS = 20

/** Adds a row to the chain in the caller's transaction: what is not recorded did not happen. */
export const recordAudit = async (
  req: PayloadRequest,
  { action, actor, subject, detail }: AuditEntry,
): Promise<void> => {
  const { db } = req.payload
  const entry = {
    action,
    actor: actor.id,
    actorName: actor.name,
    subjectCollection: subject.collection,
    subjectId: subject.id,
    title: subject.title,
    // As it will be read back: without what JSON leaves out.
    detail: JSON.parse(JSON.stringify(detail ?? {})) as Record<string, unknown>,
  }
  for (let attempt = 1; ; attempt++) {
    const { docs } = await db.find<AuditLog>({
      collection: 'audit-log',
      sort: '-seq',
      limit: 1,
      pagination: false,
      req,
    })
    const row = chained(docs[0] ?? null, { ...entry, at: new Date().toISOString() })
    try {
      await db.create({ collection: 'audit-log', data: { id: randomUUID(), ...row }, req })
      return
    } catch (error) {
      // Inside a transaction the failure has ended it; the whole of it is tried again where it was begun.
      if (req.transactionID || attempt === ATTEMPTS) throw error
    }
  }
}
