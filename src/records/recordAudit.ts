import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { AuditLog } from '../../payload-types'
import { nowReads, readOnce } from './readOnce'
import { writeRows } from './writeLater'
import { VouchError } from '../errors'
import { chained, KEY_ROTATED } from '../governance/auditChain'
import type { AuditKey } from '../governance/auditKey'
import { auditKeysOf } from './auditKeys'

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
export const recordAudit = async (req: PayloadRequest, entry: AuditEntry): Promise<void> => {
  await addAuditRow(req, entry)
}

/**
 * The same, for who needs to know the row's number.
 * @throws {VouchError} when the chain's last row is hashed with a key that this process does not have.
 */
export const addAuditRow = async (
  req: PayloadRequest,
  { action, actor, subject, detail }: AuditEntry,
): Promise<number> => {
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
    const last = await readOnce(req, LAST_ROW, () => lastRow(req))
    const key = keyAfter(req, last)
    // Whoever put another key in place by hand has not said so in the chain.
    if (last?.keyId && last.keyId !== key.id && action !== KEY_ROTATED) {
      await recordAudit(req, rotationOf(last.keyId, key, SYSTEM))
      continue
    }
    const row = chained(last, { ...entry, at: new Date().toISOString() }, key)
    try {
      const written = { id: randomUUID(), ...row }
      await writeRows(req, { collection: 'audit-log', rows: [written] })
      nowReads(req, LAST_ROW, written)
      return row.seq
    } catch (error) {
      // Inside a transaction the failure has ended it; the whole of it is tried again where it was begun.
      if (req.transactionID || attempt === ATTEMPTS) throw error
    }
  }
}

const LAST_ROW = 'last row of the audit log'

type LastRow = Pick<AuditLog, 'seq' | 'hash' | 'keyId'> | null

const lastRow = async (req: PayloadRequest): Promise<LastRow> => {
  const { docs } = await req.payload.db.find<AuditLog>({
    collection: 'audit-log',
    sort: '-seq',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

const keyAfter = (req: PayloadRequest, last: LastRow): AuditKey => {
  const keys = auditKeysOf(req.payload)
  if (last?.keyId && !keys.find(last.keyId))
    throw new VouchError(
      `The audit log goes on with the key ${last.keyId}, which this process does not have, so nothing can be recorded. Bring back the file audit.key, or set VOUCH_AUDIT_KEY to the key that is used now, and restart.`,
    )
  return keys.current()
}

/** The row with which the chain goes on with another key. */
export const rotationOf = (
  from: string | null,
  { id }: AuditKey,
  actor: AuditEntry['actor'],
): AuditEntry => ({
  action: KEY_ROTATED,
  actor,
  subject: { collection: 'audit-log', id, title: `the key ${id}` },
  detail: { from, to: id },
})
